package org.onemap.ingest.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.locationtech.jts.geom.Coordinate;

/**
 * Builds on the blocks: rows of like buildings along the block's axis that runs nearest to east–west, so that houses face
 * south, each behind the building lines of all streets around its block. Confined to one thread.
 */
final class BuildingLayout {

    private final RandomGenerator random;
    private final Map<Segment, Street> net;

    BuildingLayout(RandomGenerator random, Map<Segment, Street> net) {
        this.random = random;
        this.net = net;
    }

    List<Building> build(List<Block> blocks) {
        List<Building> buildings = new ArrayList<>();
        for (Block block : blocks) {
            build(block, buildings);
        }
        return buildings;
    }

    private void build(Block block, List<Building> buildings) {
        HouseForm form = HouseForm.of(block.landUse());
        Box box = Box.around(block.ring());
        Box rows = Math.abs(box.ux()) >= Math.abs(box.uy()) ? box : box.turned();
        Rows layout = new Rows(block, new Plot(block, net), rows, form);
        double stretch = 0.85 + 0.35 * random.nextDouble();
        double pitch = form.pitchM() * (0.92 + 0.2 * random.nextDouble());
        int number = 0;
        double start = rows.widthM() / 2 - form.depthM() * random.nextDouble() - 8;
        for (double across = start; across > -rows.widthM() / 2; across -= pitch) {
            double along = -rows.lengthM() / 2 + form.gapM() * random.nextDouble() + 6;
            while (along < rows.lengthM() / 2) {
                double length = form.lengthM() * stretch * (0.88 + 0.24 * random.nextDouble());
                Coordinate[] outline = outline(layout, along, across, length);
                if (random.nextDouble() < form.share() && layout.plot().holds(outline)) {
                    buildings.add(building(layout, ++number, outline, length));
                    along += length + form.gapM();
                } else {
                    along += Math.min(length + form.gapM(), 9);
                }
            }
        }
    }

    /** What stays the same for a block. */
    private record Rows(Block block, Plot plot, Box axes, HouseForm form) {

        Coordinate at(double along, double across) {
            Coordinate c = axes.centre();
            return Site.millimetres(
                    c.x + along * axes.ux() - across * axes.uy(), c.y + along * axes.uy() + across * axes.ux());
        }
    }

    private static Coordinate[] outline(Rows rows, double along, double across, double length) {
        double depth = rows.form().depthM();
        Coordinate first = rows.at(along, across);
        return new Coordinate[] {
            first,
            rows.at(along, across - depth),
            rows.at(along + length, across - depth),
            rows.at(along + length, across),
            first
        };
    }

    private Building building(Rows rows, int number, Coordinate[] outline, double length) {
        HouseForm form = rows.form();
        Coordinate[] ring = random.nextDouble() < form.angled() ? angled(outline) : outline;
        int floors = form.floors(random);
        int homes = homes(rows.block(), floors, length);
        return new Building(rows.block(), number, Site.GEOMETRY.createPolygon(ring), floors, homes);
    }

    private int homes(Block block, int floors, double length) {
        return switch (block.landUse()) {
            case HOUSING -> floors * (int) Math.round(length / 10);
            case TOWERS -> floors * 4;
            case VILLAGE -> floors + random.nextInt(3);
            case SCHOOL -> block.polygon().getArea() > 80_000 && random.nextDouble() < 0.25 ? floors * 12 : 0;
            default -> 0;
        };
    }

    /** Cuts one corner out of a rectangle. */
    private Coordinate[] angled(Coordinate[] box) {
        double a = 0.4 + 0.3 * random.nextDouble();
        double b = 0.45 + 0.15 * random.nextDouble();
        int turn = random.nextInt(4);
        Coordinate p = box[turn];
        Coordinate q = box[(turn + 1) % 4];
        Coordinate r = box[(turn + 2) % 4];
        Coordinate s = box[(turn + 3) % 4];
        Coordinate onRs = between(r, s, a);
        Coordinate onPs = between(p, s, b);
        Coordinate inner = Site.millimetres(onPs.x + onRs.x - s.x, onPs.y + onRs.y - s.y);
        return new Coordinate[] {p, q, r, onRs, inner, onPs, p};
    }

    private static Coordinate between(Coordinate from, Coordinate to, double share) {
        return Site.millimetres(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
    }
}
