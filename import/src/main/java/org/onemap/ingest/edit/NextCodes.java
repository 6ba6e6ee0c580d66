package org.onemap.ingest.edit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.onemap.InvalidInput;
import org.onemap.division.life.DivisionEditor;
import org.onemap.division.life.DivisionRows;

/**
 * Codes for new divisions: the parent's code and the next number after the highest that was ever given below it, as wide
 * as its siblings' numbers. Confined to one thread.
 */
final class NextCodes implements DivisionEditor.NewCodes {

    private static final int DEFAULT_DIGITS = 3;

    private final StoreReading reading;
    private final DivisionRows rows;
    private final Map<String, Set<String>> used = new HashMap<>();

    NextCodes(StoreReading reading, DivisionRows rows) {
        this.reading = reading;
        this.rows = rows;
    }

    @Override
    public String next(String level, String parentCode) {
        Set<String> taken = used.computeIfAbsent(level, reading::usedCodes);
        int digits = digits(level, parentCode);
        long highest = taken.stream()
                .filter(code -> code.startsWith(parentCode) && code.length() == parentCode.length() + digits)
                .map(code -> code.substring(parentCode.length()))
                .filter(number -> number.chars().allMatch(c -> c >= '0' && c <= '9'))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
        String number = Long.toString(highest + 1);
        if (number.length() > digits) {
            throw new InvalidInput("all " + highest + " numbers of level " + level + " under " + parentCode
                    + " are used; retired codes are not given out again: recode the level with more digits");
        }
        String code = parentCode + "0".repeat(digits - number.length()) + number;
        taken.add(code);
        return code;
    }

    /** How many digits most siblings, else most divisions of the level, have after their parent's code. */
    private int digits(String level, String parentCode) {
        Map<Integer, Integer> counts = new TreeMap<>();
        rows.list(level).forEach(row -> {
            String parent = row.parentCode().orElse("");
            String code = row.code().orElse("");
            if (!parent.isEmpty() && code.startsWith(parent) && code.length() > parent.length()) {
                counts.merge(code.length() - parent.length(), parent.equals(parentCode) ? 1000 : 1, Integer::sum);
            }
        });
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(DEFAULT_DIGITS);
    }
}
