/**
 * The command line: one class per command, {@link org.onemap.ingest.cli.Onemap} in front.
 *
 * <p>Standard output carries results, standard error what goes wrong and progress; both are UTF-8 whatever the locale.
 * Exit codes: 0 done, 1 failure, 2 refused by checks or input, 64 wrong usage. A fault is one sentence; the trace comes
 * with {@code --verbose}.
 */
@NullMarked
package org.onemap.ingest.cli;

import org.jspecify.annotations.NullMarked;
