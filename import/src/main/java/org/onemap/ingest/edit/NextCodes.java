package org.onemap.ingest.edit;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.onemap.code.ChildCodes;
import org.onemap.division.life.DivisionEditor;
import org.onemap.division.life.DivisionRows;

/** Codes for new divisions by {@link ChildCodes}, as wide as their siblings' numbers. Confined to one thread. */
final class NextCodes implements DivisionEditor.NewCodes {

    private static final int DEFAULT_DIGITS = 3;

    private final StoreReading reading;
    private final DivisionRows rows;
    private final Map<String, ChildCodes> codes = new HashMap<>();

    NextCodes(StoreReading reading, DivisionRows rows) {
        this.reading = reading;
        this.rows = rows;
    }

    @Override
    public String next(String level, String parentCode) {
        return codes.computeIfAbsent(level, name -> new ChildCodes(reading.usedCodes(name)))
                .next(parentCode, digits(level, parentCode));
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
