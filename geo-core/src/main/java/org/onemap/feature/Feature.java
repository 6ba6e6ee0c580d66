package org.onemap.feature;

import java.time.LocalDate;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * One row of a layer as the store gives it. Immutable, but for the geometry, which JTS lets be changed: nobody does.
 *
 * @param oid permanent id, unique in the store, never reused; the MVT feature id
 * @param validFrom first day on which the row is valid, in Asia/Shanghai
 * @param changeSet number of the change set that wrote the row
 * @param content what the source said
 */
public record Feature(long oid, LocalDate validFrom, long changeSet, Content content) {

    /** The statutory code, if the row has one. */
    public Optional<String> code() {
        return content.code();
    }

    /** What the thing is called. */
    public Optional<String> name() {
        return content.name();
    }

    /** The code of the division above. */
    public Optional<String> parentCode() {
        return content.parentCode();
    }

    /** Its geometry in EPSG:4490, longitude first. */
    public Optional<Geometry> geometry() {
        return content.geometry();
    }

    /** The id in paths and GeoJSON: the code, or the value of the layer's key field, or at last the oid. */
    public String id(Layer layer) {
        return content.key("code").or(() -> content.key(layer.keyField())).orElseGet(() -> Long.toString(oid));
    }
}
