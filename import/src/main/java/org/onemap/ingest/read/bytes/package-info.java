/**
 * Files as bytes: windows on large files, and hashes.
 */
@NullMarked
package org.onemap.ingest.read.bytes;

import org.jspecify.annotations.NullMarked;
