package org.onemap.api.tiles;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Link;
import org.onemap.api.http.Representation;

/** The list of tilesets of all collections together: one, WebMercatorQuad. */
public final class DatasetTileSets implements Endpoint {

    private final Tiles tiles;

    /** Tells of these tiles. */
    public DatasetTileSets(Tiles tiles) {
        this.tiles = tiles;
    }

    @Override
    public String path() {
        return "/tiles";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.query().requireOnly(Set.of("collections"));
        Representation form = exchange.negotiate(Representation.JSON);
        TileSetDocument document = TileSetDocument.ofDataset(tiles, exchange);
        if (exchange.isAnsweredBy(exchange.tagOf(document.snapshot().changeNumber(), form), form)) {
            return;
        }
        exchange.json(form.mediaType(), json -> {
            json.writeStartObject();
            Link.write(json, List.of(new Link(exchange.url(exchange.target()), "self", form.mediaType(), "Tilesets")));
            json.writeArrayFieldStart("tilesets");
            document.writeSummary(json, exchange);
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
