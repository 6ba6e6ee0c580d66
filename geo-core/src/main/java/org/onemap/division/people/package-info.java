/**
 * The people of the divisions (定员、定岗): who holds which post where and for what matters, from which day to which, who
 * stands in for whom; what must hold of that, and telephone numbers that do not show themselves.
 *
 * <p>Pure: rows in, rows out; {@code org.onemap.ingest.edit} writes them through change sets.
 */
@NullMarked
package org.onemap.division.people;

import org.jspecify.annotations.NullMarked;
