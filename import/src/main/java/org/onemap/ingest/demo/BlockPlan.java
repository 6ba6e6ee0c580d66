package org.onemap.ingest.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** Decides what each super block and each street block is used for, and has them cut accordingly. */
final class BlockPlan {

    private final RandomGenerator random;

    BlockPlan(RandomGenerator random) {
        this.random = random;
    }

    /** Characters of super blocks: how coarse they are cut, and what their blocks are. */
    private enum Style {
        LIVING(1),
        WORKING(1.4),
        INDUSTRY(2.6),
        CAMPUS(6),
        GREEN(3.5),
        COUNTRY(1.5);

        private final double grain;

        Style(double grain) {
            this.grain = grain;
        }
    }

    /** Cuts the super blocks and enters the new streets into the net. */
    List<Block> cut(List<Polygon> superBlocks, Map<Segment, Street> net) {
        List<Style> styles = superBlocks.stream().map(this::style).toList();
        BlockCutter cutter = new BlockCutter(random, new StreetNames(random), net);
        List<List<Coordinate[]>> rings = cutter.cut(
                superBlocks, styles.stream().map(style -> style.grain).toList());
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < rings.size(); i++) {
            for (Coordinate[] ring : rings.get(i)) {
                Polygon polygon = Site.GEOMETRY.createPolygon(ring);
                blocks.add(new Block(blocks.size(), i, polygon, landUse(styles.get(i), polygon)));
            }
        }
        return blocks;
    }

    private Style style(Polygon face) {
        Coordinate centre = face.getCentroid().getCoordinate();
        double density = Site.density(centre);
        double draw = random.nextDouble();
        if (face.contains(Site.GEOMETRY.createPoint(Site.KEPT_POINT))) {
            return Style.LIVING;
        }
        if (density < 0.3) {
            return draw < 0.62 ? Style.COUNTRY : draw < 0.8 ? Style.INDUSTRY : draw < 0.92 ? Style.LIVING : Style.GREEN;
        }
        boolean west = centre.x < Site.WEST_M + 7000;
        double industry = west ? 0.26 : 0.08;
        if (draw < industry) {
            return Style.INDUSTRY;
        }
        if (draw < industry + 0.05) {
            return Style.CAMPUS;
        }
        if (draw < industry + 0.09) {
            return Style.GREEN;
        }
        return draw < industry + 0.27 ? Style.WORKING : Style.LIVING;
    }

    private LandUse landUse(Style style, Polygon polygon) {
        double density = Site.density(polygon.getCentroid().getCoordinate());
        double draw = random.nextDouble();
        return switch (style) {
            case LIVING -> living(draw, density);
            case WORKING ->
                draw < 0.55
                        ? LandUse.OFFICES
                        : draw < 0.7 ? LandUse.SHOPS : draw < 0.93 ? LandUse.TOWERS : LandUse.PARK;
            case INDUSTRY -> draw < 0.78 ? LandUse.FACTORY : draw < 0.92 ? LandUse.HOUSING : LandUse.OFFICES;
            case CAMPUS -> draw < 0.85 ? LandUse.SCHOOL : LandUse.HOUSING;
            case GREEN -> draw < 0.75 ? LandUse.PARK : LandUse.HOUSING;
            case COUNTRY -> draw < 0.36 ? LandUse.VILLAGE : draw < 0.86 ? LandUse.FIELDS : LandUse.FACTORY;
        };
    }

    private static LandUse living(double draw, double density) {
        double towers = 0.18 + 0.22 * density;
        double village = density < 0.6 ? 0.1 : 0.02;
        if (draw < 0.05) {
            return LandUse.SCHOOL;
        }
        if (draw < 0.1) {
            return draw < 0.058 ? LandUse.HOSPITAL : LandUse.PARK;
        }
        if (draw < 0.18) {
            return LandUse.SHOPS;
        }
        if (draw < 0.18 + village) {
            return LandUse.VILLAGE;
        }
        return draw < 0.18 + village + towers ? LandUse.TOWERS : LandUse.HOUSING;
    }
}
