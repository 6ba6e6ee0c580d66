package org.onemap.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onemap.ingest.cli.Cli.CGCS2000;
import static org.onemap.ingest.cli.Cli.run;

import java.nio.file.Path;
import org.onemap.store.postgis.PostgisCluster;

/**
 * A town in a store: one office, two zones, four grids in a row from west to east, a building with households in each half
 * of the first grid, a road through it.
 */
final class SmallTown {

    static final String ZONE = "410172560601";
    static final String FIRST = ZONE + "001";

    private final Path folder;
    private final String store;

    private SmallTown(Path folder, String store) {
        this.folder = folder;
        this.store = store;
    }

    /** In which engine a town is kept. */
    enum Place {
        GEOPACKAGE,
        POSTGIS
    }

    /** Imports the town; the store's location. */
    static String in(Place place, Path folder) {
        String store = place == Place.GEOPACKAGE
                ? folder.resolve("town.gpkg").toString()
                : PostgisCluster.shared().newDatabase().url();
        SmallTown town = new SmallTown(folder, store);
        town.importAll();
        return store;
    }

    private void importAll() {
        load("office", "办事处编码 办事处名称", box(0, 4, 410172560L, "枫杨办事处"));
        load(
                "zone",
                "片区编码 片区名称 所属办事处",
                box(0, 2, ZONE, "一片区", "410172560"),
                box(2, 4, "410172560602", "二片区", "410172560"));
        load(
                "grid",
                "网格编码 网格名称 所属片区 户数",
                grid(0, FIRST),
                grid(1, ZONE + "002"),
                grid(2, "410172560602001"),
                grid(3, "410172560602002"));
        load("building", "建筑编码 建筑名称 户数 所属网格", house(0.2, "410172F000001", 30), house(0.7, "410172F000002", 70));
        load("road", "道路编码 道路名称 道路等级", "LINESTRING (113.504 34.79, 113.504 34.82) | 410172B0001001 | 梧桐街 | 支路");
    }

    private void load(String layer, String columns, String... rows) {
        Path file = Cli.shapefile(folder, layer, CGCS2000, columns, rows);
        Cli.Outcome outcome = run("import", file, "--store", store, "--layer", layer, "--effective", "2025-01-01");
        assertThat(outcome.code()).as("%s", outcome).isZero();
    }

    private static String box(int from, int to, Object... values) {
        StringBuilder ring = new StringBuilder();
        for (int i = from; i <= to; i++) {
            ring.append(113.5 + i * 0.01).append(" 34.80, ");
        }
        for (int i = to; i >= from; i--) {
            ring.append(113.5 + i * 0.01).append(" 34.81, ");
        }
        StringBuilder row = new StringBuilder("POLYGON ((" + ring + (113.5 + from * 0.01) + " 34.80))");
        for (Object value : values) {
            row.append(" | ").append(value);
        }
        return row.toString();
    }

    private static String grid(int place, String code) {
        return box(place, place + 1, code, "网格" + code.substring(9), code.substring(0, 12), 0);
    }

    private static String house(double east, String code, int households) {
        double x = 113.5 + east * 0.01;
        return "POLYGON ((%s 34.805, %s 34.805, %s 34.8051, %s 34.8051, %s 34.805)) | %s | 楼 | %d | %s"
                .formatted(x, x + 0.0001, x + 0.0001, x, x, code, households, FIRST);
    }
}
