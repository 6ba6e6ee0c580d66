package org.onemap.ingest.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Standard output for data. When its reader has stopped reading, as {@code head} does, a write says so with
 * {@link ReaderGone} instead of an error like that of a full disk.
 */
final class DataOutput extends FilterOutputStream {

    private final boolean pipe;

    private DataOutput(OutputStream out, boolean pipe) {
        super(out);
        this.pipe = pipe;
    }

    /** That of this process. */
    static OutputStream ofProcess() {
        return new DataOutput(new FileOutputStream(FileDescriptor.out), isPipe());
    }

    /** On Linux the kernel says what it is, in the words of the locale; a pipe fails for one reason only. */
    private static boolean isPipe() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            return target.startsWith("pipe:") || target.startsWith("socket:");
        } catch (IOException | InvalidPathException | UnsupportedOperationException e) {
            return false;
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw pipe || isBroken(e) ? new ReaderGone(e) : e;
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    private static boolean isBroken(IOException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe");
    }

    /** Nobody reads standard output any more. */
    static final class ReaderGone extends IOException {

        private static final long serialVersionUID = 1;

        ReaderGone(IOException cause) {
            super("nobody reads the output any more", cause);
        }
    }
}
