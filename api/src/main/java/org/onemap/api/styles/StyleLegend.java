package org.onemap.api.styles;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Representation;

/** {@code /styles/{styleId}/legend}: what the symbols mean, as JSON or as one picture. */
public final class StyleLegend implements Endpoint {

    private static final Representation SVG = new Representation("svg", "image/svg+xml", List.of());

    private final StyleBodies styles;

    /** Sends the legends of these styles. */
    public StyleLegend(StyleBodies styles) {
        this.styles = styles;
    }

    @Override
    public String path() {
        return "/styles/{styleId}/legend";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.query().requireOnly(Set.of());
        Representation form = exchange.negotiate(Representation.JSON, SVG);
        String style = exchange.pathPart("styleId");
        exchange.send(form.mediaType(), form.equals(SVG) ? styles.legendSvg(style) : styles.legendJson(style));
    }
}
