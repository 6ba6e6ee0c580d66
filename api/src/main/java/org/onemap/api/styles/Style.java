package org.onemap.api.styles;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.onemap.InvalidInput;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Representation;

/**
 * {@code /styles/{styleId}}: a style as MapLibre style, SLD 1.0, SLD 1.1 or OpenLayers flat styles; {@code layer=} asks for
 * the SLD of one layer, as a publisher of one table needs it.
 */
public final class Style implements Endpoint {

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
        exchange.query().requireOnly(Set.of("layer"));
        Representation form = exchange.negotiate(
                StyleForms.MAPBOX,
                StyleForms.SLD_1_0,
                StyleForms.SLD_1_1,
                StyleForms.OPENLAYERS,
                new Representation("json", StyleForms.MAPBOX.mediaType(), StyleForms.MAPBOX.alsoAccepts()));
        String style = exchange.pathPart("styleId");
        styles.get(style);
        Optional<String> layer = exchange.query().find("layer");
        if (layer.isEmpty()) {
            Representation known = form.token().equals("json") ? StyleForms.MAPBOX : form;
            exchange.send(form.mediaType(), styles.style(style, known, exchange.url("")));
            return;
        }
        if (!form.equals(StyleForms.SLD_1_0) && !form.equals(StyleForms.SLD_1_1)) {
            throw new InvalidInput(
                    "only SLD can be had for one layer: with layer=" + layer.get() + " say f=sld10 or f=sld11");
        }
        exchange.send(form.mediaType(), styles.layerStyle(style, form, layer.get()));
    }
}
