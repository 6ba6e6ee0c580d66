package org.onemap.ingest.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The streams of a command: words in UTF-8 whatever the locale says, and bytes as they are for commands that pass data
 * through.
 *
 * @param out words on standard output
 * @param err words on standard error
 * @param terminal whether standard error is a terminal
 * @param in the bytes of standard input
 * @param data the bytes of standard output; a command uses this or {@code out}
 */
record Console(PrintWriter out, PrintWriter err, boolean terminal, InputStream in, OutputStream data) {

    /** Without bytes to pass through. */
    Console(PrintWriter out, PrintWriter err, boolean terminal) {
        this(out, err, terminal, InputStream.nullInputStream(), OutputStream.nullOutputStream());
    }

    /** The streams of this process. */
    static Console ofProcess() {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setOut(out);
        System.setErr(err);
        return new Console(
                new PrintWriter(out, true, StandardCharsets.UTF_8),
                new PrintWriter(err, true, StandardCharsets.UTF_8),
                isTerminal(2),
                new FileInputStream(FileDescriptor.in),
                DataOutput.ofProcess());
    }

    /** Whether data on standard output goes to the same screen that shows standard error. */
    static boolean isDataOnTerminal() {
        return isTerminal(1);
    }

    /** Whether a stream is a terminal, so that a progress bar can be drawn over itself. */
    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | InvalidPathException | UnsupportedOperationException e) {
            return false; // not Linux: plain lines are right everywhere
        }
    }
}
