/**
 * Whose is this point? {@link org.onemap.locate.DivisionIndex} answers for one level of the division tree, exactly as
 * JTS {@code covers} does; on a shared boundary the lowest code wins.
 */
@NullMarked
package org.onemap.locate;

import org.jspecify.annotations.NullMarked;
