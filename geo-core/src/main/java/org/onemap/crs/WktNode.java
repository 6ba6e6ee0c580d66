package org.onemap.crs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.onemap.InvalidInput;

/**
 * One element of a coordinate reference system's well-known text, such as {@code UNIT["Degree",0.0174532925199433]}, as
 * it is written in a {@code .prj}: Esri's dialect and OGC's first version. Immutable.
 *
 * @param keyword in capitals
 * @param values its texts and numbers in order, without quotes
 * @param children its elements in order
 */
record WktNode(String keyword, List<String> values, List<WktNode> children) {

    private static final int MAX_DEPTH = 30;

    WktNode {
        values = List.copyOf(values);
        children = List.copyOf(children);
    }

    /**
     * Reads the first element of a text; what follows it, such as Esri's {@code ,VERTCS[…]} tail, is left out.
     *
     * @throws InvalidInput if the text does not begin with an element, or ends within it
     */
    static WktNode parse(String text) {
        return new Reader(text).read(0);
    }

    /** The first text or number. */
    String name() {
        return values.isEmpty() ? "" : values.get(0);
    }

    /** The first child of one of these keywords. */
    Optional<WktNode> find(String... keywords) {
        List<String> wanted = List.of(keywords);
        return children.stream().filter(child -> wanted.contains(child.keyword)).findFirst();
    }

    /** The number at this place. */
    Optional<Double> number(int place) {
        if (place >= values.size()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Double.valueOf(values.get(place)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The value of a {@code PARAMETER}, its name compared without regard to case. */
    Optional<Double> parameter(String name) {
        return children.stream()
                .filter(child ->
                        child.keyword.equals("PARAMETER") && child.name().equalsIgnoreCase(name))
                .findFirst()
                .flatMap(child -> child.number(1));
    }

    /** The text again, with all texts in quotes. */
    String text() {
        StringBuilder text = new StringBuilder(keyword).append('[');
        String separator = "";
        for (int i = 0; i < values.size(); i++) {
            boolean bare = number(i).isPresent() && !keyword.equals("AUTHORITY") && i > 0;
            boolean constant = keyword.equals("AXIS") && i > 0;
            text.append(separator).append(bare || constant ? values.get(i) : '"' + values.get(i) + '"');
            separator = ",";
        }
        for (WktNode child : children) {
            text.append(separator).append(child.text());
            separator = ",";
        }
        return text.append(']').toString();
    }

    /** A copy without the children of this keyword. */
    WktNode without(String childKeyword) {
        return new WktNode(
                keyword,
                values,
                children.stream()
                        .filter(child -> !child.keyword.equals(childKeyword))
                        .toList());
    }

    /** Confined to one call. */
    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        WktNode read(int depth) {
            String keyword = word().toUpperCase(Locale.ROOT);
            if (keyword.isEmpty() || depth > MAX_DEPTH || !take("[(")) {
                throw broken();
            }
            List<String> values = new ArrayList<>();
            List<WktNode> children = new ArrayList<>();
            while (!take("])")) {
                take(",");
                skipSpace();
                if (at >= text.length()) {
                    throw broken();
                }
                if (text.charAt(at) == '"') {
                    values.add(quoted());
                } else if (startsElement()) {
                    children.add(read(depth + 1));
                } else {
                    String word = word();
                    if (word.isEmpty()) {
                        throw broken();
                    }
                    values.add(word);
                }
            }
            return new WktNode(keyword, values, children);
        }

        private boolean startsElement() {
            int end = at;
            while (end < text.length() && (isWordPart(text.charAt(end)) || Character.isWhitespace(text.charAt(end)))) {
                end++;
            }
            return end > at && end < text.length() && "[(".indexOf(text.charAt(end)) >= 0;
        }

        private String word() {
            skipSpace();
            int start = at;
            while (at < text.length() && isWordPart(text.charAt(at))) {
                at++;
            }
            return text.substring(start, at);
        }

        private static boolean isWordPart(char c) {
            return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' || c == '+';
        }

        private String quoted() {
            int end = text.indexOf('"', at + 1);
            if (end < 0) {
                throw broken();
            }
            String value = text.substring(at + 1, end);
            at = end + 1;
            return value;
        }

        private boolean take(String any) {
            skipSpace();
            boolean there = at < text.length() && any.indexOf(text.charAt(at)) >= 0;
            if (there) {
                at++;
            }
            return there;
        }

        private void skipSpace() {
            while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\uFEFF')) {
                at++;
            }
        }

        private InvalidInput broken() {
            return new InvalidInput("the well-known text of the coordinate reference system breaks off at character "
                    + (at + 1) + ": '"
                    + text.substring(0, Math.min(60, text.length())).strip()
                    + "…'; give --crs EPSG:xxxx or --coordsys");
        }
    }
}
