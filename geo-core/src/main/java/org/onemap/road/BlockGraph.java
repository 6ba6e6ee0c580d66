package org.onemap.road;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Which blocks are neighbours, along which segments and for how long: the dual graph of the net. Blocks are numbered by
 * their place in {@link #blocks()}; blocks that touch in a point only are no neighbours. Immutable and thread-safe.
 */
public final class BlockGraph {

    private final List<StreetBlock> blocks;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Border> borders;
    private final List<Piece> outer;
    private final int[][] bordersOf;

    /**
     * A stretch of boundary.
     *
     * @param segment code of the segment along it; empty for the outline of the district
     * @param roadClass class of the segment
     * @param lengthM its length
     */
    public record Piece(String segment, RoadClass roadClass, double lengthM) {}

    /**
     * The boundary between two blocks.
     *
     * @param low number of the one block
     * @param high number of the other, larger
     * @param pieces what it consists of, one for each segment, ascending by code
     */
    public record Border(int low, int high, List<Piece> pieces) {

        public Border {
            pieces = List.copyOf(pieces);
        }

        /** Length of the whole boundary. */
        public double lengthM() {
            return pieces.stream().mapToDouble(Piece::lengthM).sum();
        }

        /** How much of it runs along which class. */
        public Map<RoadClass, Double> byClass() {
            Map<RoadClass, Double> lengths = new EnumMap<>(RoadClass.class);
            pieces.forEach(piece -> lengths.merge(piece.roadClass(), piece.lengthM(), Double::sum));
            return lengths;
        }

        /** The block on the other side. */
        public int other(int block) {
            return block == low ? high : low;
        }
    }

    private BlockGraph(List<StreetBlock> blocks, List<Border> borders, List<Piece> outer) {
        this.blocks = List.copyOf(blocks);
        this.borders = List.copyOf(borders);
        this.outer = List.copyOf(outer);
        for (int i = 0; i < blocks.size(); i++) {
            numbers.put(blocks.get(i).code(), i);
        }
        int[] degree = new int[blocks.size()];
        for (Border border : borders) {
            degree[border.low()]++;
            degree[border.high()]++;
        }
        bordersOf = new int[blocks.size()][];
        for (int i = 0; i < degree.length; i++) {
            bordersOf[i] = new int[degree[i]];
        }
        int[] filled = new int[blocks.size()];
        for (int i = 0; i < borders.size(); i++) {
            Border border = borders.get(i);
            bordersOf[border.low()][filled[border.low()]++] = i;
            bordersOf[border.high()][filled[border.high()]++] = i;
        }
    }

    /** Starts a graph of these blocks. */
    public static Builder builder(List<StreetBlock> blocks) {
        return new Builder(blocks);
    }

    /** The blocks; a block's number is its place here. */
    public List<StreetBlock> blocks() {
        return blocks;
    }

    /** All boundaries between two blocks, ascending. */
    public List<Border> borders() {
        return borders;
    }

    /** Number of the block of this code. */
    public OptionalInt find(String code) {
        Integer number = numbers.get(code);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The boundaries of one block with its neighbours. */
    public List<Border> bordersOf(int block) {
        return Arrays.stream(bordersOf[block]).mapToObj(borders::get).toList();
    }

    /** The numbers of a block's neighbours, ascending. */
    public int[] neighbours(int block) {
        return Arrays.stream(bordersOf[block])
                .map(border -> borders.get(border).other(block))
                .sorted()
                .toArray();
    }

    /** What of a block's boundary has no block on the other side, for each block; a piece of length 0 where nothing has. */
    public double outerM(int block) {
        return outer.get(block).lengthM();
    }

    /** For each block the number of its part: blocks of one part can be reached from one another through neighbours. */
    public int[] parts() {
        DisjointSets sets = new DisjointSets(blocks.size());
        borders.forEach(border -> sets.union(border.low(), border.high()));
        Map<Integer, Integer> names = new HashMap<>();
        int[] parts = new int[blocks.size()];
        for (int i = 0; i < parts.length; i++) {
            int fresh = names.size();
            Integer known = names.putIfAbsent(sets.find(i), fresh);
            parts[i] = known == null ? fresh : known;
        }
        return parts;
    }

    /** Collects pieces of boundary. Confined to one thread. */
    public static final class Builder {

        private final List<StreetBlock> blocks;
        private final Map<Long, Map<String, Piece>> pieces = new HashMap<>();
        private final double[] outerM;

        private Builder(List<StreetBlock> blocks) {
            this.blocks = List.copyOf(blocks);
            this.outerM = new double[blocks.size()];
        }

        /** A stretch between two different blocks, by number. */
        public Builder between(int a, int b, Piece piece) {
            long key = ((long) Math.min(a, b) << 32) | Math.max(a, b);
            pieces.computeIfAbsent(key, unused -> new HashMap<>())
                    .merge(
                            piece.segment(),
                            piece,
                            (x, y) -> new Piece(x.segment(), x.roadClass(), x.lengthM() + y.lengthM()));
            return this;
        }

        /** A stretch with a block on one side only. */
        public Builder outside(int block, double lengthM) {
            outerM[block] += lengthM;
            return this;
        }

        /** The graph. */
        public BlockGraph build() {
            List<Border> borders = new ArrayList<>();
            pieces.forEach((key, along) -> {
                List<Piece> sorted = new ArrayList<>(along.values());
                sorted.sort(Comparator.comparing(Piece::segment));
                borders.add(new Border((int) (key >> 32), (int) (key & 0x7fffffff), sorted));
            });
            borders.sort(Comparator.comparingInt(Border::low).thenComparingInt(Border::high));
            List<Piece> outer = Arrays.stream(outerM)
                    .mapToObj(length -> new Piece("", RoadClass.OUTLINE, length))
                    .toList();
            return new BlockGraph(blocks, borders, outer);
        }
    }
}
