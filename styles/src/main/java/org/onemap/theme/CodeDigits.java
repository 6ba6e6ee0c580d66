package org.onemap.theme;

/**
 * Some digits of a code, read as a number: digits 7–9 of an office's code are the office in its county, digits 7–8 of a
 * part's code its major class. They can be compared in every style language, as text by pattern or as number by
 * arithmetic. Immutable.
 *
 * @param field the field of the code
 * @param first first digit, counted from 1
 * @param last last digit, not below {@code first}
 */
public record CodeDigits(String field, int first, int last) {

    /** The longest code of which digits can be taken: a double holds it exactly. */
    static final int LONGEST = 16;

    public CodeDigits {
        if (first < 1 || last < first || last > LONGEST) {
            throw new IllegalArgumentException("digits " + first + "-" + last + " lie outside 1-" + LONGEST);
        }
    }

    /** How many digits they are. */
    int count() {
        return last - first + 1;
    }

    /** The digits of a number, with leading zeros. */
    String digits(int number) {
        return String.format("%0" + count() + "d", number);
    }
}
