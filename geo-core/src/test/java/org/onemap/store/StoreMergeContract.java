package org.onemap.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemap.feature.Content;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.ChangeSetWriter.Outcome;

/**
 * Loads of many rows into a layer that has rows, in any order, against a map that is kept beside: rows are read ahead and written in
 * portions inside, and nobody may see that.
 */
public abstract class StoreMergeContract extends StoreContract {

    private final Map<String, Long> expected = new TreeMap<>();
    private final Set<String> retired = new HashSet<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithAMap(long seed) {
        Random random = new Random(seed);
        List<String> first = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            first.add("P" + i);
        }
        loadAll(first, Mode.REPLACE, random, seed);
        for (int round = 0; round < 5; round++) {
            List<String> codes = new ArrayList<>(expected.keySet());
            order(codes, random);
            codes.removeIf(code -> random.nextInt(50) == 0);
            for (int i = random.nextInt(400); i > 0; i--) {
                codes.add(random.nextInt(codes.size() + 1), "N" + round + "-" + i);
            }
            for (int i = 0; i < 5; i++) {
                codes.add(random.nextInt(codes.size()), codes.get(random.nextInt(codes.size()))); // named twice
                retired.stream().findAny().ifPresent(code -> codes.add(random.nextInt(codes.size()), code));
            }
            loadAll(codes, random.nextBoolean() ? Mode.REPLACE : Mode.UPSERT, random, seed);
        }
        store.undo(store.changeNumber(), "tester");
    }

    /** As it was read, by code, backwards, anyhow. */
    private static void order(List<String> codes, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> codes.sort(null);
            case 1 -> codes.sort(Collections.reverseOrder());
            case 2 -> Collections.shuffle(codes, random);
            default -> {}
        }
    }

    private void loadAll(List<String> codes, Mode mode, Random random, long seed) {
        Map<String, Long> next = mode == Mode.REPLACE ? new HashMap<>() : new HashMap<>(expected);
        Set<String> touched = new HashSet<>();
        try (ChangeSetWriter writer = begin("")) {
            writer.load(PLOT, mode);
            for (String code : codes) {
                int what = random.nextInt(100);
                if (what == 0 && expected.containsKey(code)) {
                    Outcome outcome = writer.retire(
                            Content.builder(PLOT.schema()).code(code).build());
                    assertThat(outcome)
                            .as("seed %d %s", seed, code)
                            .isEqualTo(touched.add(code) ? Outcome.RETIRED : Outcome.DUPLICATE_KEY);
                    if (outcome == Outcome.RETIRED) {
                        next.remove(code);
                        retired.add(code);
                    }
                    continue;
                }
                Long old = expected.get(code);
                long value = old != null && what < 60 ? old : random.nextInt(1000);
                Outcome outcome = writer.put(plot(PLOT, code + " " + value));
                assertThat(outcome)
                        .as("seed %d %s %d", seed, code, value)
                        .isEqualTo(outcome(code, old, value, touched));
                if (outcome == Outcome.CREATED || outcome == Outcome.REPLACED || outcome == Outcome.UNCHANGED) {
                    next.put(code, value);
                }
            }
            writer.finishLayer();
            writer.commit();
        }
        for (String code : expected.keySet()) {
            if (!next.containsKey(code)) {
                retired.add(code);
            }
        }
        expected.clear();
        expected.putAll(next);
        Map<String, Long> actual = new TreeMap<>();
        rows("now").forEach(row -> actual.put(row.split(" ")[1], Long.valueOf(row.split(" ")[2])));
        assertThat(actual).as("seed %d", seed).isEqualTo(expected);
    }

    private Outcome outcome(String code, Long old, long value, Set<String> touched) {
        if (old == null && retired.contains(code)) {
            return Outcome.REUSES_RETIRED;
        } else if (!touched.add(code)) {
            return Outcome.DUPLICATE_KEY;
        } else if (old == null) {
            return Outcome.CREATED;
        }
        return old == value ? Outcome.UNCHANGED : Outcome.REPLACED;
    }
}
