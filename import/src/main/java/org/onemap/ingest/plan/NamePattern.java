package org.onemap.ingest.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the divisions below one parent are told apart: 枫杨一片区 + 03 + 网格, or 枫杨(办事处) + 一 + 片区. Immutable.
 *
 * @param whole whether the parent's name stands in front as a whole; otherwise without its kind (枫杨办事处 → 枫杨)
 * @param digits how many digits the number has at least; 0 for Chinese numerals
 * @param tail what follows the number
 */
record NamePattern(boolean whole, int digits, String tail) {

    private static final Pattern NUMBERED = Pattern.compile("(\\d+|[一二三四五六七八九十]+)(\\D.*)");
    private static final String NUMERALS = "一二三四五六七八九";

    /** The pattern of a name below a parent; empty if it begins otherwise or has no number. */
    static Optional<NamePattern> of(String name, String parent, String parentKind) {
        return of(name, parent, true).or(() -> of(name, stem(parent, parentKind), false));
    }

    private static Optional<NamePattern> of(String name, String front, boolean whole) {
        if (front.isEmpty() || !name.startsWith(front)) {
            return Optional.empty();
        }
        Matcher rest = NUMBERED.matcher(name.substring(front.length()));
        if (!rest.matches()) {
            return Optional.empty();
        }
        String number = rest.group(1);
        boolean arabic = number.charAt(0) < 128;
        return Optional.of(new NamePattern(whole, arabic ? number.length() : 0, rest.group(2)));
    }

    private static String stem(String name, String kind) {
        return name.endsWith(kind) ? name.substring(0, name.length() - kind.length()) : name;
    }

    /** The name of the division of a number, from 1. */
    String name(String parent, String parentKind, int number) {
        String front = whole ? parent : stem(parent, parentKind);
        return front + (digits == 0 ? chinese(number) : String.format("%0" + digits + "d", number)) + tail;
    }

    /** 1 to 99 in Chinese numerals: 三, 十, 十二, 二十, 二十一; beyond them in digits. */
    static String chinese(int number) {
        if (number > 99) {
            return Integer.toString(number);
        }
        int tens = number / 10;
        int ones = number % 10;
        return (tens > 1 ? NUMERALS.substring(tens - 1, tens) : "")
                + (tens > 0 ? "十" : "")
                + (ones > 0 ? NUMERALS.substring(ones - 1, ones) : "");
    }
}
