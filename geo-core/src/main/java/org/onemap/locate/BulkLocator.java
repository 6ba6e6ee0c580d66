package org.onemap.locate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.onemap.crs.Cgcs2000;
import org.onemap.division.DivisionNode;

/**
 * All division levels for many positions at once, without an object per position. The answers are those of
 * {@link Locator#locate}; status, overlays and distances are not asked. Immutable, safe for any number of threads.
 *
 * <p>Levels are numbered from the top down as in {@link #levels()}; divisions of a level by ordinals that hold for this
 * locator only.
 */
public final class BulkLocator {

    private final List<LocateLevel> levels;
    private final int answering;
    private final int[] above;
    private final int[][] parents;
    private final BitSet settled;

    BulkLocator(List<LocateLevel> levels, int answering) {
        this.levels = levels;
        this.answering = answering;
        List<String> names = levels();
        this.above = levels.stream()
                .mapToInt(
                        level -> level.layer().parentLayer().map(names::indexOf).orElse(-1))
                .toArray();
        this.parents = new int[levels.size()][];
        for (int level = 0; level < above.length; level++) {
            parents[level] = parents(levels.get(level), above[level]);
        }
        this.settled = settled();
    }

    private BitSet settled() {
        BitSet found = new BitSet();
        int[] ordinals = new int[above.length];
        int divisions = answering < 0 ? 0 : levels.get(answering).index().size();
        for (int ordinal = 0; ordinal < divisions; ordinal++) {
            ordinalsOf(ordinal, ordinals, 0);
            boolean all = true;
            for (int level = 0; level < ordinals.length; level++) {
                all &= ordinals[level] != GridIndex.NONE || levels.get(level).isEmpty();
            }
            found.set(ordinal, all);
        }
        return found;
    }

    private int[] parents(LocateLevel level, int up) {
        int[] table = new int[level.size()];
        Arrays.setAll(
                table,
                ordinal -> up < 0
                        ? GridIndex.NONE
                        : level.division(ordinal)
                                .parentCode()
                                .map(code -> levels.get(up).ordinal(code))
                                .orElse(GridIndex.NONE));
        return table;
    }

    /** Names of the levels, from the top down. */
    public List<String> levels() {
        return levels.stream().map(LocateLevel::name).toList();
    }

    /** The division of an answer. */
    public DivisionNode division(int level, int ordinal) {
        return levels.get(level).division(ordinal);
    }

    /** Room for the answers to this many positions: one row per level. */
    public int[][] newAnswers(int count) {
        return new int[levels.size()][count];
    }

    /**
     * Whose the positions are.
     *
     * @param lonLatDeg longitude, latitude, longitude, … in EPSG:4490; what is no position is answered as outside
     * @param count how many positions are read, from the first on
     * @param ordinalsByLevel takes the answers: {@code ordinalsByLevel[level][i]} is the division of position i on that
     *     level, or {@link GridIndex#NONE}
     */
    public void locate(double[] lonLatDeg, int count, int[][] ordinalsByLevel) {
        if (answering >= 0) {
            findAnswering(lonLatDeg, count, ordinalsByLevel[answering]);
        }
        findOthers(lonLatDeg, count, ordinalsByLevel);
    }

    /**
     * The first half of {@link #locate}: the answering level alone. Where its division {@linkplain #isSettled settles} all
     * levels, there is no more to ask.
     *
     * @param ordinals takes one answer per position
     */
    public void findAnswering(double[] lonLatDeg, int count, int[] ordinals) {
        if (answering >= 0) {
            levels.get(answering).index().findAll(lonLatDeg, count, ordinals);
        } else {
            Arrays.fill(ordinals, 0, count, GridIndex.NONE);
        }
    }

    /**
     * The second half of {@link #locate}: all levels but the answering one.
     *
     * @param ordinalsByLevel holds the answers of the answering level, takes the others
     */
    public void findOthers(double[] lonLatDeg, int count, int[][] ordinalsByLevel) {
        for (int level = 0; level < above.length; level++) {
            if (level != answering) {
                Arrays.fill(ordinalsByLevel[level], 0, count, GridIndex.NONE);
            }
        }
        if (answering >= 0) {
            for (int i = 0; i < count; i++) {
                climb(answering, i, ordinalsByLevel);
            }
        }
        for (int level = 0; level < above.length; level++) {
            if (level != answering && !levels.get(level).isEmpty()) {
                ask(level, lonLatDeg, count, ordinalsByLevel);
            }
        }
    }

    /**
     * Whether a division of the answering level settles all levels: its parents are named up to the top, and no level with
     * an area stands beside them. Then every position in it has the same {@linkplain #ordinalsOf ordinals}.
     */
    public boolean isSettled(int ordinal) {
        return ordinal != GridIndex.NONE && settled.get(ordinal);
    }

    /**
     * A division of the answering level and its parents, {@link GridIndex#NONE} where they are not named.
     *
     * @param into takes one ordinal per level
     * @param at where the first one goes
     */
    public void ordinalsOf(int ordinal, int[] into, int at) {
        Arrays.fill(into, at, at + above.length, GridIndex.NONE);
        int level = answering;
        int next = ordinal;
        while (next != GridIndex.NONE) {
            into[at + level] = next;
            next = parents[level][next];
            level = above[level];
        }
    }

    /** Parents by code; a parent that is known already stays. */
    private void climb(int level, int i, int[][] answers) {
        int at = level;
        int ordinal = answers[at][i];
        while (ordinal != GridIndex.NONE) {
            int up = above[at];
            ordinal = parents[at][ordinal];
            if (ordinal == GridIndex.NONE || answers[up][i] != GridIndex.NONE) {
                return;
            }
            answers[up][i] = ordinal;
            at = up;
        }
    }

    /** Asks a level by its own geometry for the positions that have no answer on it yet. */
    private void ask(int level, double[] lonLatDeg, int count, int[][] answers) {
        int[] open = open(answers[level], count);
        double[] positions = new double[2 * open.length];
        for (int j = 0; j < open.length; j++) {
            positions[2 * j] = lonLatDeg[2 * open[j]];
            positions[2 * j + 1] = lonLatDeg[2 * open[j] + 1];
        }
        int[] found = new int[open.length];
        levels.get(level).index().findAll(positions, open.length, found);
        for (int j = 0; j < open.length; j++) {
            if (found[j] != GridIndex.NONE) {
                int parent = above[level] < 0 ? GridIndex.NONE : answers[above[level]][open[j]];
                answers[level][open[j]] = parent == GridIndex.NONE || parents[level][found[j]] == parent
                        ? found[j]
                        : firstChild(level, parent, found[j], positions[2 * j], positions[2 * j + 1]);
                climb(level, open[j], answers);
            }
        }
    }

    private static int[] open(int[] answers, int count) {
        int[] open = new int[count];
        int size = 0;
        for (int i = 0; i < count; i++) {
            open[size] = i;
            size += answers[i] == GridIndex.NONE ? 1 : 0;
        }
        return Arrays.copyOf(open, size);
    }

    /** Of all that cover the position the first child of the parent; if none is one, the lowest code. */
    private int firstChild(int level, int parent, int lowest, double lonDeg, double latDeg) {
        LocateLevel asked = levels.get(level);
        for (String code : asked.index().locate(new Cgcs2000(lonDeg, latDeg)).covering()) {
            int ordinal = asked.ordinal(code);
            if (parents[level][ordinal] == parent) {
                return ordinal;
            }
        }
        return lowest;
    }
}
