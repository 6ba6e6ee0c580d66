package org.onemap.locate.batch;

import java.util.Arrays;
import java.util.List;

/**
 * Finds a few members of a JSON object, or the first elements of an array of numbers, in bytes. What it passes over is
 * only looked at for where it ends. Confined to one thread.
 */
public final class JsonMembers {

    /** The value does not end within the bytes. */
    public static final int INCOMPLETE = -1;

    /** What stands there is no object and no array, or a broken one. */
    public static final int BROKEN = -2;

    private static final int NOT_THERE = -1;

    private final byte[][] names;
    private final int[] slots;
    private final int[] starts;
    private final int[] ends;
    private boolean empty;

    /**
     * Looks for members.
     *
     * @param alternatives for each slot the names that it may have
     */
    public JsonMembers(List<List<String>> alternatives) {
        int count = alternatives.stream().mapToInt(List::size).sum();
        this.names = new byte[count][];
        this.slots = new int[count];
        this.starts = new int[alternatives.size()];
        this.ends = new int[alternatives.size()];
        int at = 0;
        for (int slot = 0; slot < starts.length; slot++) {
            for (String name : alternatives.get(slot)) {
                slots[at] = slot;
                names[at++] = name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            }
        }
    }

    /**
     * Looks at the value that begins here.
     *
     * @return where it ends, or {@link #INCOMPLETE} or {@link #BROKEN}
     */
    public int scan(byte[] bytes, int from, int limit) {
        Arrays.fill(starts, NOT_THERE);
        empty = true;
        if (from >= limit) {
            return INCOMPLETE;
        }
        if (bytes[from] == '{') {
            return object(bytes, from + 1, limit);
        }
        return bytes[from] == '[' ? array(bytes, from + 1, limit) : BROKEN;
    }

    private int object(byte[] bytes, int from, int limit) {
        int at = afterSpace(bytes, from, limit);
        if (at < limit && bytes[at] == '}') {
            return at + 1;
        }
        empty = false;
        while (at < limit) {
            int name = at + 1;
            if (bytes[at] != '"') {
                return BROKEN;
            }
            at = afterString(bytes, name, limit);
            if (at < 0) {
                return INCOMPLETE;
            }
            int slot = slot(bytes, name, at - 1);
            at = afterSpace(bytes, at, limit);
            if (at >= limit) {
                return INCOMPLETE;
            }
            if (bytes[at] != ':') {
                return BROKEN;
            }
            at = member(bytes, afterSpace(bytes, at + 1, limit), limit, slot);
            if (at < 0) {
                return at;
            }
            at = afterSpace(bytes, at, limit);
            if (at >= limit) {
                return INCOMPLETE;
            }
            if (bytes[at] == '}') {
                return at + 1;
            }
            if (bytes[at] != ',') {
                return BROKEN;
            }
            at = afterSpace(bytes, at + 1, limit);
        }
        return INCOMPLETE;
    }

    private int array(byte[] bytes, int from, int limit) {
        int at = afterSpace(bytes, from, limit);
        if (at < limit && bytes[at] == ']') {
            return at + 1;
        }
        for (int slot = 0; at < limit; slot++) {
            at = member(bytes, at, limit, slot < starts.length && slot < 2 ? slot : NOT_THERE);
            if (at < 0) {
                return at;
            }
            at = afterSpace(bytes, at, limit);
            if (at >= limit) {
                return INCOMPLETE;
            }
            if (bytes[at] == ']') {
                return at + 1;
            }
            if (bytes[at] != ',') {
                return BROKEN;
            }
            at = afterSpace(bytes, at + 1, limit);
        }
        return INCOMPLETE;
    }

    /** Takes a value: a number or the content of a text; {@code null} counts as not there. */
    private int member(byte[] bytes, int from, int limit, int slot) {
        if (from >= limit) {
            return INCOMPLETE;
        }
        int end = afterValue(bytes, from, limit);
        if (slot >= 0 && end > from && bytes[from] != 'n') {
            int quote = bytes[from] == '"' ? 1 : 0;
            starts[slot] = from + quote;
            ends[slot] = end - quote;
        }
        return end;
    }

    /** Where any value ends. */
    public static int afterValue(byte[] bytes, int from, int limit) {
        byte first = bytes[from];
        if (first == '"') {
            return afterString(bytes, from + 1, limit);
        }
        if (first == '{' || first == '[') {
            return afterNested(bytes, from, limit);
        }
        int at = from;
        while (at < limit && isBare(bytes[at])) {
            at++;
        }
        return at == limit ? INCOMPLETE : at == from ? BROKEN : at;
    }

    /** Characters of numbers, true, false and null. */
    private static boolean isBare(byte b) {
        return (b >= '0' && b <= '9')
                || b == '.'
                || b == '-'
                || b == '+'
                || (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z');
    }

    private static int afterNested(byte[] bytes, int from, int limit) {
        int depth = 0;
        for (int at = from; at < limit; at++) {
            byte b = bytes[at];
            if (b == '"') {
                at = afterString(bytes, at + 1, limit) - 1;
                if (at < 0) {
                    return INCOMPLETE;
                }
            } else if (b == '{' || b == '[') {
                depth++;
            } else if ((b == '}' || b == ']') && --depth == 0) {
                return at + 1;
            }
        }
        return INCOMPLETE;
    }

    /** Where a text ends, behind its closing quote. */
    private static int afterString(byte[] bytes, int from, int limit) {
        for (int at = from; at < limit; at++) {
            if (bytes[at] == '"') {
                return at + 1;
            }
            if (bytes[at] == '\\') {
                at++;
            }
        }
        return INCOMPLETE;
    }

    /** Passes over blanks and line ends. */
    public static int afterSpace(byte[] bytes, int from, int limit) {
        int at = from;
        while (at < limit && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
        return at;
    }

    private int slot(byte[] bytes, int from, int to) {
        for (int i = 0; i < names.length; i++) {
            byte[] name = names[i];
            if (name.length == to - from
                    && name[0] == bytes[from]
                    && Arrays.equals(name, 0, name.length, bytes, from, to)) {
                return slots[i];
            }
        }
        return NOT_THERE;
    }

    /** Whether the value was an object or array without anything in it. */
    public boolean isEmpty() {
        return empty;
    }

    /** Whether the member of this slot is there and not null. */
    public boolean has(int slot) {
        return starts[slot] >= 0;
    }

    /** Where its value begins, quotes left out. */
    public int start(int slot) {
        return starts[slot];
    }

    /** Where its value ends. */
    public int end(int slot) {
        return ends[slot];
    }
}
