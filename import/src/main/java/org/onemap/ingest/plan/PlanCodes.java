package org.onemap.ingest.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.onemap.code.ChildCodes;
import org.onemap.division.plan.Plan;
import org.onemap.feature.Feature;

/**
 * The codes of a plan's parts: a part that has most of a division of today, and is most of by it, keeps its code if the
 * parent keeps its own; the others get the next number below their parent, west to east and north to south. A
 * code that was ever given is not given again. Confined to one thread.
 */
final class PlanCodes {

    private static final int DIGITS = 3;

    private final Plan plan;
    private final Today today;
    private final ChildCodes codes;
    private final boolean samePlaces;
    private final List<List<Named>> parts = new ArrayList<>();

    /**
     * A part with its code.
     *
     * @param code its code
     * @param division the division of today whose code it keeps; empty for a new one
     */
    record Named(String code, OptionalInt division) {}

    /**
     * What new codes are made from.
     *
     * @param county six digits that the codes of the highest level begin with
     * @param given all codes that were ever given in the planned layers
     * @param samePlaces whether the parts are today's divisions, number by number, so that all keep their codes
     */
    record Minting(String county, Set<String> given, boolean samePlaces) {}

    /**
     * Codes for a plan.
     *
     * @param minting what new codes are made from
     */
    PlanCodes(Plan plan, Today today, Minting minting) {
        this.plan = plan;
        this.today = today;
        this.codes = new ChildCodes(minting.given());
        this.samePlaces = minting.samePlaces();
        for (int fromTop = 0; fromTop < plan.levels(); fromTop++) {
            parts.add(name(fromTop, minting.county()));
        }
    }

    /** The part of a level, from the top. */
    Named part(int fromTop, int part) {
        return parts.get(fromTop).get(part);
    }

    private List<Named> name(int fromTop, String county) {
        int level = plan.levels() - 1 - fromTop;
        int count = plan.count(level);
        Named[] named = new Named[count];
        for (int part = 0; part < count; part++) {
            OptionalInt kept = kept(fromTop, part);
            if (kept.isPresent()) {
                String code =
                        today.divisions(fromTop).get(kept.getAsInt()).code().orElseThrow();
                named[part] = new Named(code, kept);
            }
        }
        for (int part : readingOrder(level)) {
            if (named[part] == null) {
                String parent = fromTop == 0 ? above(part).orElse(county) : parentCode(fromTop, part);
                named[part] = new Named(codes.next(parent, DIGITS), OptionalInt.empty());
            }
        }
        return List.of(named);
    }

    /** The division above the highest planned level that most of a part belongs to today. */
    private Optional<String> above(int part) {
        OptionalInt division = today.mostOf(0, plan.blocks(plan.levels() - 1, part), plan.problem()::load);
        return division.isEmpty()
                ? Optional.empty()
                : today.divisions(0).get(division.getAsInt()).parentCode().filter(code -> !code.isEmpty());
    }

    private String parentCode(int fromTop, int part) {
        return part(fromTop - 1, plan.parent(plan.levels() - 1 - fromTop, part)).code();
    }

    private OptionalInt kept(int fromTop, int part) {
        if (samePlaces) {
            return OptionalInt.of(part);
        }
        int level = plan.levels() - 1 - fromTop;
        OptionalInt division = today.mostOf(fromTop, plan.blocks(level, part), plan.problem()::load);
        if (division.isEmpty() || partWithMostOf(fromTop, division.getAsInt()) != part) {
            return OptionalInt.empty();
        }
        if (fromTop == 0) {
            return division;
        }
        Feature feature = today.divisions(fromTop).get(division.getAsInt());
        return feature.parentCode().filter(parentCode(fromTop, part)::equals).isPresent()
                ? division
                : OptionalInt.empty();
    }

    private int partWithMostOf(int fromTop, int division) {
        int level = plan.levels() - 1 - fromTop;
        double[] shares = new double[plan.count(level)];
        int blocks = plan.problem().blocks().blocks().size();
        for (int block = 0; block < blocks; block++) {
            if (today.division(fromTop, block) == division) {
                shares[plan.part(level, block)] += plan.problem().load(block) + 1e-6;
            }
        }
        return IntStream.range(0, shares.length)
                .boxed()
                .max(Comparator.<Integer>comparingDouble(p -> shares[p]).thenComparing(Comparator.reverseOrder()))
                .orElse(-1);
    }

    /** Bands of latitude from the north, each from the west. */
    private List<Integer> readingOrder(int level) {
        Coordinate[] centres = new Coordinate[plan.count(level)];
        for (int part = 0; part < centres.length; part++) {
            centres[part] = centre(plan.blocks(level, part));
        }
        double bands = Math.max(1, Math.sqrt(centres.length));
        double north =
                java.util.Arrays.stream(centres).mapToDouble(c -> c.y).max().orElse(0);
        double south =
                java.util.Arrays.stream(centres).mapToDouble(c -> c.y).min().orElse(0);
        double band = Math.max(1e-9, (north - south) / bands);
        return IntStream.range(0, centres.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(p -> (int) ((north - centres[p].y) / band))
                        .thenComparingDouble(p -> centres[p].x))
                .toList();
    }

    private Coordinate centre(int[] blocks) {
        Coordinate sum = new Coordinate(0, 0);
        for (int block : blocks) {
            Coordinate one = plan.problem()
                    .blocks()
                    .blocks()
                    .get(block)
                    .polygon()
                    .getCentroid()
                    .getCoordinate();
            sum.x += one.x / blocks.length;
            sum.y += one.y / blocks.length;
        }
        return sum;
    }
}
