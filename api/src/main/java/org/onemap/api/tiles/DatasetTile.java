package org.onemap.api.tiles;

import java.io.IOException;
import java.util.Set;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Representation;

/** One tile with the layers of all collections, or of those that {@code collections=} names. */
public final class DatasetTile implements Endpoint {

    private final Tiles tiles;

    /** Takes tiles from here. */
    public DatasetTile(Tiles tiles) {
        this.tiles = tiles;
    }

    @Override
    public String path() {
        return "/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.query().requireOnly(Set.of("collections"));
        exchange.negotiate(Representation.MVT);
        TileAnswer.send(exchange, tiles.get(TilePath.layers(exchange, tiles.snapshot()), TilePath.tile(exchange)));
    }
}
