package org.onemap.store;

import java.util.Iterator;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;

/** Features one by one. Confined to one thread; holds a statement of its view open until it is closed. */
public interface FeatureCursor extends Iterator<Feature>, AutoCloseable {

    /** The layer of the features, with the schema that their values follow. */
    Layer layer();

    @Override
    void close();
}
