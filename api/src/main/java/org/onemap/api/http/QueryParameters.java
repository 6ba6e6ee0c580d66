package org.onemap.api.http;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.onemap.InvalidInput;

/**
 * The query of a request, decoded strictly: percent-encoded UTF-8 and nothing else. Immutable.
 *
 * <p>A parameter that nobody knows is an error, not noise (OGC API Features, requirement 7.15.6): a misspelt
 * {@code bbxo=} would otherwise quietly select everything.
 */
public final class QueryParameters {

    private final Map<String, List<String>> values;

    private QueryParameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Reads the part of a URL behind the question mark.
     *
     * @throws InvalidInput if it is not percent-encoded UTF-8
     */
    public static QueryParameters parse(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            }
        }
        return new QueryParameters(values);
    }

    /** The names given, in order. */
    public Set<String> names() {
        return values.keySet();
    }

    /**
     * The value of a parameter.
     *
     * @throws InvalidInput if it is given more than once
     */
    public Optional<String> find(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw new InvalidInput("parameter '" + name + "' is given " + given.size() + " times; once is enough");
        }
        return given.stream().findFirst();
    }

    /**
     * The value of a parameter that must be there.
     *
     * @param hint what it should say, for the message
     * @throws InvalidInput if it is missing, empty, or given more than once
     */
    public String get(String name, String hint) {
        return find(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new InvalidInput("parameter '" + name + "' is missing: " + hint));
    }

    /**
     * Refuses every parameter but these and {@code f}.
     *
     * @throws InvalidInput naming the one that is not known, and those that are
     */
    public QueryParameters requireOnly(Set<String> known) {
        for (String name : values.keySet()) {
            if (!known.contains(name) && !name.equals("f")) {
                Set<String> all = new TreeSet<>(known);
                all.add("f");
                throw new InvalidInput(
                        "there is no parameter '" + name + "' here; known are " + String.join(", ", all));
            }
        }
        return this;
    }

    /** These parameters with one of them set to a value. */
    public QueryParameters with(String name, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.put(name, List.of(value));
        return new QueryParameters(changed);
    }

    /** The query as it stands behind the question mark, percent-encoded. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, given) -> given.forEach(value -> text.append(text.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2C", ","))));
        return text.toString();
    }

    /**
     * A whole number.
     *
     * @throws InvalidInput if it is no whole number or lies outside the range
     */
    public int integer(String name, int otherwise, Range range) {
        Optional<String> text = find(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        long value;
        try {
            value = Long.parseLong(text.get().trim());
        } catch (NumberFormatException e) {
            throw new InvalidInput(name + "=" + text.get() + " is no whole number; give " + range.words(), e);
        }
        if (value < range.least() || value > range.most()) {
            throw new InvalidInput(name + "=" + value
                    + (value > range.most() ? " is over the maximum; give " : " is too small; give ") + range.words());
        }
        return (int) value;
    }

    /**
     * A day.
     *
     * @throws InvalidInput if it is not written as YYYY-MM-DD
     */
    public Optional<LocalDate> day(String name) {
        return find(name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new InvalidInput(
                        name + "=" + text + " is no day; write it as YYYY-MM-DD, for instance " + name + "=2024-05-01",
                        e);
            }
        });
    }

    /**
     * The least and the largest value of a parameter, both allowed.
     *
     * @param least the least
     * @param most the largest
     */
    public record Range(int least, int most) {

        String words() {
            return least + " to " + most;
        }
    }

    /**
     * Decodes percent-encoding, and {@code +} as a blank.
     *
     * @throws InvalidInput if an escape is broken or the bytes are no UTF-8
     */
    private static String decode(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '+') {
                bytes.put((byte) ' ');
            } else if (raw[i] == '%') {
                int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
                int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw new InvalidInput("'" + text + "' has a broken % escape; write a per cent sign as %25");
                }
                bytes.put((byte) (high << 4 | low));
                i += 2;
            } else {
                bytes.put(raw[i]);
            }
        }
        bytes.flip();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInput("'" + text + "' is not percent-encoded UTF-8; other charsets are not read", e);
        }
    }
}
