/** The HTTP service over the current snapshot of the one map. */
@NullMarked
package org.onemap.api;

import org.jspecify.annotations.NullMarked;
