/**
 * Character sets: their many names, strict decoding, and a judgement where a file names none.
 *
 * <p>Accepted: any bytes. Guaranteed: no replacement character without the caller being told, and GBK is always read as
 * GB18030, its superset.
 */
@NullMarked
package org.onemap.ingest.read.charset;

import org.jspecify.annotations.NullMarked;
