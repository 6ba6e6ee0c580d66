/**
 * Tables in text: CSV (RFC 4180) with comma, semicolon, tab or bar, with or without positions.
 *
 * <p>Accepted: any character set with {@code --charset}, by byte order mark or by judgement; line breaks in quotes; columns
 * of longitude and latitude under their usual names, or one of WKT or hexadecimal WKB. Guaranteed: two passes in constant
 * memory; texts become numbers only where the number prints back identically, so that codes keep their leading zeros; a
 * row that does not fit its header is an issue. A line of column names is needed.
 */
@NullMarked
package org.onemap.ingest.read.csv;

import org.jspecify.annotations.NullMarked;
