/** The styles of the map and its legend, as module styles generates them from one theme. */
@NullMarked
package org.onemap.api.styles;

import org.jspecify.annotations.NullMarked;
