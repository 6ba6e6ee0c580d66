package org.onemap.api.tiles;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Link;
import org.onemap.api.http.Representation;
import org.onemap.tile.TileMatrixSet;

/** {@code /tileMatrixSets}: the one that is served. */
public final class TileMatrixSets implements Endpoint {

    @Override
    public String path() {
        return "/tileMatrixSets";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.query().requireOnly(Set.of());
        Representation form = exchange.negotiate(Representation.JSON);
        TileMatrixSet set = TileMatrixSet.webMercatorQuad();
        exchange.json(form.mediaType(), json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("tileMatrixSets");
            json.writeStartObject();
            json.writeStringField("id", set.id());
            json.writeStringField("title", "Google Maps Compatible for the World");
            json.writeStringField("uri", set.uri());
            json.writeStringField("crs", set.crs());
            Link.write(
                    json,
                    List.of(new Link(exchange.url("/tileMatrixSets/" + set.id()), "self", form.mediaType(), set.id())));
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
