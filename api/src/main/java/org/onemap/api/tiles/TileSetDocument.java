package org.onemap.api.tiles;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Link;
import org.onemap.api.http.Representation;
import org.onemap.feature.Field;
import org.onemap.feature.Layer;
import org.onemap.snapshot.Snapshot;
import org.onemap.tile.TileMatrixSet;

/**
 * What is said of a tileset: of one collection, or of several together. Immutable.
 *
 * @param snapshot what it is said of
 * @param layers the layers in its tiles
 * @param title what users read
 * @param path where its tilesets are listed, for instance {@code /collections/grid/tiles}
 * @param selection which layers were chosen
 */
record TileSetDocument(Snapshot snapshot, List<Layer> layers, String title, String path, Selection selection) {

    /**
     * Which layers were chosen, and from which levels on they are there. Immutable.
     *
     * @param query the query that chooses them, with its question mark; empty for all
     * @param levels what is left out of tiles that nobody chose layers for; empty where that is nothing
     */
    record Selection(String query, Optional<DrawnLevels> levels) {

        private static final Selection ALL_ALWAYS = new Selection("", Optional.empty());
    }

    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    /** The largest zoom level worth asking for; deeper ones are drawn from it. */
    private static final int MAX_ZOOM = 18;

    /** The tileset of one collection. */
    static TileSetDocument ofCollection(Snapshot snapshot, Layer layer) {
        String encoded = encode(layer.name());
        return new TileSetDocument(
                snapshot, List.of(layer), layer.title(), "/collections/" + encoded + "/tiles", Selection.ALL_ALWAYS);
    }

    /** The tileset of several collections in one tile. */
    static TileSetDocument ofDataset(Tiles tiles, Exchange exchange) {
        Snapshot snapshot = tiles.snapshot();
        List<Layer> layers = TilePath.layers(exchange, snapshot);
        Selection selection = exchange.query()
                .find("collections")
                .map(names -> new Selection("?collections=" + encode(names).replace("%2C", ","), Optional.empty()))
                .orElseGet(() -> new Selection("", Optional.of(DrawnLevels.ofTheme())));
        return new TileSetDocument(snapshot, layers, "要素一张图", "/tiles", selection);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static TileMatrixSet matrixSet() {
        return TileMatrixSet.webMercatorQuad();
    }

    private String url(Exchange exchange) {
        return exchange.url(path + "/" + matrixSet().id());
    }

    private String with(String url, String format) {
        return url + (selection.query().isEmpty() ? "?" : selection.query() + "&") + "f=" + format;
    }

    private Link tileTemplate(Exchange exchange) {
        return new Link(
                with(url(exchange) + "/{tileMatrix}/{tileRow}/{tileCol}", "mvt"),
                "item",
                Representation.MVT.mediaType(),
                title + ": tiles");
    }

    /** Writes the entry of a list of tilesets. */
    void writeSummary(JsonGenerator json, Exchange exchange) throws IOException {
        json.writeStartObject();
        writeCommon(json);
        Link.write(
                json,
                List.of(
                        new Link(url(exchange) + selection.query(), "self", "application/json", title),
                        tileJsonLink(exchange),
                        tileTemplate(exchange),
                        matrixSetLink(exchange)));
        json.writeEndObject();
    }

    private Link tileJsonLink(Exchange exchange) {
        return new Link(
                with(url(exchange), "tilejson"), "describedby", Representation.TILEJSON.mediaType(), "TileJSON");
    }

    private static Link matrixSetLink(Exchange exchange) {
        return new Link(
                exchange.url("/tileMatrixSets/" + matrixSet().id()),
                "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme",
                "application/json",
                matrixSet().id());
    }

    /** Writes the metadata of OGC API Tiles. */
    void write(JsonGenerator json, Exchange exchange) throws IOException {
        json.writeStartObject();
        writeCommon(json);
        json.writeArrayFieldStart("layers");
        for (Layer layer : layers) {
            json.writeStartObject();
            json.writeStringField("id", layer.name());
            json.writeStringField("title", layer.title());
            json.writeStringField("dataType", "vector");
            json.writeObjectFieldStart("propertiesSchema");
            json.writeStringField("type", "object");
            json.writeObjectFieldStart("properties");
            for (String column : columns(layer)) {
                json.writeObjectFieldStart(column);
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        Optional<Envelope> box = box();
        if (box.isPresent()) {
            json.writeObjectFieldStart("boundingBox");
            writePair(json, "lowerLeft", box.get().getMinX(), box.get().getMinY());
            writePair(json, "upperRight", box.get().getMaxX(), box.get().getMaxY());
            json.writeStringField("crs", CRS84);
            json.writeEndObject();
        }
        Link.write(
                json,
                List.of(
                        new Link(exchange.url(exchange.target()), "self", "application/json", title),
                        tileJsonLink(exchange),
                        tileTemplate(exchange),
                        matrixSetLink(exchange)));
        json.writeEndObject();
    }

    private void writeCommon(JsonGenerator json) throws IOException {
        json.writeStringField("title", title);
        json.writeStringField("dataType", "vector");
        json.writeStringField("crs", matrixSet().crs());
        json.writeStringField("tileMatrixSetId", matrixSet().id());
        json.writeStringField("tileMatrixSetURI", matrixSet().uri());
    }

    private static void writePair(JsonGenerator json, String name, double lonDeg, double latDeg) throws IOException {
        json.writeArrayFieldStart(name);
        json.writeNumber(lonDeg);
        json.writeNumber(latDeg);
        json.writeEndArray();
    }

    /** Writes TileJSON 3.0. */
    void writeTileJson(JsonGenerator json, Exchange exchange) throws IOException {
        json.writeStartObject();
        json.writeStringField("tilejson", "3.0.0");
        json.writeStringField("name", title);
        json.writeStringField("scheme", "xyz");
        json.writeArrayFieldStart("tiles");
        json.writeString(with(url(exchange) + "/{z}/{y}/{x}", "mvt"));
        json.writeEndArray();
        json.writeNumberField("minzoom", 0);
        json.writeNumberField("maxzoom", MAX_ZOOM);
        Optional<Envelope> box = box();
        if (box.isPresent()) {
            json.writeArrayFieldStart("bounds");
            json.writeNumber(box.get().getMinX());
            json.writeNumber(box.get().getMinY());
            json.writeNumber(box.get().getMaxX());
            json.writeNumber(box.get().getMaxY());
            json.writeEndArray();
            json.writeArrayFieldStart("center");
            json.writeNumber(box.get().centre().x);
            json.writeNumber(box.get().centre().y);
            json.writeNumber(12);
            json.writeEndArray();
        }
        json.writeArrayFieldStart("vector_layers");
        for (Layer layer : layers) {
            json.writeStartObject();
            json.writeStringField("id", layer.name());
            json.writeStringField("description", layer.title());
            json.writeNumberField(
                    "minzoom",
                    selection.levels().map(levels -> levels.lowest(layer)).orElse(0));
            json.writeNumberField("maxzoom", MAX_ZOOM);
            json.writeObjectFieldStart("fields");
            for (String column : columns(layer)) {
                json.writeStringField(column, type(layer, column));
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private Optional<Envelope> box() {
        Envelope all = new Envelope();
        for (Layer layer : layers) {
            snapshot.extent(layer.name()).ifPresent(all::expandToInclude);
        }
        return all.isNull() ? Optional.empty() : Optional.of(all);
    }

    private static List<String> columns(Layer layer) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("code", "name", "parent_code"),
                        layer.schema().fields().stream().map(Field::name))
                .toList();
    }

    private static String type(Layer layer, String column) {
        return layer.schema().fields().stream()
                .filter(field -> field.name().equals(column))
                .map(field -> switch (field.type()) {
                    case INTEGER, REAL -> "Number";
                    case BOOLEAN -> "Boolean";
                    case TEXT, DATE, DATETIME -> "String";
                })
                .findFirst()
                .orElse("String");
    }
}
