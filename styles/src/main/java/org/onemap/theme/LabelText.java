package org.onemap.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the text of a label apart: {@code {name|code}号} is a field with a stand-in, and a literal. */
final class LabelText {

    private static final Pattern FIELD = Pattern.compile("\\{([^{}|]+(?:\\|[^{}|]+)*)}");

    private LabelText() {}

    /**
     * A piece of a label.
     *
     * @param literal text as it stands; used if there are no fields
     * @param fields the first that has a value is written
     */
    record Piece(String literal, List<String> fields) {}

    static boolean isWellFormed(String text) {
        String rest = FIELD.matcher(text).replaceAll("");
        return !text.isEmpty() && !rest.contains("{") && !rest.contains("}");
    }

    static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher field = FIELD.matcher(text);
        int at = 0;
        while (field.find()) {
            if (field.start() > at) {
                pieces.add(new Piece(text.substring(at, field.start()), List.of()));
            }
            pieces.add(new Piece("", List.of(field.group(1).split("\\|"))));
            at = field.end();
        }
        if (at < text.length()) {
            pieces.add(new Piece(text.substring(at), List.of()));
        }
        return pieces;
    }
}
