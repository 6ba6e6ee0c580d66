/**
 * {@code onemap locate}: adds to every row of a table, or line of JSON, the divisions that its position lies in.
 *
 * <p>Accepted: CSV in any charset that keeps ASCII bytes to itself (UTF-8, GBK, GB18030, Big5), lines of JSON in UTF-8.
 * Guaranteed: every row comes out, in order, its bytes as they were; a row that cannot be used is marked and the next
 * one goes on; memory is bounded.
 *
 * <ol>
 *   <li>{@link org.onemap.ingest.locate.RowLocator} looks at the beginning and chooses the format.
 *   <li>{@code CsvRowFormat} and {@code JsonRowFormat} find rows in a window on the bytes, up to a batch at a time.
 *   <li>The batch is located in bulk; {@code AddedColumns} holds the bytes that each distinct answer adds, made once.
 *   <li>{@code RowOutput} copies each row and puts them behind it.
 * </ol>
 */
@NullMarked
package org.onemap.ingest.locate;

import org.jspecify.annotations.NullMarked;
