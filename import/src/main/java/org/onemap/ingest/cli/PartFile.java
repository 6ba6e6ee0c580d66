package org.onemap.ingest.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.onemap.NotFound;

/**
 * A file that appears when all of it is there: written beside its place under another name. Of one that does not come to
 * its end nothing stays, also when the process is told to end (Ctrl-C). Confined to one thread.
 */
final class PartFile implements AutoCloseable {

    private final Path wanted;
    private final Path part;
    private final Thread hook;

    private PartFile(Path wanted, Path part) {
        this.wanted = wanted;
        this.part = part;
        this.hook = new Thread(this::delete, "end of " + part.getFileName());
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Begins a file.
     *
     * @throws NotFound if its folder is not there
     */
    static PartFile of(Path file) {
        Path wanted = file.toAbsolutePath();
        Path folder = wanted.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NotFound("there is no folder " + folder + " for --output");
        }
        return new PartFile(
                wanted,
                folder.resolve("." + wanted.getFileName() + "."
                        + ProcessHandle.current().pid() + ".part"));
    }

    /** Where it is written. */
    Path path() {
        return part;
    }

    /** Puts it in its place. */
    void finish() throws IOException {
        try {
            Files.move(part, wanted, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, wanted, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // it is named so that everybody sees what it is
        }
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process ends already, and the hook has run or runs
        }
    }
}
