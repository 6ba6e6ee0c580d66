/** Files in, change sets out: the import and the command line around it. */
@NullMarked
package org.onemap.ingest;

import org.jspecify.annotations.NullMarked;
