package org.onemap.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Iterator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** Five million polygons of twenty vertices, streamed, within a heap of 8 GB. */
class GridIndexScaleTest {

    private static final int COLUMNS = 2_240;

    private final Mosaic mosaic = new Mosaic(3, COLUMNS, 5);

    @Tag("nightly")
    @Test
    void fiveMillionPolygonsAreIndexed() {
        Iterable<DivisionShape> stream = () -> IntStream.range(0, COLUMNS * COLUMNS)
                .mapToObj(i -> DivisionIndexTest.shape(code(i), mosaic.cell(i / COLUMNS, i % COLUMNS)))
                .iterator();
        Iterator<DivisionShape> first = stream.iterator();
        assertEquals(code(0), first.next().division().code());
        GridIndex index = GridIndex.of(stream);
        assertEquals(COLUMNS * COLUMNS, index.size());
        assertThat(index.cells().byteSize() / index.size()).isLessThan(600);
        Random random = new Random(1);
        for (int draw = 0; draw < 200_000; draw++) {
            int i = random.nextInt(COLUMNS * COLUMNS);
            Polygon polygon = mosaic.cell(i / COLUMNS, i % COLUMNS);
            Coordinate inside = polygon.getInteriorPoint().getCoordinate();
            assertEquals(i, index.find(inside.x, inside.y), "interior of " + i);
            Coordinate vertex = polygon.getCoordinates()[random.nextInt(5)];
            int lowest = index.find(vertex.x, vertex.y);
            assertThat(lowest).as("vertex of %s", i).isBetween(i - COLUMNS - 1, i);
        }
    }

    /** All of the same length, so that the order of the codes is that of the numbers. */
    private static String code(int i) {
        return String.valueOf(10_000_000 + i);
    }
}
