package org.onemap.store.geopackage;

import static org.onemap.store.sql.Session.quote;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.shape.fractal.HilbertCode;
import org.onemap.store.sql.Session;

/**
 * Fills an empty spatial index in one go, which is several times faster than row by row and gives a better tree: rows
 * sorted along a Hilbert curve, leaves packed from left to right, then the levels above. It writes the shadow tables of
 * SQLite's R-tree module, whose form is documented in {@code rtree.c} and fixed by the SQLite file format:
 *
 * <pre>
 * rtree_…_node   nodeno, data: 2 bytes depth (root only), 2 bytes count, then cells of 24 bytes:
 *                row id or child node, min x, max x, min y, max y as 32-bit floats; big endian, zero-filled
 * rtree_…_parent nodeno, parentnode
 * rtree_…_rowid  rowid, nodeno of its leaf
 * </pre>
 *
 * <p>The root is node 1. Confined to one thread at a time.
 */
final class RTreePacker {

    /** At 20 bytes a row, and 20 more while sorting, 80 MB; rows beyond it are inserted one by one. */
    private static final int MAX_ROWS = 2_000_000;

    private static final int CELL_BYTES = 24;

    /** Share of a node that is filled: with room left, the first rows that follow do not split them all. */
    private static final double FILL = 0.9;

    /** Order of the curve: 16 bits for each axis. */
    private static final int LEVEL = 16;

    private long[] oids = new long[1024];
    private float[] sides = new float[4096];
    private int size;

    /** Bytes of a node; SQLite chooses it by the page size when it makes the index. */
    private int nodeBytes;

    /** Takes a box; false if the packer is full. Must be called in ascending oid. */
    boolean add(long oid, Envelope box) {
        if (size == MAX_ROWS) {
            return false;
        }
        if (size == oids.length) {
            int larger = Math.min(MAX_ROWS, size + (size >> 1));
            oids = Arrays.copyOf(oids, larger);
            sides = Arrays.copyOf(sides, larger * 4);
        }
        oids[size] = oid;
        sides[size * 4] = roundDown(box.getMinX());
        sides[size * 4 + 1] = roundUp(box.getMaxX());
        sides[size * 4 + 2] = roundDown(box.getMinY());
        sides[size * 4 + 3] = roundUp(box.getMaxY());
        size++;
        return true;
    }

    private static float roundDown(double value) {
        float rounded = (float) value;
        return rounded > value ? Math.nextDown(rounded) : rounded;
    }

    private static float roundUp(double value) {
        float rounded = (float) value;
        return rounded < value ? Math.nextUp(rounded) : rounded;
    }

    /** The nodes of one level: number, and four sides each. */
    private static final class Level {

        private final int firstNode;
        private final float[] sides;

        Level(int firstNode, int nodes) {
            this.firstNode = firstNode;
            this.sides = new float[nodes * 4];
        }

        int size() {
            return sides.length / 4;
        }
    }

    /** Writes the rows into the index of the layer, which must be empty, and forgets them. */
    void write(Session session, String layer) throws SQLException {
        if (size == 0) {
            return;
        }
        String shadow = RTree.name(layer);
        nodeBytes =
                (int) session.number(0, "SELECT length(data) FROM " + quote(shadow + "_node") + " WHERE nodeno = 1");
        try (PreparedStatement node =
                        session.prepare("INSERT OR REPLACE INTO " + quote(shadow + "_node") + " VALUES (?, ?)");
                PreparedStatement parent =
                        session.prepare("INSERT INTO " + quote(shadow + "_parent") + " VALUES (?, ?)")) {
            int[] leafOf = new int[size];
            Level level = writeLeaves(node, leafOf);
            int depth = 0;
            while (level.size() > 1) {
                depth++;
                level = writeParents(level, depth, node, parent);
            }
            writeRowIds(session, shadow, leafOf);
        }
        size = 0;
        oids = new long[0];
        sides = new float[0];
    }

    private int nodesFor(int cells) {
        int most = (nodeBytes - 4) / CELL_BYTES;
        return cells <= most ? 1 : (int) Math.ceil(cells / (most * FILL));
    }

    /** Where the cells of a node begin when cells are spread evenly over nodes. */
    private static int start(int node, int nodes, int cells) {
        return (int) ((long) node * cells / nodes);
    }

    private Level writeLeaves(PreparedStatement insert, int[] leafOf) throws SQLException {
        int[] order = hilbertOrder();
        int nodes = nodesFor(size);
        Level level = new Level(nodes == 1 ? 1 : 2, nodes);
        for (int n = 0; n < nodes; n++) {
            int from = start(n, nodes, size);
            int to = start(n + 1, nodes, size);
            byte[] node = new byte[nodeBytes];
            ByteBuffer data = page(node, 0, to - from);
            for (int i = from; i < to; i++) {
                int row = order[i];
                leafOf[row] = level.firstNode + n;
                putCell(data, oids[row], sides, row);
                expand(level.sides, n, sides, row, i == from);
            }
            writeNode(insert, level.firstNode + n, node);
        }
        return level;
    }

    private Level writeParents(Level below, int depth, PreparedStatement insert, PreparedStatement parent)
            throws SQLException {
        int nodes = nodesFor(below.size());
        Level level = new Level(nodes == 1 ? 1 : below.firstNode + below.size(), nodes);
        for (int n = 0; n < nodes; n++) {
            int from = start(n, nodes, below.size());
            int to = start(n + 1, nodes, below.size());
            byte[] node = new byte[nodeBytes];
            ByteBuffer data = page(node, nodes == 1 ? depth : 0, to - from);
            for (int i = from; i < to; i++) {
                int child = below.firstNode + i;
                putCell(data, child, below.sides, i);
                expand(level.sides, n, below.sides, i, i == from);
                parent.setLong(1, child);
                parent.setLong(2, level.firstNode + n);
                parent.executeUpdate();
            }
            writeNode(insert, level.firstNode + n, node);
        }
        return level;
    }

    private static ByteBuffer page(byte[] node, int depth, int cells) {
        return ByteBuffer.wrap(node).putShort((short) depth).putShort((short) cells);
    }

    private static void putCell(ByteBuffer data, long id, float[] sides, int i) {
        data.putLong(id);
        for (int k = 0; k < 4; k++) {
            data.putFloat(sides[i * 4 + k]);
        }
    }

    private static void expand(float[] into, int n, float[] from, int i, boolean first) {
        for (int k = 0; k < 4; k++) {
            float side = from[i * 4 + k];
            float old = into[n * 4 + k];
            into[n * 4 + k] = first ? side : k % 2 == 0 ? Math.min(old, side) : Math.max(old, side);
        }
    }

    private static void writeNode(PreparedStatement insert, int number, byte[] data) throws SQLException {
        insert.setLong(1, number);
        insert.setBytes(2, data);
        insert.executeUpdate();
    }

    private int[] hilbertOrder() {
        Envelope all = new Envelope();
        for (int i = 0; i < size; i++) {
            all.expandToInclude(middle(i, 0), middle(i, 2));
        }
        double cells = (1 << LEVEL) - 1;
        double scaleX = all.getWidth() == 0 ? 0 : cells / all.getWidth();
        double scaleY = all.getHeight() == 0 ? 0 : cells / all.getHeight();
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            int x = (int) ((middle(i, 0) - all.getMinX()) * scaleX);
            int y = (int) ((middle(i, 2) - all.getMinY()) * scaleY);
            keys[i] = (HilbertCode.encode(LEVEL, x, y) & 0xffffffffL) << 31 | i;
        }
        Arrays.sort(keys);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = (int) (keys[i] & 0x7fffffffL);
        }
        return order;
    }

    private double middle(int i, int side) {
        return ((double) sides[i * 4 + side] + sides[i * 4 + side + 1]) / 2;
    }

    private void writeRowIds(Session session, String shadow, int[] leafOf) throws SQLException {
        try (PreparedStatement insert = session.prepare("INSERT INTO " + quote(shadow + "_rowid") + " VALUES (?, ?)")) {
            for (int i = 0; i < size; i++) {
                insert.setLong(1, oids[i]);
                insert.setLong(2, leafOf[i]);
                insert.executeUpdate();
            }
        }
    }
}
