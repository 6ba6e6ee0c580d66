package org.onemap.ingest.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.onemap.division.plan.Plan;
import org.onemap.feature.Feature;

/**
 * What the parts of a plan are called. A part that keeps its code keeps its name. A new one is called as most divisions
 * of its level are: after the part above it, with the next number there (枫杨一片区07网格); where today's names show no
 * pattern, 第一办事处, 第一办事处01片区. No name is given that a division of the level has today or gets by this plan. Immutable.
 */
final class PlanNames {

    private final Plan plan;
    private final Today today;
    private final PlanCodes codes;
    private final IntFunction<String> kinds;
    private final List<String[]> names = new ArrayList<>();

    /**
     * The names for a plan.
     *
     * @param kinds what the divisions of a level are called, by its number from the top: 办事处, 片区, 网格
     */
    PlanNames(Plan plan, Today today, PlanCodes codes, IntFunction<String> kinds) {
        this.plan = plan;
        this.today = today;
        this.codes = codes;
        this.kinds = kinds;
        for (int fromTop = 0; fromTop < plan.levels(); fromTop++) {
            names.add(new String[plan.count(plan.levels() - 1 - fromTop)]);
            name(fromTop);
        }
    }

    /** What a part of a level, from the top, is called. */
    String name(int fromTop, int part) {
        return names.get(fromTop)[part];
    }

    private void name(int fromTop) {
        Set<String> taken = new HashSet<>();
        today.divisions(fromTop).forEach(division -> division.name().ifPresent(taken::add));
        NamePattern pattern = pattern(fromTop);
        Map<String, Integer> numbers = new HashMap<>();
        for (int part : inOrderOfCodes(fromTop)) {
            names.get(fromTop)[part] = kept(fromTop, part).orElseGet(() -> {
                String front = front(fromTop, part);
                String name;
                do {
                    name = pattern.name(front, frontKind(fromTop), numbers.merge(front, 1, Integer::sum));
                } while (!taken.add(name));
                return name;
            });
        }
    }

    /** The name of today, for want of one the code; empty for a new part. */
    private Optional<String> kept(int fromTop, int part) {
        PlanCodes.Named named = codes.part(fromTop, part);
        return named.division().isEmpty()
                ? Optional.empty()
                : Optional.of(today.divisions(fromTop)
                        .get(named.division().getAsInt())
                        .name()
                        .filter(name -> !name.isBlank())
                        .orElse(named.code()));
    }

    private String front(int fromTop, int part) {
        return fromTop == 0 ? "第" : name(fromTop - 1, plan.parent(plan.levels() - 1 - fromTop, part));
    }

    private String frontKind(int fromTop) {
        return fromTop == 0 ? "" : kinds.apply(fromTop - 1);
    }

    /** New codes are given in reading order, and so are names. */
    private List<Integer> inOrderOfCodes(int fromTop) {
        return IntStream.range(0, names.get(fromTop).length)
                .boxed()
                .sorted(Comparator.comparing(part -> codes.part(fromTop, part).code()))
                .toList();
    }

    /** The pattern of most divisions of a level today. */
    private NamePattern pattern(int fromTop) {
        String kind = kinds.apply(fromTop);
        if (fromTop == 0) {
            return new NamePattern(true, 0, kind);
        }
        Map<String, String> above = new HashMap<>();
        for (Feature parent : today.divisions(fromTop - 1)) {
            parent.name().ifPresent(name -> above.put(parent.code().orElseThrow(), name));
        }
        Map<NamePattern, Integer> counts = new HashMap<>();
        for (Feature division : today.divisions(fromTop)) {
            Optional<String> parent = division.parentCode().map(above::get);
            if (parent.isPresent() && division.name().isPresent()) {
                NamePattern.of(division.name().get(), parent.get(), kinds.apply(fromTop - 1))
                        .ifPresent(pattern -> counts.merge(pattern, 1, Integer::sum));
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<NamePattern, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().toString()))
                .map(Map.Entry::getKey)
                .orElse(new NamePattern(true, 2, kind));
    }
}
