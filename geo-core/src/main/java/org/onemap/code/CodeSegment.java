package org.onemap.code;

/**
 * A part of a code: so many characters, decimal digits as a rule. Immutable.
 *
 * @param name in Chinese
 * @param english in English
 * @param digits how many characters
 * @param letters the only characters allowed in the first place; empty for digits
 * @param role what the part means
 * @param first the first number of a sequence; 1 as a rule
 */
public record CodeSegment(String name, String english, int digits, String letters, Role role, int first) {

    /** What a part of a code means. */
    public enum Role {
        /** A number without a meaning of its own, or one that only divisions' names tell. */
        PLAIN,
        /** Numbered in the order of coding; the part that is minted. */
        SEQUENCE,
        /** Kind and number of a township. */
        TOWNSHIP,
        /** Kind and number of a village or community. */
        VILLAGE,
        /** Community, or several merged ones from 601 upwards. */
        MERGED,
        /** 00 where a community is not divided. */
        UNDIVIDED,
        /** Object of management after CJ/T 348. */
        OBJECT,
        /** Major class of a part. */
        MAJOR,
        /** Minor class of a part. */
        MINOR,
        /** Letter of a road class. */
        ROAD_CLASS
    }

    /** Whether a character may stand at this 0-based place of the segment. */
    boolean allows(int place, char c) {
        boolean digit = c >= '0' && c <= '9';
        return (place == 0 && !letters.isEmpty()) ? letters.indexOf(c) >= 0 : digit;
    }

    /** The characters allowed at this place, for people. */
    String allowed(int place) {
        return place == 0 && !letters.isEmpty() ? letters : "0–9";
    }

    /** How many numbers a sequence has. */
    public int capacity() {
        return ((int) Math.pow(10, digits)) - first;
    }
}
