package org.onemap.locate.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onemap.division.DivisionNode;
import org.onemap.locate.BulkLocator;
import org.onemap.locate.GridIndex;

/**
 * The distinct answers to many points, numbered from 0 in the order in which they first came. Two points have the same
 * answer if they have the same division on every level, the same overlays and the same hint. Confined to one thread.
 */
public final class DivisionAnswers {

    private static final int FEWEST_RECENT = 1 << 10;
    private static final int MOST_RECENT = 1 << 18;
    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int[] NO_PAGE = new int[PAGE];

    private final BulkLocator locator;
    private final int answering;
    private final int width;
    private final Map<List<DivisionNode>, Integer> overlayNumbers = new HashMap<>();
    private final List<List<DivisionNode>> overlays = new ArrayList<>();
    private int[] keys;
    private int[] slots = new int[1 << 10];

    /** By the lowest bits of the division of the answering level: the answer that such a point had last. */
    private int[] recent = new int[FEWEST_RECENT];

    /** By division of the answering level, a page for so many that are neighbours: the number of what it settles, plus 1. */
    private final int[][] settled;

    private int size;

    /** How many answers stand in the slots: those that no division settles. */
    private int sought;

    DivisionAnswers(BulkLocator locator, int answering, int divisions) {
        this.locator = locator;
        this.answering = answering;
        this.width = locator.levels().size() + 2;
        this.keys = new int[256 * width];
        Arrays.fill(slots, -1);
        Arrays.fill(recent, -1);
        this.settled = new int[(divisions >> PAGE_BITS) + 1][];
        Arrays.fill(settled, NO_PAGE);
        overlayNumber(List.of());
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Names of the levels, from the top down. */
    public List<String> levels() {
        return locator.levels();
    }

    /** Whether the answering level has no division there. */
    public boolean isOutside(int answer) {
        return answering < 0 || keys[answer * width + answering] == GridIndex.NONE;
    }

    /** The division of a level. */
    public Optional<DivisionNode> division(int answer, int level) {
        int ordinal = keys[answer * width + level];
        return ordinal == GridIndex.NONE ? Optional.empty() : Optional.of(locator.division(level, ordinal));
    }

    /** The overlay divisions, by layer and ascending code. */
    public List<DivisionNode> overlays(int answer) {
        return overlays.get(keys[answer * width + width - 2]);
    }

    /** Whether the position lies outside and would lie inside with longitude and latitude swapped. */
    public boolean isInsideIfSwapped(int answer) {
        return keys[answer * width + width - 1] != 0;
    }

    /** The ordinal on the answering level; {@link GridIndex#NONE} outside. */
    public int ordinal(int answer) {
        return answering < 0 ? GridIndex.NONE : keys[answer * width + answering];
    }

    /** Whether the divisions are all that there is to say: no overlay, no hint. */
    public boolean isPlain(int answer) {
        int end = (answer + 1) * width;
        return keys[end - 2] == 0 && keys[end - 1] == 0;
    }

    /** Whether it is all that the division of the answering level {@linkplain BulkLocator#isSettled settles}, and no more. */
    public boolean isSettled(int answer) {
        return isPlain(answer) && locator.isSettled(ordinal(answer));
    }

    /** The ordinals on all levels, which hold for one locator only. */
    public int[] ordinals(int answer) {
        return Arrays.copyOfRange(keys, answer * width, (answer + 1) * width - 2);
    }

    /** Whether {@link #ordinals} are these. */
    public boolean hasOrdinals(int answer, int[] expected) {
        int from = answer * width;
        return Arrays.equals(keys, from, from + width - 2, expected, 0, expected.length);
    }

    int overlayNumber(List<DivisionNode> covering) {
        return overlayNumbers.computeIfAbsent(covering, added -> {
            overlays.add(List.copyOf(added));
            return overlays.size() - 1;
        });
    }

    /** The number of the answer that a division settles; a new one is added. One access to memory for most rows. */
    int numberOfSettled(int ordinal) {
        int number = settled[ordinal >> PAGE_BITS][ordinal & PAGE - 1];
        return number > 0 ? number - 1 : addSettled(ordinal);
    }

    private int addSettled(int ordinal) {
        int page = ordinal >> PAGE_BITS;
        if (settled[page] == NO_PAGE) {
            settled[page] = new int[PAGE];
        }
        int at = room();
        locator.ordinalsOf(ordinal, keys, at);
        keys[at + width - 2] = 0;
        keys[at + width - 1] = 0;
        settled[page][ordinal & PAGE - 1] = ++size;
        return size - 1;
    }

    /**
     * The number of the answer that a point with the same division of the answering level had last, if this row's is the
     * same and has neither overlay nor hint; −1 if not. Most rows need no more.
     */
    int repeated(int[][] ordinalsByLevel, int row) {
        if (answering < 0) {
            return -1;
        }
        int candidate = recent[ordinalsByLevel[answering][row] & recent.length - 1];
        if (candidate < 0) {
            return -1;
        }
        int at = candidate * width;
        for (int[] ordinals : ordinalsByLevel) {
            if (keys[at++] != ordinals[row]) {
                return -1;
            }
        }
        return keys[at] == 0 && keys[at + 1] == 0 ? candidate : -1;
    }

    /** The number of an answer; a new one is added. */
    int number(int[] key) {
        int likely = recentSlot(key, 0);
        int candidate = recent[likely];
        if (candidate >= 0 && isSame(candidate, key)) {
            return candidate;
        }
        int number = find(key);
        recent[recentSlot(key, 0)] = number; // the table may have grown
        return number;
    }

    private int recentSlot(int[] from, int start) {
        return answering < 0 ? 0 : from[start + answering] & recent.length - 1;
    }

    private boolean isSame(int answer, int[] key) {
        int from = answer * width;
        for (int i = 0; i < width; i++) {
            if (keys[from + i] != key[i]) {
                return false;
            }
        }
        return true;
    }

    private int find(int[] key) {
        int mask = slots.length - 1;
        int at = hash(key, 0) & mask;
        while (slots[at] >= 0) {
            if (isSame(slots[at], key)) {
                return slots[at];
            }
            at = at + 1 & mask;
        }
        slots[at] = size;
        add(key);
        return size - 1;
    }

    private int hash(int[] from, int start) {
        int hash = 0;
        for (int i = start; i < start + width; i++) {
            hash = hash * 0x9E3779B1 + from[i];
        }
        return hash ^ hash >>> 15;
    }

    private void add(int[] key) {
        int at = room();
        System.arraycopy(key, 0, keys, at, width);
        size++;
        sought++;
        if (2 * sought > slots.length) {
            grow();
        }
        if (2 * sought > recent.length && recent.length < MOST_RECENT) {
            growRecent();
        }
    }

    /** Where the key of the next answer goes; the keys may move to a larger array. */
    private int room() {
        if (keys.length == size * width) {
            keys = Arrays.copyOf(keys, 2 * keys.length);
        }
        return size * width;
    }

    private void growRecent() {
        recent = new int[4 * recent.length];
        Arrays.fill(recent, -1);
        for (int answer : slots) {
            if (answer >= 0) {
                recent[recentSlot(keys, answer * width)] = answer;
            }
        }
    }

    private void grow() {
        int mask = 2 * slots.length - 1;
        int[] larger = new int[2 * slots.length];
        Arrays.fill(larger, -1);
        for (int answer : slots) {
            if (answer >= 0) {
                int at = hash(keys, answer * width) & mask;
                while (larger[at] >= 0) {
                    at = at + 1 & mask;
                }
                larger[at] = answer;
            }
        }
        slots = larger;
    }

    int width() {
        return width;
    }
}
