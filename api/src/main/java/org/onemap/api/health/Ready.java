package org.onemap.api.health;

import java.io.IOException;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.snapshot.SnapshotHolder;
import org.onemap.store.Store;

/** {@code /health/ready}: a snapshot is loaded and the store can be reached; 503 otherwise. */
public final class Ready implements Endpoint {

    private final Store store;
    private final SnapshotHolder snapshots;

    /** Asks this store and these snapshots. */
    public Ready(Store store, SnapshotHolder snapshots) {
        this.store = store;
        this.snapshots = snapshots;
    }

    @Override
    public String path() {
        return "/health/ready";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        long inStore = store.changeNumber(); // throws StoreUnavailable, which is 503
        long served = snapshots.current().changeNumber();
        exchange.header("Cache-Control", "no-store").json("application/json", json -> {
            json.writeStartObject();
            json.writeStringField("status", "ready");
            json.writeNumberField("changeNumber", served);
            json.writeNumberField("storeChangeNumber", inStore);
            json.writeEndObject();
        });
    }
}
