package org.onemap.api.tiles;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Representation;

/**
 * One tile of one collection.
 *
 * <p>A tile in which nothing lies is 200 with no bytes: every client takes that for an empty tile, and it has a tag.
 */
public final class CollectionTile implements Endpoint {

    private final Tiles tiles;

    /** Takes tiles from here. */
    public CollectionTile(Tiles tiles) {
        this.tiles = tiles;
    }

    @Override
    public String path() {
        return "/collections/{collectionId}/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.query().requireOnly(Set.of());
        exchange.negotiate(Representation.MVT);
        EncodedTile tile = tiles.get(List.of(TilePath.layer(exchange, tiles.snapshot())), TilePath.tile(exchange));
        exchange.send(Representation.MVT.mediaType(), tile.body());
    }
}
