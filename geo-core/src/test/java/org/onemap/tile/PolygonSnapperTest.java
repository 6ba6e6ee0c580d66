package org.onemap.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;

class PolygonSnapperTest {

    private static final GeometryFactory CELLS = new GeometryFactory();
    private static final Envelope BOX = new Envelope(-64, 4160, -64, 4160);

    /** A division of the demo district that crosses the lower side of tile 14/6498/13359 four times. */
    private static final String RING = """
            3133 4238,3139 4310,3069 4280,2983 4243,2898 4206,2812 4170,2766 4151,2726 4134,2639 4099,2553 4064,2503 4044,\
            2466 4029,2379 3995,2292 3961,2204 3927,2148 3906,2163 3977,2183 4068,2202 4159,2216 4230,2438 6090,4038 5856,\
            3951 5107,4338 5053,4274 4449,3862 4474,3847 4379,3831 4284,3815 4189,3803 4120,3799 4093,3746 3808,3676 3824,\
            3464 3866,3323 3889,3108 3914,3111 3947,3116 4020,3122 4093,3127 4165,3133 4238""";

    @Test
    void keepsInsideAndOutsideApartWhereCutRingLiesUponItself() {
        int shifts = 0;
        for (double shift = 0; shift < 1; shift += 0.01) {
            Polygon whole = polygon(shift);
            List<Coordinate> cut =
                    new BoxClipper(new Envelope(-80, 4176, -80, 4176)).ring(List.of(whole.getCoordinates()));
            double expected = OverlayNG.overlay(whole, CELLS.toGeometry(BOX), OverlayNG.INTERSECTION)
                    .getArea();
            double actual = new PolygonSnapper(BOX)
                            .snap(List.of(
                                    PolygonSnapper.polygon(List.<Coordinate[]>of(cut.toArray(Coordinate[]::new)))))
                            .stream()
                            .mapToDouble(Geometry::getArea)
                            .sum();
            assertThat(Math.abs(actual - expected)).as("shift %s", shift).isLessThan(whole.getLength());
            shifts++;
        }
        assertThat(shifts).isEqualTo(100);
    }

    private static Polygon polygon(double shift) {
        Coordinate[] ring = java.util.Arrays.stream(RING.split(",", -1))
                .map(pair -> pair.split(" ", -1))
                .map(pair ->
                        new Coordinate(Double.parseDouble(pair[0]) + shift, Double.parseDouble(pair[1]) + shift / 3))
                .toArray(Coordinate[]::new);
        return CELLS.createPolygon(ring);
    }
}
