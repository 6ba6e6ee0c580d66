package org.onemap.locate.batch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.onemap.InvalidInput;
import org.onemap.crs.Coordsys;

/**
 * Some rows of points, in order. A row has a position, or a {@link PointFault} instead. Filled by a {@link PointReader}
 * again and again; confined to one thread.
 */
public final class PointBatch {

    /** The most rows that it holds. */
    public static final int CAPACITY = 4096;

    private static final byte SOUND = 0;

    private final double[] lonLat = new double[2 * CAPACITY];
    private final byte[] faults = new byte[CAPACITY];
    private final PointCrs[] own = new PointCrs[CAPACITY];

    /** Positions of rows whose numbers are one only the other way round; seldom needed. */
    private double[] swapped = {};

    private int size;
    private boolean anyOwn;

    /** How many rows there are. */
    public int size() {
        return size;
    }

    /** Whether there is room for no other row. */
    public boolean isFull() {
        return size == CAPACITY;
    }

    /** Whether a row has no position. */
    public boolean isFaulty(int row) {
        return faults[row] != SOUND;
    }

    /** What is wrong with a row that is faulty. */
    public PointFault fault(int row) {
        return PointFault.ofAnswer(faults[row]);
    }

    /** Longitude, latitude, longitude, …; not a number for faulty rows. */
    double[] lonLat() {
        return lonLat;
    }

    /** The longitude of a row, as it came or, after {@link #toCgcs2000}, in CGCS2000. */
    public double lonDeg(int row) {
        return lonLat[2 * row];
    }

    /** The latitude of a row. */
    public double latDeg(int row) {
        return lonLat[2 * row + 1];
    }

    /**
     * Where a row that is {@link PointFault#SWAPPED} would lie the other way round, in CGCS2000: its longitude. Not a number
     * where nobody says what its numbers mean.
     */
    double swappedLonDeg(int row) {
        return swapped[2 * row];
    }

    /** The latitude that belongs to {@link #swappedLonDeg}. */
    double swappedLatDeg(int row) {
        return swapped[2 * row + 1];
    }

    /** Takes all rows away. */
    public void clear() {
        size = 0;
        anyOwn = false;
    }

    /** Adds a row with these numbers, which need not be a position. */
    public void add(double x, double y) {
        lonLat[2 * size] = x;
        lonLat[2 * size + 1] = y;
        if (anyOwn) {
            own[size] = PointCrs.unknown();
        }
        faults[size++] = SOUND;
    }

    /**
     * Adds rows from pairs of little-endian doubles, as many as there is room for.
     *
     * @param from where the first pair stands
     * @param count how many pairs there are
     * @return how many were added
     */
    int add(byte[] pairs, int from, int count) {
        int taken = Math.min(count, CAPACITY - size);
        ByteBuffer.wrap(pairs, from, 2 * Double.BYTES * taken)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(lonLat, 2 * size, 2 * taken);
        Arrays.fill(faults, size, size + taken, SOUND);
        if (anyOwn) {
            Arrays.fill(own, size, size + taken, PointCrs.unknown());
        }
        size += taken;
        return taken;
    }

    /** Adds a row whose numbers have a coordinate system of their own. */
    void add(double x, double y, Coordsys coordsys) {
        if (!anyOwn) {
            Arrays.fill(own, 0, size, PointCrs.unknown());
            anyOwn = true;
        }
        add(x, y);
        own[size - 1] = PointCrs.of(coordsys);
    }

    /** Adds a row that has no position. */
    public void add(PointFault fault) {
        add(Double.NaN, Double.NaN);
        mark(size - 1, fault);
    }

    private void mark(int row, PointFault fault) {
        faults[row] = (byte) fault.answer();
        lonLat[2 * row] = Double.NaN;
        lonLat[2 * row + 1] = Double.NaN;
    }

    /** Marks a row that turned out to be unusable. */
    public void reject(int row, PointFault fault) {
        mark(row, fault);
    }

    /**
     * Brings all positions to CGCS2000, in place; what is no position is marked.
     *
     * @param all what the numbers of rows without a coordinate system of their own mean; these rows are marked if it is
     *     {@link PointCrs#unknown}
     */
    public void toCgcs2000(PointCrs all) {
        if (!all.isProjected()) {
            for (int row = 0; row < size; row++) {
                checkDegrees(row, all);
            }
        }
        if (anyOwn) {
            for (int row = 0; row < size; row++) {
                convert(row, own[row].isUnknown() ? all : own[row]);
            }
        } else if (!all.isIdentity()) {
            convertAll(all);
        }
    }

    private void checkDegrees(int row, PointCrs all) {
        double lon = lonLat[2 * row];
        double lat = lonLat[2 * row + 1];
        if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90) && faults[row] == SOUND) {
            PointFault fault = faultOf(lon, lat);
            mark(row, fault);
            if (fault == PointFault.SWAPPED) {
                keepSwapped(row, new double[] {lat, lon}, anyOwn && !own[row].isUnknown() ? own[row] : all);
            }
        }
    }

    private void keepSwapped(int row, double[] position, PointCrs crs) {
        if (swapped.length == 0) {
            swapped = new double[2 * CAPACITY];
        }
        boolean known = !crs.isUnknown() && (crs.isIdentity() || toCgcs2000(position, crs));
        swapped[2 * row] = known ? position[0] : Double.NaN;
        swapped[2 * row + 1] = known ? position[1] : Double.NaN;
    }

    private static boolean toCgcs2000(double[] position, PointCrs crs) {
        try {
            crs.toCgcs2000(position, 1);
            return true;
        } catch (InvalidInput e) {
            return false;
        }
    }

    private static PointFault faultOf(double lon, double lat) {
        if (Double.isNaN(lon)) {
            return PointFault.LON_NO_NUMBER;
        }
        if (Double.isNaN(lat)) {
            return PointFault.LAT_NO_NUMBER;
        }
        if (Math.abs(lat) <= 180 && Math.abs(lon) <= 90) {
            return PointFault.SWAPPED;
        }
        return Math.abs(lon) <= 180 ? PointFault.LAT_OUT_OF_RANGE : PointFault.LON_OUT_OF_RANGE;
    }

    private void convertAll(PointCrs crs) {
        if (crs.isUnknown() || !convert(crs, 0, size)) {
            for (int row = 0; row < size; row++) {
                convert(row, crs);
            }
        }
    }

    private void convert(int row, PointCrs crs) {
        if (faults[row] != SOUND) {
            return;
        }
        if (crs.isUnknown()) {
            mark(row, PointFault.COORDSYS_MISSING);
        } else if (!crs.isIdentity() && !convert(crs, row, 1)) {
            mark(row, PointFault.NOT_IN_CRS);
        }
    }

    /** Whether all of these rows have a position now; if not, they are as they were. */
    private boolean convert(PointCrs crs, int row, int count) {
        double[] copy = Arrays.copyOfRange(lonLat, 2 * row, 2 * (row + count));
        try {
            crs.toCgcs2000(copy, count);
        } catch (InvalidInput e) {
            return false; // which row it is, is found one by one
        }
        for (int i = 0; i < count; i++) {
            boolean position = Math.abs(copy[2 * i]) <= 180 && Math.abs(copy[2 * i + 1]) <= 90;
            if (!position && faults[row + i] == SOUND) {
                return false;
            }
        }
        System.arraycopy(copy, 0, lonLat, 2 * row, 2 * count);
        return true;
    }
}
