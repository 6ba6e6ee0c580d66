import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes a GeoJSON file of crooked grids that tile a square: as many rows as columns, 80 vertices each, which
 * neighbours share to the last digit. One file, for {@code java CrookedGrids.java FILE.geojson [ROWS=368]}.
 *
 * <p>Codes are 410172, row and column in three digits each, and 001. The centre of a grid in row r and column c lies at
 * ({@link #WEST} + (c + 0.5) {@link #CELL}, {@link #SOUTH} + (r + 0.5) {@link #CELL}) and is inside it.
 */
final class CrookedGrids {

    static final double WEST = 113.0;
    static final double SOUTH = 34.0;
    static final double CELL = 0.004;
    private static final int PER_SIDE = 20;
    private static final long SEED = 20240607;

    private CrookedGrids() {}

    public static void main(String[] args) throws IOException {
        int rows = args.length > 1 ? Integer.parseInt(args[1]) : 368;
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[0]))) {
            out.write("{\"type\":\"FeatureCollection\",\"features\":[\n");
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < rows; column++) {
                    String code = String.format("410172%03d%03d001", row, column);
                    out.write((row + column == 0 ? "" : ",\n") + "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + code
                            + "\",\"name\":\"第" + row + "行" + column + "列网格\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[["
                            + String.join(",", ring(row, column)) + "]]}}");
                }
            }
            out.write("\n]}\n");
        }
    }

    /** Counter-clockwise from the south-western corner. */
    private static List<String> ring(int row, int column) {
        List<String> ring = new ArrayList<>();
        for (int i = 0; i < PER_SIDE; i++) {
            ring.add(at(row, column, i, false));
        }
        for (int i = 0; i < PER_SIDE; i++) {
            ring.add(at(row, column + 1, i, true));
        }
        for (int i = PER_SIDE; i > 0; i--) {
            ring.add(at(row + 1, column, i, false));
        }
        for (int i = PER_SIDE; i > 0; i--) {
            ring.add(at(row, column, i, true));
        }
        ring.add(ring.get(0));
        return ring;
    }

    /** The i-th vertex of the side that starts at a corner, along the row or up the column; it depends on its place only. */
    private static String at(int row, int column, int i, boolean up) {
        if (i == PER_SIDE) {
            return up ? at(row + 1, column, 0, false) : at(row, column + 1, 0, false);
        }
        Random random = new Random(SEED + (((row * 4096L + column) * 32 + i) * 2 + (up && i > 0 ? 1 : 0)) * 1_000_003);
        double along = i / (double) PER_SIDE;
        double x = column + (up ? 0 : along) + (random.nextDouble() - 0.5) * 0.4 / PER_SIDE;
        double y = row + (up ? along : 0) + (random.nextDouble() - 0.5) * 0.4 / PER_SIDE;
        return "[" + degrees(WEST + x * CELL) + "," + degrees(SOUTH + y * CELL) + "]";
    }

    private static BigDecimal degrees(double value) {
        return BigDecimal.valueOf(value).setScale(7, RoundingMode.HALF_UP);
    }
}
