package org.onemap.code;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.onemap.InvalidInput;

/**
 * Mints the codes of divisions below a parent: the parent's code and the number above the highest that was ever given
 * there, with leading zeros. The rule of {@link CodeNumbers} for trees whose codes follow no scheme that is known. Confined to one thread.
 */
public final class ChildCodes {

    private final NavigableSet<String> given;
    private final Map<String, Long> highest = new HashMap<>();

    /**
     * Mints beside codes that were given.
     *
     * @param given all codes that the level ever had, those of retired divisions and of drafts included; copied
     */
    public ChildCodes(Collection<String> given) {
        this.given = new TreeSet<>(given);
    }

    /**
     * The next code, which counts as given from now on.
     *
     * @param parent the parent's code, or whatever stands before the number
     * @param digits how wide the number is, 1 to 9
     * @throws InvalidInput if the numbers of this width are used up
     */
    public String next(String parent, int digits) {
        if (digits < 1 || digits > 9) {
            throw new IllegalArgumentException("a number of " + digits + " digits");
        }
        long number = highest.computeIfAbsent(parent + "/" + digits, unused -> highestGiven(parent, digits)) + 1;
        if (Long.toString(number).length() > digits) {
            throw new InvalidInput("all " + (number - 1) + " numbers below " + parent
                    + " are used, and retired codes are not given out again (编码已用尽): divide the parent, or recode the"
                    + " level with more digits");
        }
        highest.put(parent + "/" + digits, number);
        String text = Long.toString(number);
        String code = parent + "0".repeat(digits - text.length()) + text;
        given.add(code);
        return code;
    }

    private long highestGiven(String parent, int digits) {
        return given.tailSet(parent, true).stream()
                .takeWhile(code -> code.startsWith(parent))
                .filter(code -> code.length() == parent.length() + digits)
                .map(code -> code.substring(parent.length()))
                .filter(number -> number.chars().allMatch(c -> c >= '0' && c <= '9'))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
    }
}
