package org.onemap.geoserver.rest;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GeoServer's errors reduced to one line. They come as plain text, as an HTML page of the servlet container, or empty;
 * never as JSON.
 */
final class ErrorText {

    private static final int LONGEST = 300;
    private static final Pattern MESSAGE =
            Pattern.compile("<b>\\s*Message\\s*</b>\\s*(.*?)\\s*</p>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    /** Jetty writes {@code <th>MESSAGE:</th><td>…</td>}. */
    private static final Pattern JETTY = Pattern.compile(
            "<th>\\s*MESSAGE:?\\s*</th>\\s*<td>\\s*(.*?)\\s*</td>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern TITLE =
            Pattern.compile("<(?:title|h1)>\\s*(.*?)\\s*</(?:title|h1)>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern EXCEPTION = Pattern.compile(
            "<(?:\\w+:)?(?:ServiceException|ExceptionText)(?:\\s[^>]*)?>\\s*(.*?)\\s*</", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("&#(x?)([0-9A-Fa-f]{1,6});");

    private ErrorText() {}

    static String of(String mediaType, String text) {
        String lower = text.stripLeading().toLowerCase(Locale.ROOT);
        boolean html = mediaType.toLowerCase(Locale.ROOT).contains("html")
                || lower.startsWith("<!doctype html")
                || lower.startsWith("<html");
        if (html) {
            return oneLine(unescape(fromPage(text)));
        }
        if (lower.startsWith("<")) {
            Matcher exception = EXCEPTION.matcher(text);
            return exception.find() ? oneLine(unescape(exception.group(1))) : oneLine(withoutTags(text));
        }
        return oneLine(text);
    }

    private static String fromPage(String page) {
        for (Pattern pattern : new Pattern[] {MESSAGE, JETTY, TITLE}) {
            Matcher matcher = pattern.matcher(page);
            if (matcher.find() && !matcher.group(1).isBlank()) {
                return withoutTags(matcher.group(1));
            }
        }
        return withoutTags(page);
    }

    private static String withoutTags(String text) {
        return text.replaceAll("(?is)<(style|script)\\b.*?</\\1>", " ").replaceAll("(?s)<[^>]*>", " ");
    }

    private static String unescape(String text) {
        String plain = NUMBER.matcher(text).replaceAll(match -> {
            int code = Integer.parseInt(match.group(2), match.group(1).isEmpty() ? 10 : 16);
            return Matcher.quoteReplacement(
                    Character.isValidCodePoint(code) ? new String(Character.toChars(code)) : "\uFFFD");
        });
        return plain.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }

    private static String oneLine(String text) {
        return shorten(text.replaceAll("\\s+", " ").strip());
    }

    static String shorten(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
