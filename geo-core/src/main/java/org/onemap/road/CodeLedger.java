package org.onemap.road;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.onemap.InvalidInput;

/** The codes of a county's net that were ever given, and the next free ones: always above the highest. Confined to one thread. */
final class CodeLedger {

    /** First characters of road numbers above 9999; I and O are left out. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int ROAD = 11;
    private static final int SEGMENT = 14;

    private final String county;
    private final Set<String> given = new HashSet<>();
    private final Map<String, Integer> highest = new HashMap<>();

    CodeLedger(String county) {
        this.county = county;
    }

    static boolean isRoad(String code) {
        return code.matches("[0-9]{6}[KZCBXRTHW][0-9A-HJ-NP-Z][0-9]{3}");
    }

    static boolean isSegment(String code) {
        return code.length() == SEGMENT
                && isRoad(code.substring(0, ROAD))
                && code.substring(ROAD).matches("[0-9]{3}");
    }

    static String roadOf(String segment) {
        return segment.substring(0, ROAD);
    }

    /** Enters a code, and with a segment its road; false if it was there. */
    boolean enter(String code) {
        if (isSegment(code)) {
            enter(roadOf(code));
            note(roadOf(code), Integer.parseInt(code.substring(ROAD)));
        } else if (isRoad(code)) {
            int letter = LETTERS.indexOf(code.charAt(7));
            int last = Integer.parseInt(code.substring(letter < 0 ? 7 : 8));
            note(code.substring(0, 7), letter < 0 ? last : 10_000 + 1000 * letter + last);
        } else if (code.matches("[0-9]{6}[JQ][0-9]{5}")) {
            note(code.substring(0, 7), Integer.parseInt(code.substring(7)));
        }
        return given.add(code);
    }

    boolean isGiven(String code) {
        return given.contains(code);
    }

    private void note(String prefix, int number) {
        highest.merge(prefix, number, Math::max);
    }

    /** Numbers above 9999 go on with A000 to Z999, so that a county of many lanes can be coded; its capacity is reported. */
    String nextRoad(RoadClass roadClass) {
        String prefix = county + roadClass.letter();
        int above = highest.getOrDefault(prefix, 0) - 9999;
        if (above < 0) {
            return next(prefix, 4);
        }
        if (above >= 1000 * LETTERS.length()) {
            throw exhausted(prefix + "Z999");
        }
        String code = prefix + LETTERS.charAt(above / 1000) + String.format("%03d", above % 1000);
        enter(code);
        return code;
    }

    /** Whether a road still has numbers for this many segments. */
    boolean hasRoom(String road) {
        return highest.getOrDefault(road, 0) < 999;
    }

    String nextSegment(String road) {
        return next(road, 3);
    }

    String nextNode() {
        return next(county + "J", 5);
    }

    String nextBlock() {
        return next(county + "Q", 5);
    }

    private String next(String prefix, int digits) {
        int number = highest.getOrDefault(prefix, 0) + 1;
        if (Integer.toString(number).length() > digits) {
            throw exhausted(prefix + "9".repeat(digits));
        }
        String code = prefix + String.format("%0" + digits + "d", number);
        enter(code);
        return code;
    }

    private static InvalidInput exhausted(String last) {
        return new InvalidInput("no code is left after " + last
                + "; build the net of a smaller district, or under another county code");
    }

    /** Numbers used of those that a prefix has, 0 to 1. */
    Map<String, Double> fill() {
        Map<String, Double> fill = new java.util.TreeMap<>();
        highest.forEach((prefix, number) -> {
            int digits = prefix.length() == ROAD ? 3 : prefix.matches(".*[JQ]") ? 5 : 4;
            fill.put(prefix, number / (Math.pow(10, digits) - 1));
        });
        return fill;
    }
}
