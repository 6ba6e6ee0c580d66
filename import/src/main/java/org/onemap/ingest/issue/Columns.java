package org.onemap.ingest.issue;

/** Widths of text on a terminal, where a CJK character takes two columns and a combining or invisible one none. */
public final class Columns {

    private Columns() {}

    /** How many columns a text takes. */
    public static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    /** The text filled up with blanks to this width; longer text stays as it is. */
    public static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** The text cut to this width, with … where something is missing. */
    public static String shorten(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 1; // the …
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            used += width(point);
            if (used > width) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept.append('…').toString();
    }

    private static int width(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT || type == Character.CONTROL) {
            return 0;
        }
        boolean wide = (point >= 0x1100 && point <= 0x115F) // Hangul Jamo
                || (point >= 0x2E80 && point <= 0xA4CF) // CJK radicals to Yi
                || (point >= 0xAC00 && point <= 0xD7A3) // Hangul syllables
                || (point >= 0xF900 && point <= 0xFAFF) // CJK compatibility
                || (point >= 0xFE30 && point <= 0xFE4F)
                || (point >= 0xFF00 && point <= 0xFF60) // full width forms
                || (point >= 0xFFE0 && point <= 0xFFE6)
                || (point >= 0x1F300 && point <= 0x1FAFF)
                || (point >= 0x20000 && point <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
