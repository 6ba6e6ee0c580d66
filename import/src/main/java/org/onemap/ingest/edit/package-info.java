/**
 * Edits of divisions against a store: what is read for them, what follows from them (whose a building is, what a grid
 * counts, where its people go, the lineage), the draft that they become, its signatures and its 网格划分登记表.
 *
 * <p>The edits themselves are {@code org.onemap.division.life}.
 */
@NullMarked
package org.onemap.ingest.edit;

import org.jspecify.annotations.NullMarked;
