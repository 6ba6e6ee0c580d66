package org.onemap.api.tiles;

import java.io.IOException;
import java.util.Set;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Representation;

/** The metadata of the tileset of all collections together, or its TileJSON with {@code f=tilejson}. */
public final class DatasetTileSet implements Endpoint {

    private final Tiles tiles;

    /** Tells of these tiles. */
    public DatasetTileSet(Tiles tiles) {
        this.tiles = tiles;
    }

    @Override
    public String path() {
        return "/tiles/{tileMatrixSetId}";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.query().requireOnly(Set.of("collections"));
        TilePath.matrixSet(exchange);
        Representation form = exchange.negotiate(Representation.JSON, Representation.TILEJSON);
        TileSetDocument document = TileSetDocument.ofDataset(tiles, exchange);
        if (exchange.isAnsweredBy(exchange.tagOf(document.snapshot().changeNumber(), form), form)) {
            return;
        }
        exchange.json(form.mediaType(), json -> {
            if (form.equals(Representation.TILEJSON)) {
                document.writeTileJson(json, exchange);
            } else {
                document.write(json, exchange);
            }
        });
    }
}
