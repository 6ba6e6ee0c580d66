package org.onemap.api.divisions;

import java.io.IOException;
import java.util.Optional;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.store.Store;

/** {@code /v1/divisions}: the divisions of all levels, by level, parent, beginning of the code, name or box. */
public final class Divisions implements Endpoint {

    private final DivisionList list;

    /** Lists the divisions of these days; boxes are looked up in the store. */
    public Divisions(Store store, DivisionDays days) {
        this.list = new DivisionList(store, days);
    }

    @Override
    public String path() {
        return "/v1/divisions";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.query().requireOnly(DivisionsQuery.PARAMETERS);
        list.answer(exchange, Optional.empty());
    }
}
