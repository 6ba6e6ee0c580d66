package org.onemap.api.features;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Link;
import org.onemap.api.http.Representation;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.ReadView;

/**
 * What is said of a collection: name, extent in place and time, links. Immutable.
 *
 * @param layer the layer behind it
 * @param box box of its current geometries; empty if it has none
 * @param since first day of validity of anything in it; empty if nothing was ever loaded
 */
record CollectionDocument(Layer layer, Optional<Envelope> box, Optional<LocalDate> since) {

    /** Reads what is said of all collections, in the order of the catalog. */
    static List<CollectionDocument> list(ReadView view) {
        List<ChangeSet> changes = view.listChangeSets();
        return view.layers(Principal.anonymous()).list().stream()
                .map(layer -> of(view, layer, changes))
                .toList();
    }

    /** Reads what is said of one collection. */
    static CollectionDocument of(ReadView view, Layer layer) {
        return of(view, layer, view.listChangeSets());
    }

    private static CollectionDocument of(ReadView view, Layer layer, List<ChangeSet> changes) {
        Optional<LocalDate> since = changes.stream()
                .filter(change -> change.state() == ChangeSet.State.APPLIED && change.kind() != ChangeSet.Kind.UNDO)
                .filter(change -> change.counts().containsKey(layer.name()))
                .map(ChangeSet::effective)
                .min(Comparator.naturalOrder());
        return new CollectionDocument(layer, view.extent(Principal.anonymous(), layer.name()), since);
    }

    /** The path of a collection; Chinese names are percent-encoded. */
    static String path(Layer layer) {
        return "/collections/" + encode(layer.name());
    }

    /** The path of an item. */
    static String path(Layer layer, String id) {
        return path(layer) + "/items/" + encode(id);
    }

    /** Percent-encodes one part of a path. */
    static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** One line for people. */
    String description() {
        return layer.title() + " (" + layer.name() + "): " + layer.schema().size() + " fields, keyed by "
                + layer.keyField();
    }

    void write(JsonGenerator json, Exchange exchange) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", layer.name());
        json.writeStringField("title", layer.title());
        json.writeStringField("description", description());
        json.writeStringField("itemType", "feature");
        writeExtent(json);
        json.writeArrayFieldStart("crs");
        json.writeString(GeoJson.CRS84);
        json.writeEndArray();
        json.writeStringField("storageCrs", GeoJson.CRS84);
        Link.write(json, links(exchange));
        json.writeEndObject();
    }

    private void writeExtent(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("extent");
        if (box.isPresent()) {
            json.writeObjectFieldStart("spatial");
            json.writeArrayFieldStart("bbox");
            json.writeStartArray();
            for (double number : corners(box.get())) {
                json.writeNumber(number);
            }
            json.writeEndArray();
            json.writeEndArray();
            json.writeStringField("crs", GeoJson.CRS84);
            json.writeEndObject();
        }
        json.writeObjectFieldStart("temporal");
        json.writeArrayFieldStart("interval");
        json.writeStartArray();
        json.writeString(since.map(day -> day + "T00:00:00+08:00").orElse(null));
        json.writeNull();
        json.writeEndArray();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** minLon, minLat, maxLon, maxLat. */
    static double[] corners(Envelope box) {
        return new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
    }

    private List<Link> links(Exchange exchange) {
        String self = exchange.url(path(layer));
        String title = layer.title();
        List<Link> links = new ArrayList<>(List.of(
                new Link(self, "self", "application/json", title),
                new Link(self + "?f=html", "alternate", "text/html", title),
                new Link(self + "/items", "items", Representation.GEOJSON.mediaType(), title + ": items as GeoJSON"),
                new Link(self + "/items?f=html", "items", "text/html", title + ": items as a page"),
                new Link(
                        self + "/queryables",
                        "http://www.opengis.net/def/rel/ogc/1.0/queryables",
                        Representation.SCHEMA.mediaType(),
                        title + ": columns")));
        if (layer.geometry().isSpatial()) {
            links.add(new Link(
                    self + "/tiles",
                    "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector",
                    "application/json",
                    title + ": vector tiles"));
            links.add(new Link(
                    exchange.url("/styles"),
                    "http://www.opengis.net/def/rel/ogc/1.0/styles",
                    "application/json",
                    "Styles 样式"));
        }
        return links;
    }
}
