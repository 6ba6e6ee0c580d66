/** {@code /v1/locate}: whose is this position? Answered from the current snapshot, without a read of the store. */
@NullMarked
package org.onemap.api.locate;

import org.jspecify.annotations.NullMarked;
