package org.onemap.api.styles;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Representation;

/** {@code /styles/{styleId}}: a style as OpenLayers flat styles. */
public final class Style implements Endpoint {

    private static final Representation OPENLAYERS = new Representation("ol", "application/json", List.of("text/json"));

    private final StyleBodies styles;

    /** Sends these styles. */
    public Style(StyleBodies styles) {
        this.styles = styles;
    }

    @Override
    public String path() {
        return "/styles/{styleId}";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.query().requireOnly(Set.of());
        Representation form = exchange.negotiate(OPENLAYERS, Representation.JSON);
        exchange.send(form.mediaType(), styles.get(exchange.pathPart("styleId")).openLayers());
    }
}
