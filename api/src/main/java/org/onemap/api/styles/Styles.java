package org.onemap.api.styles;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Link;
import org.onemap.api.http.Representation;
import org.onemap.theme.ThemeStyles;

/** {@code /styles}: the styles that there are. */
public final class Styles implements Endpoint {

    private final StyleBodies styles;

    /** Tells of these styles. */
    public Styles(StyleBodies styles) {
        this.styles = styles;
    }

    @Override
    public String path() {
        return "/styles";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.query().requireOnly(Set.of());
        Representation form = exchange.negotiate(Representation.JSON);
        exchange.json(form.mediaType(), json -> {
            json.writeStartObject();
            json.writeStringField("default", ThemeStyles.names().get(0));
            json.writeArrayFieldStart("styles");
            for (String name : ThemeStyles.names()) {
                String url = exchange.url("/styles/" + name);
                json.writeStartObject();
                json.writeStringField("id", name);
                json.writeStringField("title", styles.get(name).title());
                Link.write(
                        json,
                        List.of(
                                new Link(url + "?f=ol", "stylesheet", "application/json", "OpenLayers flat styles"),
                                new Link(url + "/legend", "legend", "application/json", "Legend 图例"),
                                new Link(url + "/legend?f=svg", "legend", "image/svg+xml", "Legend as a picture")));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
