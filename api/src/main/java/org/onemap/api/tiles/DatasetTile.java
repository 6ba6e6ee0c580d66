package org.onemap.api.tiles;

import java.io.IOException;
import java.util.Set;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Representation;

/**
 * One tile with the layers of all collections, or of those that {@code collections=} names.
 *
 * <p>A tile in which nothing lies is 200 with no bytes: every client takes that for an empty tile, and it has a tag.
 */
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
        EncodedTile tile = tiles.get(TilePath.layers(exchange, tiles.snapshot()), TilePath.tile(exchange));
        exchange.send(Representation.MVT.mediaType(), tile.body());
    }
}
