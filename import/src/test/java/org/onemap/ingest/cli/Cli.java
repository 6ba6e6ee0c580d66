package org.onemap.ingest.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.onemap.ingest.write.DbfColumn;
import org.onemap.ingest.write.ShapeTable;
import org.onemap.ingest.write.ShapefileWriter;

/** Runs commands in this process and writes shapefiles for them. */
final class Cli {

    static final String CGCS2000 = "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
            + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
            + "UNIT[\"Degree\",0.0174532925199433]]";
    static final String ZONE_38 = "PROJCS[\"CGCS2000_3_Degree_GK_CM_114E\"," + CGCS2000
            + ",PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",500000.0],"
            + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",114.0],"
            + "PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";

    private Cli() {}

    /** What a command left behind. */
    record Outcome(int code, String out, String err) {

        @Override
        public String toString() {
            return "exit " + code + "\n--- out\n" + out + "--- err\n" + err;
        }
    }

    /** Runs {@code onemap} with these words. */
    static Outcome run(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false);
        int code =
                Onemap.run(console, Arrays.stream(words).map(Object::toString).toArray(String[]::new));
        return new Outcome(code, out.toString(), err.toString());
    }

    /**
     * Runs {@code onemap} with these words in a process of its own.
     *
     * @param killAfterMs when it is killed (SIGKILL) if it still runs then
     * @return how long it took, −1 if it was killed
     */
    static long process(long killAfterMs, Object... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Onemap.class.getName()));
        Arrays.stream(words).map(Object::toString).forEach(command::add);
        Path said = Files.createTempFile("onemap", ".txt");
        try {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(killAfterMs, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                process.waitFor();
                return -1;
            }
            if (process.exitValue() != 0) {
                throw new IOException("exit " + process.exitValue() + ": " + Files.readString(said));
            }
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        } finally {
            Files.delete(said);
        }
    }

    /**
     * Writes a shapefile with text columns.
     *
     * @param rows each {@code WKT | value | value …}
     */
    static Path shapefile(Path folder, String name, String prj, String columns, String... rows) {
        List<DbfColumn> fields = Arrays.stream(columns.split(" "))
                .map(column -> DbfColumn.text(column, 60))
                .toList();
        List<ShapeTable.Row> table = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.split("\\|");
            Object[] values = new Object[fields.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = i + 1 < cells.length ? cells[i + 1].strip() : "";
            }
            table.add(ShapeTable.Row.of(geometry(cells[0]), values));
        }
        Path shp = new ShapefileWriter(prj, LocalDate.of(2026, 1, 1))
                .writeShapefile(new ShapeTable(name, fields, table), folder);
        if (prj.isEmpty()) {
            delete(folder.resolve(name + ".prj"));
        }
        return shp;
    }

    private static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
