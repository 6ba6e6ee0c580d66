package org.onemap.division.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.onemap.InvalidInput;

/**
 * The levels of a plan from the top, and how many parts each is to have: 5 办事处, 30 片区, 189 网格. Immutable.
 *
 * @param list from the top
 */
public record PlanLevels(List<Level> list) {

    /**
     * One level.
     *
     * @param layer its layer, for instance {@code grid}
     * @param count how many parts
     */
    public record Level(String layer, int count) {}

    public PlanLevels {
        list = List.copyOf(list);
        Set<String> names = new HashSet<>();
        int above = 1;
        for (Level level : list) {
            if (level.count() < above) {
                throw new InvalidInput("level " + level.layer() + " has " + level.count()
                        + " parts, fewer than the level" + " above it with " + above
                        + "; give the levels from the top, each with at least as many");
            }
            if (!names.add(level.layer())) {
                throw new InvalidInput("level " + level.layer() + " is given twice");
            }
            above = level.count();
        }
        if (list.isEmpty()) {
            throw new InvalidInput("no levels; give them as office:5,zone:30,grid:189");
        }
    }

    /**
     * Levels written as {@code office:5,zone:30,grid:189}.
     *
     * @throws InvalidInput if it is not written so
     */
    public static PlanLevels parse(String text) {
        List<Level> list = new ArrayList<>();
        for (String one : text.split(",", -1)) {
            String[] halves = one.trim().split(":", -1);
            if (halves.length != 2 || halves[0].isEmpty() || !halves[1].matches("[1-9][0-9]{0,5}")) {
                throw new InvalidInput("levels '" + text + "': '" + one + "' is not LAYER:NUMBER, as in"
                        + " office:5,zone:30,grid:189");
            }
            list.add(new Level(halves[0], Integer.parseInt(halves[1])));
        }
        return new PlanLevels(list);
    }

    /** The numbers from the top. */
    int[] counts() {
        return list.stream().mapToInt(Level::count).toArray();
    }

    /** The layer of a level of the partition: 0 is the lowest. */
    public String layer(int level) {
        return list.get(list.size() - 1 - level).layer();
    }

    /** How many levels. */
    public int size() {
        return list.size();
    }

    /** As it is written. */
    @Override
    public String toString() {
        return Arrays.stream(list.toArray(new Level[0]))
                .map(level -> level.layer() + ":" + level.count())
                .collect(Collectors.joining(","));
    }
}
