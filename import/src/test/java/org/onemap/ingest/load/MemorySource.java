package org.onemap.ingest.load;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.ingest.read.Source;
import org.onemap.ingest.read.SourceRow;
import org.onemap.ingest.read.SourceSchema;

/** A source written down in a test: text columns and WKT. */
final class MemorySource implements Source {

    private final String name;
    private final GeometryKind kind;
    private final SourceSchema schema;
    private final List<SourceRow> rows = new ArrayList<>();

    MemorySource(String name, GeometryKind kind, String columns) {
        this.name = name;
        this.kind = kind;
        this.schema = new SourceSchema(List.of(columns.split(" ")).stream()
                .map(column -> Field.of(column, FieldType.TEXT))
                .toList());
    }

    MemorySource row(String wkt, Object... values) {
        try {
            Geometry geometry = wkt.isEmpty() ? null : new WKTReader().read(wkt);
            rows.add(new SourceRow(rows.size() + 1, geometry, values));
            return this;
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String displayName() {
        return name + ".shp";
    }

    @Override
    public String sha256() {
        return "00";
    }

    @Override
    public SourceSchema schema() {
        return schema;
    }

    @Override
    public GeometryKind geometry() {
        return kind;
    }

    @Override
    public DeclaredCrs crs() {
        return new DeclaredCrs(java.util.Optional.empty(), java.util.Optional.of("EPSG:4490"));
    }

    @Override
    public OptionalLong rowCount() {
        return OptionalLong.of(rows.size());
    }

    @Override
    public Iterator<SourceRow> rows() {
        return rows.iterator();
    }

    @Override
    public void close() {
        // nothing is open
    }
}
