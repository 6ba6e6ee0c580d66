/** The entry of reading: which format a file is in, and the sources that it holds. */
@NullMarked
package org.onemap.ingest.read.open;

import org.jspecify.annotations.NullMarked;
