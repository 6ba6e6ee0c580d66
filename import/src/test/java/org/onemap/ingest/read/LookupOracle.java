package org.onemap.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.onemap.division.DivisionNode;
import org.onemap.locate.DivisionShape;
import org.onemap.locate.GridIndex;

/** The lookup over real partitions beside JTS itself. */
public final class LookupOracle {

    private LookupOracle() {}

    /** Shapes with made-up codes in the order of the geometries. */
    public static List<DivisionShape> shapes(List<Geometry> geometries) {
        List<DivisionShape> shapes = new ArrayList<>();
        for (Geometry geometry : geometries) {
            String code = String.format(Locale.ROOT, "%06d", shapes.size());
            shapes.add(new DivisionShape(new DivisionNode("grid", code, "", Optional.empty()), geometry));
        }
        return shapes;
    }

    /** Every answer of the index is that of JTS: anywhere, on vertices, on edges, some ulps beside. */
    public static void agrees(List<DivisionShape> shapes, int count) {
        List<DivisionShape> inOrder = new ArrayList<>(shapes);
        inOrder.sort(Comparator.comparing(shape -> shape.division().code()));
        GridIndex index = GridIndex.of(shapes);
        STRtree tree = new STRtree();
        Envelope box = new Envelope();
        for (int i = 0; i < inOrder.size(); i++) {
            tree.insert(inOrder.get(i).geometry().getEnvelopeInternal(), i);
            box.expandToInclude(inOrder.get(i).geometry().getEnvelopeInternal());
        }
        Random random = new Random(4101);
        double[] positions = new double[2 * count];
        int[] found = new int[count];
        int hits = 0;
        for (int i = 0; i < count; i++) {
            Coordinate c = draw(
                    random, i % 5, inOrder.get(random.nextInt(inOrder.size())).geometry(), box);
            positions[2 * i] = c.x;
            positions[2 * i + 1] = c.y;
            found[i] = index.find(c.x, c.y);
            assertEquals(find(tree, inOrder, c), found[i], "draw " + i + " " + c);
            hits += found[i] == GridIndex.NONE ? 0 : 1;
        }
        assertThat(hits).isGreaterThan(count / 2);
        int[] inBulk = new int[count];
        index.findAll(positions, count, inBulk);
        assertThat(inBulk).isEqualTo(found);
    }

    private static Coordinate draw(Random random, int kind, Geometry geometry, Envelope box) {
        Coordinate[] all = geometry.getCoordinates();
        int at = 1 + random.nextInt(all.length - 1);
        Coordinate a = all[at - 1];
        Coordinate b = all[at];
        double t = random.nextDouble();
        Coordinate on = new Coordinate(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y));
        return switch (kind) {
            case 0 -> a;
            case 1 -> on;
            case 2 ->
                new Coordinate(
                        on.x + (random.nextInt(5) - 2) * Math.ulp(on.x),
                        on.y + (random.nextInt(5) - 2) * Math.ulp(on.y));
            case 3 ->
                new Coordinate(
                        box.getMinX() + box.getWidth() * random.nextDouble(),
                        box.getMinY() + box.getHeight() * random.nextDouble());
            default -> new Coordinate(on.x, a.y);
        };
    }

    private static int find(STRtree tree, List<DivisionShape> inOrder, Coordinate c) {
        int lowest = Integer.MAX_VALUE;
        for (Object item : tree.query(new Envelope(c))) {
            int ordinal = (Integer) item;
            if (ordinal < lowest
                    && SimplePointInAreaLocator.locate(c, inOrder.get(ordinal).geometry()) != Location.EXTERIOR) {
                lowest = ordinal;
            }
        }
        return lowest == Integer.MAX_VALUE ? GridIndex.NONE : lowest;
    }
}
