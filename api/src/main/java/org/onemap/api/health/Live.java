package org.onemap.api.health;

import java.io.IOException;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;

/** {@code /health/live}: the process answers. */
public final class Live implements Endpoint {

    @Override
    public String path() {
        return "/health/live";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.header("Cache-Control", "no-store").json("application/json", json -> {
            json.writeStartObject();
            json.writeStringField("status", "live");
            json.writeEndObject();
        });
    }
}
