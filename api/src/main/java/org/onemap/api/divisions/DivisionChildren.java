package org.onemap.api.divisions;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.store.Store;

/** {@code /v1/divisions/{code}/children}: what lies right below a division, level by level. */
public final class DivisionChildren implements Endpoint {

    private final DivisionList list;

    /** Lists the divisions of these days. */
    public DivisionChildren(Store store, DivisionDays days) {
        this.list = new DivisionList(store, days);
    }

    @Override
    public String path() {
        return "/v1/divisions/{code}/children";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.query().requireOnly(Set.of("level", "asOf", "limit", "cursor"));
        list.answer(exchange, Optional.of(exchange.pathPart("code")));
    }
}
