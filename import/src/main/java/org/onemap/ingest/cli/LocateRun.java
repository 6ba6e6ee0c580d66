package org.onemap.ingest.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.onemap.NotFound;
import org.onemap.StoreUnavailable;
import org.onemap.ingest.locate.LocateCounts;
import org.onemap.ingest.locate.LocateOptions;
import org.onemap.ingest.locate.RowLocator;
import org.onemap.locate.Locator;
import org.onemap.rights.Principal;
import org.onemap.snapshot.AsOfLocators;
import org.onemap.snapshot.SnapshotLoader;
import org.onemap.store.Store;

/** One run of {@code onemap locate}: opens both ends, shows how it goes and how it ended. */
record LocateRun(Console console, Optional<Path> input, Optional<Path> output) {

    /** The exit code. */
    int run(Store store, Optional<LocalDate> asOf, LocateOptions options) {
        Locator locator = locator(store, asOf);
        if (locator.answeringLevel().isEmpty()) {
            console.err().println("onemap: the store has no divisions; every position lies outside");
        }
        long startNs = System.nanoTime();
        LocateCounts counts;
        try (LocateProgress progress = new LocateProgress(console, size());
                InputStream in = open()) {
            counts = write(new RowLocator(locator, options, progress), in);
        } catch (NoSuchFileException e) {
            throw new NotFound("there is no file " + e.getFile());
        } catch (IOException e) {
            throw new StoreUnavailable("broken off: " + e.getMessage(), e);
        }
        say(counts, System.nanoTime() - startNs);
        return ExitCode.DONE;
    }

    private static Locator locator(Store store, Optional<LocalDate> asOf) {
        Principal everybody = Principal.anonymous();
        return asOf.map(day -> new AsOfLocators(store, everybody).at(day))
                .orElseGet(() -> SnapshotLoader.load(store, everybody).locator());
    }

    private InputStream open() throws IOException {
        return input.isPresent() ? Files.newInputStream(input.get()) : console.in();
    }

    private OptionalLong size() {
        try {
            return input.isPresent() ? OptionalLong.of(Files.size(input.get())) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty(); // opening it will say why
        }
    }

    private LocateCounts write(RowLocator locator, InputStream in) throws IOException {
        if (output.isEmpty()) {
            LocateCounts counts = locator.run(in, console.data());
            console.data().flush();
            return counts;
        }
        Path wanted = output.get().toAbsolutePath();
        Path beside = folder(wanted)
                .resolve("." + wanted.getFileName() + "."
                        + ProcessHandle.current().pid() + ".part");
        try {
            LocateCounts counts;
            try (OutputStream out = Files.newOutputStream(beside)) {
                counts = locator.run(in, out);
            }
            move(beside, wanted);
            return counts;
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static Path folder(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NotFound("there is no folder " + folder + " for --output");
        }
        return folder;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void say(LocateCounts counts, long ns) {
        console.err()
                .println(String.format(
                        Locale.ROOT,
                        "%,d rows in %.1f s (%,d rows/s): %,d inside, %,d outside, %,d marked in locate_note",
                        counts.rows(),
                        ns / 1e9,
                        Math.round(counts.rows() / Math.max(1e-3, ns / 1e9)),
                        counts.inside(),
                        counts.outside(),
                        counts.marked()));
    }
}
