package org.onemap.ingest.read.dbf;

/**
 * One column as the header of a table describes it.
 *
 * @param name bytes of its name with all that follows in its place
 * @param type the letter of its type, as written
 * @param offset where its bytes begin in a record, the deletion mark being at 0
 * @param width how many bytes it has
 * @param decimals how many digits after the point its numbers shall have
 * @param nullable whether Visual FoxPro keeps a mark for "no value" of it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DbfColumn(byte[] name, char type, int offset, int width, int decimals, boolean nullable) {}
