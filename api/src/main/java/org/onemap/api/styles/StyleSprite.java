package org.onemap.api.styles;

import java.io.IOException;
import java.util.Set;
import org.onemap.NotFound;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Precompressed;

/**
 * {@code /styles/{styleId}/sprite.json}, {@code sprite.png} and both with {@code @2x}: the icons in one picture, which
 * MapLibre asks for by these names.
 */
public final class StyleSprite implements Endpoint {

    private final StyleBodies styles;

    /** Sends the icons of these styles. */
    public StyleSprite(StyleBodies styles) {
        this.styles = styles;
    }

    @Override
    public String path() {
        return "/styles/{styleId}/sprite{size}";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.query().requireOnly(Set.of());
        styles.get(exchange.pathPart("styleId"));
        String size = exchange.pathPart("size");
        int ratio = size.startsWith("@2x") ? 2 : 1;
        switch (size) {
            case ".json", "@2x.json" -> exchange.send("application/json", styles.spriteIndex(ratio));
            case ".png", "@2x.png" -> send(exchange, styles.spritePicture(ratio));
            default ->
                throw new NotFound("there is no sprite" + size
                        + "; there are sprite.json, sprite.png, sprite@2x.json and sprite@2x.png");
        }
    }

    private static void send(Exchange exchange, Precompressed picture) throws IOException {
        exchange.send("image/png", picture);
    }
}
