package org.onemap.locate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * A file that is written beside its place and takes it in one step, so nobody sees half of one. It is locked while it is
 * written: what a killed writer left behind is told from what another is writing by its lock, and removed by the next writer.
 */
final class PartFile implements AutoCloseable {

    private static final String SUFFIX = ".part";

    /** Between its creation and its lock a file is young. */
    private static final long YOUNG_MS = 60_000;

    private final Path path;
    private final FileChannel channel;

    private PartFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Begins a file; the folder is made if need be, and what killed writers left for this kind of file is removed. */
    static PartFile beside(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "no folder");
        Files.createDirectories(folder);
        removeAbandoned(folder, extension(file));
        Path path = Files.createTempFile(folder, file.getFileName() + ".", SUFFIX);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        PartFile part = new PartFile(path, channel);
        try {
            channel.lock();
            return part;
        } catch (IOException e) {
            part.close();
            throw e;
        }
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(Math.max(0, name.lastIndexOf('.')));
    }

    private static void removeAbandoned(Path folder, String extension) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*" + extension + ".*" + SUFFIX)) {
            for (Path part : parts) {
                if (isAbandoned(part)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    private static boolean isAbandoned(Path part) {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            long age =
                    System.currentTimeMillis() - Files.getLastModifiedTime(part).toMillis();
            return age > YOUNG_MS && isFree(channel);
        } catch (IOException e) {
            return false; // gone meanwhile, or not ours to remove
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try (FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // another thread of this process writes it
        }
    }

    FileChannel channel() {
        return channel;
    }

    /** Takes the place of the file, old or new. */
    void moveTo(Path file) throws IOException {
        Files.move(path, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes the file unless it was moved. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }
}
