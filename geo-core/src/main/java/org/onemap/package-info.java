/** The four kinds of failure that every module of onemap throws. */
@NullMarked
package org.onemap;

import org.jspecify.annotations.NullMarked;
