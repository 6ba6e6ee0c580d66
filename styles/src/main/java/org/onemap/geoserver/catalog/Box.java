package org.onemap.geoserver.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * A bounding box as a property says it: {@code minx miny maxx maxy EPSG:4490}, degrees to seven places (a centimetre).
 * Immutable.
 *
 * @param envelope longitude first
 * @param crs for instance {@code EPSG:4490}
 */
public record Box(Envelope envelope, String crs) {

    private static final int PLACES = 7;
    /** Ten metres: GeoServer cannot draw into a box without width. */
    private static final double LEAST_SIZE_DEG = 1e-4;

    /** A box for GeoServer: never without width or height. */
    public static Box of(Envelope envelope, String crs) {
        Envelope grown = new Envelope(envelope);
        grown.expandBy(
                grown.getWidth() < LEAST_SIZE_DEG ? LEAST_SIZE_DEG / 2 : 0,
                grown.getHeight() < LEAST_SIZE_DEG ? LEAST_SIZE_DEG / 2 : 0);
        return new Box(grown, crs);
    }

    /** Reads the written form. */
    static Box parse(String text) {
        String[] parts = text.split(" ", 5);
        Envelope envelope = new Envelope(
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[3]));
        return new Box(envelope, parts[4]);
    }

    /** Reads GeoServer's form, {@code {minx, maxx, miny, maxy, crs}}; empty if it is none. */
    static Optional<Box> read(JsonNode node) {
        if (!node.hasNonNull("minx") || !node.hasNonNull("maxy")) {
            return Optional.empty();
        }
        Envelope envelope = new Envelope(
                node.path("minx").asDouble(),
                node.path("maxx").asDouble(),
                node.path("miny").asDouble(),
                node.path("maxy").asDouble());
        JsonNode crs = node.path("crs");
        return Optional.of(new Box(envelope, crs.isObject() ? crs.path("$").asText() : crs.asText()));
    }

    void write(ObjectNode node) {
        node.put("minx", envelope.getMinX());
        node.put("maxx", envelope.getMaxX());
        node.put("miny", envelope.getMinY());
        node.put("maxy", envelope.getMaxY());
        node.put("crs", crs);
    }

    @Override
    public String toString() {
        return number(envelope.getMinX()) + " " + number(envelope.getMinY()) + " " + number(envelope.getMaxX()) + " "
                + number(envelope.getMaxY()) + " " + crs;
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(PLACES, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
