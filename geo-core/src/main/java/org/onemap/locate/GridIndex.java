package org.onemap.locate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Location;
import org.onemap.InvalidInput;
import org.onemap.crs.Cgcs2000;

/**
 * Point → division of one level at memory speed. Immutable, lock-free, safe for any number of threads.
 *
 * <p>Divisions are numbered: <i>ordinals</i> run from 0 in ascending order of the codes. {@link #find} and
 * {@link #findAll} answer the lowest code that covers a position, exactly as JTS {@code covers} over all divisions would;
 * {@link #locate} answers all that cover it. Polygons are valid in the sense of OGC; holes, islands, any number of parts,
 * gaps and overlaps are allowed. Longitude is a plain number: what crosses the antimeridian is cut there, as GeoJSON has it.
 *
 * <p>Coordinates and cells lie outside the heap, within what {@code -XX:MaxDirectMemorySize} allows (by default as much as
 * the heap).
 */
public final class GridIndex implements DivisionIndex {

    /** The ordinal of no division: the position lies outside, or is not a number. */
    public static final int NONE = -1;

    private final List<String> codes;
    private final Rings rings;
    private final Cells cells;
    private @Nullable BoundaryIndex boundaries;

    private final CellFinder finder;

    GridIndex(List<String> codes, Rings rings, Cells cells, @Nullable BoundaryIndex boundaries) {
        this.boundaries = boundaries;
        this.codes = codes;
        this.rings = rings;
        this.cells = cells;
        this.finder = new CellFinder(cells);
    }

    /**
     * Indexes these divisions. Areas of the same code count as one division; those without an area get no ordinal.
     *
     * @param shapes read once, in any order
     * @throws InvalidInput if there are more vertices than an index can number (2^31)
     */
    public static GridIndex of(Iterable<DivisionShape> shapes) {
        Builder builder = new Builder();
        shapes.forEach(builder::add);
        return builder.build();
    }

    /** Takes divisions one by one, so that their geometries need not be held together. Confined to one thread. */
    public static final class Builder {

        private final List<Outline> outlines = new ArrayList<>();

        /** Takes a division; its geometry is not kept. */
        public Builder add(DivisionShape shape) {
            Outline outline = Outline.of(shape);
            if (!outline.isEmpty()) {
                outlines.add(outline);
            }
            return this;
        }

        /**
         * Builds the index, with all processors. The builder is empty afterwards.
         *
         * @throws InvalidInput if there are more vertices than an index can number (2^31)
         */
        public GridIndex build() {
            outlines.sort(Comparator.comparing(Outline::code));
            List<String> codes = outlines.stream().map(Outline::code).distinct().toList();
            Rings rings = RingsBuilder.build(outlines, codes.size());
            outlines.clear();
            return new GridIndex(codes, rings, CellsBuilder.build(rings), null);
        }
    }

    /**
     * The division that answers: the lowest code whose closed polygon holds the position.
     *
     * @param lonDeg longitude in EPSG:4490; any number, also not a number
     * @param latDeg latitude
     * @return its ordinal, or {@link #NONE}
     */
    public int find(double lonDeg, double latDeg) {
        int found = finder.find(lonDeg, latDeg);
        return found == SubCell.UNSURE ? findExactly(lonDeg, latDeg) : found;
    }

    /** The same by the rings, which can always tell. */
    int findExactly(double lonDeg, double latDeg) {
        for (int ordinal : finder.candidates(lonDeg, latDeg)) {
            if (rings.locate(ordinal, lonDeg, latDeg) != Location.EXTERIOR) {
                return ordinal;
            }
        }
        return NONE;
    }

    /**
     * {@link #find} for many positions; about four times as fast, because the memory is asked for many at a time.
     *
     * @param lonLatDeg longitude, latitude, longitude, …
     * @param count how many positions are read, from the first on
     * @param ordinals takes one answer per position
     */
    public void findAll(double[] lonLatDeg, int count, int[] ordinals) {
        new BulkSearch(this, count).findAll(lonLatDeg, count, ordinals);
    }

    @Override
    public DivisionHit locate(Cgcs2000 position) {
        Hit hit = hit(position);
        List<String> covering = new ArrayList<>(hit.ordinals.length);
        for (int ordinal : hit.ordinals) {
            covering.add(codes.get(ordinal));
        }
        return new DivisionHit(covering, hit.onBoundary);
    }

    /** As {@link #locate}, by ordinals. */
    Hit hit(Cgcs2000 position) {
        double lonDeg = position.lonDeg();
        double latDeg = position.latDeg();
        int holder = finder.findWithoutEdges(lonDeg, latDeg);
        if (holder != SubCell.UNSURE) {
            return holder == NONE ? Hit.NOBODY : new Hit(new int[] {holder}, false);
        }
        int[] candidates = finder.candidates(lonDeg, latDeg);
        int[] covering = new int[candidates.length];
        int size = 0;
        boolean onBoundary = false;
        for (int ordinal : candidates) {
            int location = rings.locate(ordinal, lonDeg, latDeg);
            if (location != Location.EXTERIOR) {
                covering[size++] = ordinal;
                onBoundary |= location == Location.BOUNDARY;
            }
        }
        return new Hit(Arrays.copyOf(covering, size), onBoundary);
    }

    /**
     * The divisions that cover a position, ascending, and whether it lies on the boundary of one.
     *
     * @param ordinals handed on once
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Hit(int[] ordinals, boolean onBoundary) {

        static final Hit NOBODY = new Hit(new int[0], false);
    }

    /** All that cover a position, ascending. */
    int[] covering(double lonDeg, double latDeg) {
        return Arrays.stream(finder.candidates(lonDeg, latDeg))
                .filter(ordinal -> rings.locate(ordinal, lonDeg, latDeg) != Location.EXTERIOR)
                .toArray();
    }

    /** The code of an ordinal. */
    public String code(int ordinal) {
        return codes.get(ordinal);
    }

    @Override
    public int size() {
        return codes.size();
    }

    /** How many vertices the rings of all divisions have. */
    public int vertexCount() {
        return rings.vertexCount();
    }

    Rings rings() {
        return rings;
    }

    Cells cells() {
        return cells;
    }

    CellFinder finder() {
        return finder;
    }

    /** For distances to the boundaries; built at the first call if it did not come with the index. */
    synchronized BoundaryIndex boundaries() {
        if (boundaries == null) {
            boundaries = BoundaryIndex.of(rings);
        }
        return boundaries;
    }
}
