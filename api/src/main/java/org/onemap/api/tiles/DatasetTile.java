package org.onemap.api.tiles;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Representation;
import org.onemap.feature.Layer;
import org.onemap.tile.TileId;

/**
 * One tile with the layers of all collections, or of those that {@code collections=} names. Without a choice, element
 * layers that the map does not draw yet are left out below zoom {@value DrawnLevels#ALL_FROM_ZOOM}.
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
        TileId tile = TilePath.tile(exchange);
        List<Layer> layers = TilePath.layers(exchange, tiles.snapshot());
        boolean chosen = exchange.query().find("collections").isPresent();
        EncodedTile encoded = tiles.get(chosen ? layers : DrawnLevels.ofTheme().at(tile.zoom(), layers), tile);
        exchange.send(Representation.MVT.mediaType(), encoded.body());
    }
}
