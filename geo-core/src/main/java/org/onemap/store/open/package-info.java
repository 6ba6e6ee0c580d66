/** Opens the store that a {@link org.onemap.store.StoreLocation} names; the one place that knows all engines. */
@NullMarked
package org.onemap.store.open;

import org.jspecify.annotations.NullMarked;
