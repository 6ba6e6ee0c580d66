/**
 * Zip archives: their members unpacked into a folder of their own, within bounds.
 *
 * <p>Accepted: names in UTF-8 (marked or not), GBK and Western character sets, folders. Guaranteed: nothing is written
 * outside the folder, a bomb ends in a sentence and not in a full disk, the folder is deleted when the last source is
 * closed. Not handled: encrypted archives, archives in archives.
 */
@NullMarked
package org.onemap.ingest.read.archive;

import org.jspecify.annotations.NullMarked;
