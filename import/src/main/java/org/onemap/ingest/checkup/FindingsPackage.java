package org.onemap.ingest.checkup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.onemap.StoreUnavailable;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.Schema;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.Store;
import org.onemap.store.geopackage.GeoPackageStore;

/** Writes findings as a GeoPackage with one layer {@code finding}, for QGIS beside the checked store. */
final class FindingsPackage {

    private static final List<String> COMPANIONS = List.of("", "-wal", "-shm", "-journal");
    private static final Schema FIELDS = Schema.of(List.of(
            new Field("number", FieldType.INTEGER, "序号"),
            new Field("rule", FieldType.TEXT, "规则"),
            new Field("defect", FieldType.TEXT, "问题"),
            new Field("severity", FieldType.TEXT, "等级"),
            new Field("layer", FieldType.TEXT, "图层"),
            new Field("codes", FieldType.TEXT, "编码"),
            new Field("measure", FieldType.REAL, "数值"),
            new Field("unit", FieldType.TEXT, "单位"),
            new Field("sentence", FieldType.TEXT, "说明"),
            new Field("advice", FieldType.TEXT, "处理建议")));
    private static final Layer LAYER = Layer.builder("finding")
            .title("检查问题")
            .geometry(GeometryKind.ANY)
            .schema(FIELDS)
            .keyField("number")
            .build();

    private FindingsPackage() {}

    /** Writes the file anew. */
    static void write(Path file, List<ReportFinding> findings) {
        try {
            for (String suffix : COMPANIONS) {
                Files.deleteIfExists(Path.of(file + suffix));
            }
        } catch (IOException e) {
            throw new StoreUnavailable("the file " + file + " cannot be replaced: " + e.getMessage(), e);
        }
        ChangeSetRequest request =
                new ChangeSetRequest(ChangeSet.Kind.IMPORT, "onemap check", ChangeSetRequest.Effective.today(), "检查问题");
        try (Store store = GeoPackageStore.openOrCreate(file, Clock.system(ZoneId.of("Asia/Shanghai")));
                ChangeSetWriter writer = store.begin(request)) {
            writer.load(LAYER, ChangeSetWriter.Mode.REPLACE);
            for (int i = 0; i < findings.size(); i++) {
                writer.put(content(i + 1, findings.get(i)));
            }
            writer.finishLayer();
            writer.commit();
        }
    }

    private static Content content(long number, ReportFinding finding) {
        Content.Builder row = Content.builder(FIELDS)
                .name(finding.title())
                .value(0, number)
                .value(1, finding.rule())
                .value(2, finding.defect())
                .value(3, finding.severity().name().toLowerCase(Locale.ROOT))
                .value(4, finding.subject().layer())
                .value(5, String.join(" ", finding.subject().codes()))
                .value(6, finding.measure().value())
                .value(7, finding.measure().unit())
                .value(8, finding.text().sentence())
                .value(9, finding.text().advice());
        finding.where().ifPresent(row::geometry);
        return row.build();
    }
}
