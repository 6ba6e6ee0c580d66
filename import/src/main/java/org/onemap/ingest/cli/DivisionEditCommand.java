package org.onemap.ingest.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.StoreUnavailable;
import org.onemap.division.life.DivisionEditor;
import org.onemap.division.life.DivisionKey;
import org.onemap.ingest.edit.Drafts;
import org.onemap.ingest.edit.EditDraft;
import org.onemap.ingest.edit.Signatures;
import org.onemap.ingest.edit.StoreReading;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest.Effective;
import org.onemap.store.Store;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the edits of divisions have in common: they make a draft, show it, and may accept it at once. */
abstract class DivisionEditCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(names = "--level", paramLabel = "L", description = "Level of the code, where several have it.")
    private @Nullable String level;

    @Mixin
    private AuthorOption author = new AuthorOption();

    @Option(names = "--note", defaultValue = "", paramLabel = "TEXT", description = "What the change is for.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String note;

    @Option(
            names = "--effective",
            paramLabel = "DAY",
            converter = Days.class,
            description = "Accept the draft at once, without signatures, from this day on. Default: leave it a draft.")
    private @Nullable LocalDate effective;

    @Option(names = "--register", paramLabel = "FILE.html", description = "Write the 网格划分登记表 there.")
    private @Nullable Path register;

    DivisionEditCommand(Console console) {
        this.console = console;
    }

    /** Does the edit and says in a few words what it was. */
    abstract String edit(DivisionEditor editor, Store store);

    @Override
    public Integer call() {
        try (OpenedStore opened = store.open()) {
            String[] said = {""};
            ChangeSet draft = new EditDraft(opened.store()).write(author.name(), note, editor -> {
                said[0] = edit(editor, opened.store());
            });
            console.out().println("draft " + draft.number() + ": " + said[0]);
            draft.counts().forEach((layer, counts) -> console.out().println("  " + ImportRun.say(layer, counts)));
            ChangeSet result = draft;
            if (effective != null) {
                result = accept(opened.store(), draft);
            } else {
                console.out()
                        .println("  next: onemap division sign " + draft.number()
                                + " --level 社区 --by NAME, then 办事处, 区; then onemap division accept " + draft.number());
            }
            if (register != null) {
                DivisionDrafts.writeRegister(opened.store(), result.number(), register, new Signatures(opened.store()));
                console.out().println("  register: " + register);
            }
        }
        return ExitCode.DONE;
    }

    private ChangeSet accept(Store store, ChangeSet draft) {
        LocalDate day = Objects.requireNonNull(effective);
        ChangeSet accepted = Drafts.acceptOrDiscard(store, draft, Effective.from(day), author.name());
        console.out().println("  " + DivisionDrafts.say(accepted));
        return accepted;
    }

    final DivisionKey key(DivisionEditor editor, String code) {
        return StoreReading.key(editor.rows(), code, Optional.ofNullable(level));
    }

    /** A geometry given as WKT, or as the path of a file with WKT or GeoJSON. */
    static Geometry geometry(String given) {
        String text = given.strip();
        if (!text.matches("(?is)(multi)?(point|linestring|polygon|geometrycollection).*")) {
            text = read(given).strip();
        }
        try {
            Geometry geometry = text.startsWith("{") ? new GeoJsonReader().read(text) : new WKTReader().read(text);
            if (geometry.isEmpty()) {
                throw new InvalidInput("the geometry is empty: " + given);
            }
            return geometry;
        } catch (ParseException | IllegalArgumentException e) {
            throw new InvalidInput("'" + given + "' is neither WKT nor GeoJSON: " + e.getMessage(), e);
        }
    }

    private static String read(String file) {
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path)) {
                throw new NotFound("'" + file + "' is no WKT, and there is no file of this name");
            }
            return Files.readString(path);
        } catch (InvalidPathException e) {
            throw new InvalidInput("'" + file + "' is neither WKT nor the name of a file", e);
        } catch (IOException e) {
            throw new StoreUnavailable(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
