package org.onemap.ingest.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.onemap.division.life.DivisionEditor;
import org.onemap.division.life.DivisionKey;
import org.onemap.ingest.edit.StoreReading;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The edits of {@code onemap division}, one command each. */
final class DivisionEdits {

    private DivisionEdits() {}

    private static String codes(List<DivisionKey> keys) {
        return keys.stream().map(DivisionKey::code).collect(Collectors.joining(", "));
    }

    /** {@code onemap division split}. */
    @Command(name = "split", description = "Split a division along a road or a line.", mixinStandardHelpOptions = true)
    static final class Split extends DivisionEditCommand {

        @Parameters(paramLabel = "CODE", description = "The division.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String code;

        @ArgGroup(multiplicity = "1")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Line line;

        @Option(names = "--keep-code", description = "The part with most households keeps the code.")
        private boolean keepCode;

        Split(Console console) {
            super(console);
        }

        /** Along what. */
        static final class Line {

            @Option(names = "--along", paramLabel = "ROAD", description = "Name or code of a road of the store.")
            private @Nullable String along;

            @Option(names = "--line", paramLabel = "WKT|FILE", description = "A line in EPSG:4490: WKT, or a file.")
            private @Nullable String drawn;
        }

        @Override
        String edit(DivisionEditor editor, Store store) {
            DivisionKey key = key(editor, code);
            List<DivisionKey> parts = editor.split(key, lines(store), keepCode);
            return key + " split into " + codes(parts);
        }

        private Geometry lines(Store store) {
            if (line.along == null) {
                return GivenGeometry.parse(line.drawn == null ? "" : line.drawn);
            }
            try (ReadView view = store.read()) {
                return new StoreReading(view).road(line.along);
            }
        }
    }

    /** {@code onemap division merge}. */
    @Command(name = "merge", description = "Merge neighbours of one parent.", mixinStandardHelpOptions = true)
    static final class Merge extends DivisionEditCommand {

        @Parameters(paramLabel = "CODE", arity = "2..*", description = "The divisions.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private List<String> codes;

        @Option(
                names = "--into",
                paramLabel = "CODE",
                description = "The one that keeps its code. Default: a new code.")
        private @Nullable String into;

        @Option(names = "--name", defaultValue = "", paramLabel = "NAME", description = "Name of the merged division.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String name;

        Merge(Console console) {
            super(console);
        }

        @Override
        String edit(DivisionEditor editor, Store store) {
            List<DivisionKey> keys =
                    codes.stream().map(code -> key(editor, code)).toList();
            DivisionKey merged = editor.merge(keys, Optional.ofNullable(into), name);
            return codes(keys) + " merged into " + merged;
        }
    }

    /** {@code onemap division move}. */
    @Command(
            name = "move",
            description = "Move the boundary between two neighbours: what lies in an area changes hands.",
            mixinStandardHelpOptions = true)
    static final class Move extends DivisionEditCommand {

        @Parameters(paramLabel = "FROM", description = "The division that gives.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String from;

        @Parameters(paramLabel = "TO", description = "The division that takes.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String to;

        @Option(
                names = "--area",
                required = true,
                paramLabel = "WKT|FILE",
                description = "A polygon in EPSG:4490: WKT, or a file with WKT or GeoJSON.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String area;

        Move(Console console) {
            super(console);
        }

        @Override
        String edit(DivisionEditor editor, Store store) {
            DivisionKey giver = key(editor, from);
            DivisionKey taker = key(editor, to);
            editor.moveBoundary(giver, taker, GivenGeometry.parse(area));
            return "boundary of " + giver + " and " + taker + " moved";
        }
    }

    /** {@code onemap division rename}. */
    @Command(name = "rename", description = "Give a division another name.", mixinStandardHelpOptions = true)
    static final class Rename extends DivisionEditCommand {

        @Parameters(paramLabel = "CODE", description = "The division.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String code;

        @Parameters(paramLabel = "NAME", description = "Its new name.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String name;

        Rename(Console console) {
            super(console);
        }

        @Override
        String edit(DivisionEditor editor, Store store) {
            editor.rename(key(editor, code), name);
            return code + " renamed to " + name;
        }
    }

    /** {@code onemap division recode}. */
    @Command(
            name = "recode",
            description = "Give a division another code; it keeps its permanent id.",
            mixinStandardHelpOptions = true)
    static final class Recode extends DivisionEditCommand {

        @Parameters(paramLabel = "CODE", description = "The division.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String code;

        @Parameters(paramLabel = "NEW", description = "Its new code.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String newCode;

        Recode(Console console) {
            super(console);
        }

        @Override
        String edit(DivisionEditor editor, Store store) {
            editor.recode(key(editor, code), newCode);
            return code + " recoded to " + newCode;
        }
    }

    /** {@code onemap division transfer}. */
    @Command(name = "transfer", description = "Put a division under another parent.", mixinStandardHelpOptions = true)
    static final class Transfer extends DivisionEditCommand {

        @Parameters(paramLabel = "CODE", description = "The division.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String code;

        @Parameters(paramLabel = "PARENT", description = "Code of its new parent.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String parent;

        Transfer(Console console) {
            super(console);
        }

        @Override
        String edit(DivisionEditor editor, Store store) {
            editor.transfer(key(editor, code), parent);
            return code + " transferred to " + parent;
        }
    }

    /** {@code onemap division abolish}. */
    @Command(name = "abolish", description = "Take a division away.", mixinStandardHelpOptions = true)
    static final class Abolish extends DivisionEditCommand {

        @Parameters(paramLabel = "CODE", description = "The division.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String code;

        @Option(names = "--into", paramLabel = "CODE", description = "The neighbour that takes its area.")
        private @Nullable String into;

        Abolish(Console console) {
            super(console);
        }

        @Override
        String edit(DivisionEditor editor, Store store) {
            Optional<DivisionKey> taker = Optional.ofNullable(into).map(one -> key(editor, one));
            editor.abolish(key(editor, code), taker);
            return code + " abolished" + taker.map(one -> " into " + one.code()).orElse("");
        }
    }
}
