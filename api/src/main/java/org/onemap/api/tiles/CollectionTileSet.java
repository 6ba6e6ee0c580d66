package org.onemap.api.tiles;

import java.io.IOException;
import java.util.Set;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Representation;
import org.onemap.snapshot.Snapshot;

/** The metadata of the tileset of one collection, or its TileJSON with {@code f=tilejson}. */
public final class CollectionTileSet implements Endpoint {

    private final Tiles tiles;

    /** Tells of these tiles. */
    public CollectionTileSet(Tiles tiles) {
        this.tiles = tiles;
    }

    @Override
    public String path() {
        return "/collections/{collectionId}/tiles/{tileMatrixSetId}";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.query().requireOnly(Set.of());
        TilePath.matrixSet(exchange);
        Representation form = exchange.negotiate(Representation.JSON, Representation.TILEJSON);
        Snapshot snapshot = tiles.snapshot();
        TileSetDocument document = TileSetDocument.ofCollection(snapshot, TilePath.layer(exchange, snapshot));
        if (exchange.isAnsweredBy(exchange.tagOf(snapshot.changeNumber(), form), form)) {
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
