package org.onemap.api.tiles;

import java.io.IOException;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Representation;

/** Sends a tile. One without content is sent as 200 with no bytes: every client understands that, and it has a tag. */
final class TileAnswer {

    private TileAnswer() {}

    static void send(Exchange exchange, EncodedTile tile) throws IOException {
        if (exchange.isAnsweredBy(tile.tag(), Representation.MVT)) {
            return;
        }
        if (exchange.acceptsGzip()) {
            exchange.gzipped(Representation.MVT.mediaType(), tile.gzip());
        } else {
            exchange.uncompressed(Representation.MVT.mediaType(), tile.plain());
        }
    }
}
