package org.onemap.division.people;

import java.util.regex.Pattern;
import org.onemap.InvalidInput;

/**
 * A telephone number that shows itself only to those who may see it: {@link #toString()} is masked, so that it cannot
 * slip into a log, a message or an answer. Immutable.
 *
 * <p>Mobile numbers of the mainland ({@code 13812345678}), landlines ({@code 0371-67981234}, with or without the dash),
 * and mobile numbers that came masked. A number of another form is kept, and masked but for its last two characters.
 */
public final class Phone {

    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9](\\d{8}|\\*{4}\\d{4})");
    private static final Pattern LANDLINE = Pattern.compile("0\\d{2,3}-?\\d{7,8}");

    private final String number;

    private Phone(String number) {
        this.number = number;
    }

    /** The number as a source has it; spaces are dropped. Empty text is no number. */
    public static Phone of(String text) {
        return new Phone(text.replaceAll("[\\s\u3000]", ""));
    }

    /**
     * A number that must be one.
     *
     * @throws InvalidInput if it is neither a mobile number nor a landline with its area code; the message does not show it
     */
    public static Phone parse(String text) {
        Phone phone = of(text);
        if (!phone.isValid()) {
            throw new InvalidInput(
                    "telephone number " + phone + " is neither a mobile number of 11 digits nor a landline"
                            + " with its area code (0371-67981234)");
        }
        return phone;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return number.isEmpty();
    }

    /** Whether it has the form of a mobile number, masked or not, or of a landline. */
    public boolean isValid() {
        return MOBILE.matcher(number).matches() || LANDLINE.matcher(number).matches();
    }

    /** The number for those who may see it; for the others {@link #masked()}. */
    public String shown(boolean maySee) {
        return maySee ? number : masked();
    }

    /** {@code 138****5678}: the first three and the last four digits; a landline keeps its area code and its last two. */
    public String masked() {
        if (MOBILE.matcher(number).matches()) {
            return number.substring(0, 3) + "****" + number.substring(7);
        }
        if (LANDLINE.matcher(number).matches()) {
            int dash = number.indexOf('-');
            int area = dash > 0 ? dash + 1 : number.length() - (number.length() > 11 ? 8 : 7);
            return number.substring(0, area)
                    + stars(number.length() - area - 2)
                    + number.substring(number.length() - 2);
        }
        return number.length() <= 2
                ? stars(number.length())
                : stars(number.length() - 2) + number.substring(number.length() - 2);
    }

    private static String stars(int count) {
        return "*".repeat(count);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Phone that && number.equals(that.number);
    }

    @Override
    public int hashCode() {
        return number.hashCode();
    }

    /** Masked, always. */
    @Override
    public String toString() {
        return masked();
    }
}
