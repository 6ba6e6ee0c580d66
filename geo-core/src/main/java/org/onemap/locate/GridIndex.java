package org.onemap.locate;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.onemap.crs.Cgcs2000;

/**
 * Point → division of one level at memory speed. Immutable, lock-free, safe for any number of threads.
 *
 * <p>Divisions are numbered: <i>ordinals</i> run from 0 in ascending order of the codes. {@link #find} and
 * {@link #findAll} answer the lowest code that covers a position, exactly as JTS {@code covers} over all divisions would;
 * {@link #locate} answers all that cover it.
 */
public final class GridIndex implements DivisionIndex {

    /** The ordinal of no division: the position lies outside, or is not a number. */
    public static final int NONE = -1;

    private final List<String> codes;
    private final StrTreeIndex tree;

    private GridIndex(Collection<DivisionShape> shapes) {
        this.codes = shapes.stream()
                .filter(shape -> !Area.of(shape.geometry()).isEmpty())
                .map(shape -> shape.division().code())
                .distinct()
                .sorted()
                .toList();
        this.tree = new StrTreeIndex(shapes);
    }

    /**
     * Indexes these divisions. Areas of the same code count as one division; those without an area get no ordinal.
     */
    public static GridIndex of(Collection<DivisionShape> shapes) {
        return new GridIndex(shapes);
    }

    @Override
    public DivisionHit locate(Cgcs2000 position) {
        return tree.locate(position);
    }

    /**
     * The division that answers: the lowest code whose closed polygon holds the position.
     *
     * @param lonDeg longitude in EPSG:4490; any number, also not a number
     * @param latDeg latitude
     * @return its ordinal, or {@link #NONE}
     */
    public int find(double lonDeg, double latDeg) {
        if (!(Math.abs(lonDeg) <= 180 && Math.abs(latDeg) <= 90)) {
            return NONE;
        }
        return locate(new Cgcs2000(lonDeg, latDeg))
                .winner()
                .map(code -> Collections.binarySearch(codes, code))
                .orElse(NONE);
    }

    /**
     * {@link #find} for many positions.
     *
     * @param lonLatDeg longitude, latitude, longitude, …
     * @param count how many positions are read, from the first on
     * @param ordinals takes one answer per position
     */
    public void findAll(double[] lonLatDeg, int count, int[] ordinals) {
        for (int i = 0; i < count; i++) {
            ordinals[i] = find(lonLatDeg[2 * i], lonLatDeg[2 * i + 1]);
        }
    }

    /** The code of an ordinal. */
    public String code(int ordinal) {
        return codes.get(ordinal);
    }

    @Override
    public int size() {
        return codes.size();
    }
}
