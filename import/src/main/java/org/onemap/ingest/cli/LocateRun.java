package org.onemap.ingest.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
        try (InputStream in = open();
                LocateProgress progress = new LocateProgress(console, isScreenFree(), size(in))) {
            counts = write(new RowLocator(locator, options, progress), in);
        } catch (DataOutput.ReaderGone e) {
            return ExitCode.READER_GONE; // whoever asked for less has it
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

    /** How many bytes there are to read; a pipe does not know. */
    private OptionalLong size(InputStream in) {
        try {
            long size = input.isPresent()
                    ? Files.size(input.get())
                    : in instanceof FileInputStream file ? file.getChannel().size() : 0;
            return size > 0 ? OptionalLong.of(size) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** Rows on the screen and a bar on the screen would write over each other. */
    private boolean isScreenFree() {
        return output.isPresent() || !Console.isDataOnTerminal();
    }

    private LocateCounts write(RowLocator locator, InputStream in) throws IOException {
        if (output.isEmpty()) {
            LocateCounts counts = locator.run(in, console.data());
            console.data().flush();
            return counts;
        }
        try (PartFile part = PartFile.of(output.get())) {
            LocateCounts counts;
            try (OutputStream out = Files.newOutputStream(part.path())) {
                counts = locator.run(in, out);
            }
            part.finish();
            return counts;
        }
    }

    private void say(LocateCounts counts, long ns) {
        console.err()
                .println(String.format(
                        Locale.ROOT,
                        "%,d rows in %.1f s (%,d rows/s): %,d inside, %,d outside, %,d marked",
                        counts.rows(),
                        ns / 1e9,
                        Math.round(counts.rows() / Math.max(1e-3, ns / 1e9)),
                        counts.inside(),
                        counts.outside(),
                        counts.marked()));
    }
}
