package org.onemap.ingest.issue;

/** Text in HTML and SVG. */
public final class Html {

    private Html() {}

    /** The text with what has a meaning in HTML escaped. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
