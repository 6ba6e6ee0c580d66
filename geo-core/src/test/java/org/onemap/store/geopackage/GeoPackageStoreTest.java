package org.onemap.store.geopackage;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import org.onemap.store.Store;
import org.onemap.store.StoreContract;

/** The store contract on a real GeoPackage file. */
class GeoPackageStoreTest extends StoreContract {

    @TempDir
    Path folder;

    @Override
    protected Store openStore(Clock clock) {
        return GeoPackageStore.openOrCreate(folder.resolve("store.gpkg"), clock);
    }
}
