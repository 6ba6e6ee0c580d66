package org.onemap.geoserver.catalog;

import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * A layer of the one map as it is to be published. Immutable.
 *
 * @param name of the layer, its table and its feature type
 * @param title what users read
 * @param description what the feature type says about itself
 * @param keywords without commas
 * @param columns the fields of its table beside the system columns
 * @param box of its geometries in EPSG:4490, longitude first
 * @param cqlFilter which rows are shown; empty text for all
 */
public record PublishedLayer(
        String name,
        String title,
        String description,
        List<String> keywords,
        List<String> columns,
        Envelope box,
        String cqlFilter) {

    public PublishedLayer {
        keywords = List.copyOf(keywords);
        columns = List.copyOf(columns);
        box = new Envelope(box);
    }
}
