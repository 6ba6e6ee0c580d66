package org.onemap.ingest.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;

/**
 * The named roads: a lattice of streets (街, east–west) and roads (路, north–south) with gaps in the lesser ones, two
 * roads across it, bent by a {@link Deformation} and noded to millimetres. Names are those of the zone; courses are
 * invented, though the order of the best known ones is kept.
 */
final class MainRoads {

    private static final double SAMPLE_M = 45;
    private static final double GAP_SHARE = 0.16;
    private static final double FREE_OF_ROADS_M = 170;

    private static final List<Axis> STREETS = axes(true, """
            化工路 Z 500, 迎春街 C 1150, 合欢街 C 1850, 梧桐街 Z 2500, 枫杨街 C 3000, 冬青街 C 3450, 科学大道 Z 4000,
            莲花街 C 4800, 翠竹街 C 5350, 玉兰街 C 5950, 国槐街 Z 6600, 丁香街 C 7250, 牡丹街 C 7900, 桂花街 Z 8700,
            杜英街 C 9400, 金菊街 C 10100, 雪兰街 C 10850, 北园大道 Z 11500, 沟赵北街 C 12150""");
    private static final List<Axis> ROADS = axes(false, """
            榆林路 C 200, 朱砦路 C 950, 白桦路 C 1750, 檀香路 Z 2550, 白松路 C 3300, 红松路 C 4050, 须水河路 Z 4800,
            红叶路 C 5500, 紫竹路 C 6200, 雪梅路 C 6900, 石楠路 C 7550, 长椿路 Z 8200, 雪松路 C 8750, 银屏路 C 9550,
            瑞达路 Z 10200, 金梭路 C 10850, 垂柳路 C 11500, 西四环 K 12200, 电厂南路 C 12900, 王屋路 C 13550""");

    private MainRoads() {}

    private record Axis(Street street, double at) {}

    private static List<Axis> axes(boolean eastWest, String text) {
        return Arrays.stream(text.split(",\\s*"))
                .map(entry -> entry.trim().split(" "))
                .map(part -> new Axis(new Street(part[0], ofLetter(part[1]), eastWest), Double.parseDouble(part[2])))
                .toList();
    }

    private static RoadClass ofLetter(String letter) {
        return Arrays.stream(RoadClass.values())
                .filter(roadClass -> roadClass.letter().equals(letter))
                .findFirst()
                .orElseThrow();
    }

    /** Draws until no road comes near the kept point, and returns each straight piece with its street, in a map that may be changed. */
    static Map<Segment, Street> draw(RandomGenerator random) {
        while (true) {
            List<NodedSegmentString> lines = lines(random, new Deformation(random));
            if (lines.stream().noneMatch(MainRoads::isNearKeptPoint)) {
                return node(lines);
            }
        }
    }

    private static boolean isNearKeptPoint(SegmentString line) {
        return Distance.pointToSegmentString(Site.KEPT_POINT, line.getCoordinates()) < FREE_OF_ROADS_M;
    }

    private static List<NodedSegmentString> lines(RandomGenerator random, Deformation deformation) {
        List<NodedSegmentString> lines = new ArrayList<>();
        double[] across = jitter(STREETS, random);
        double[] along = jitter(ROADS, random);
        for (int i = 0; i < across.length; i++) {
            axis(STREETS.get(i).street(), across[i], along, random, deformation, lines);
        }
        for (int i = 0; i < along.length; i++) {
            axis(ROADS.get(i).street(), along[i], across, random, deformation, lines);
        }
        Street ring = new Street("绕城快速路", RoadClass.EXPRESSWAY, false);
        lines.add(bow(ring, new Coordinate(1300, -200), new Coordinate(6900, 13200), 900));
        Street avenue = new Street("创新大道", RoadClass.ARTERIAL, true);
        lines.add(bow(avenue, new Coordinate(2500, 10900), new Coordinate(9900, 6300), -500));
        return lines;
    }

    private static double[] jitter(List<Axis> axes, RandomGenerator random) {
        return axes.stream()
                .mapToDouble(axis -> axis.at() + 70 * (random.nextDouble() - 0.5))
                .toArray();
    }

    private static void axis(
            Street street,
            double at,
            double[] crossings,
            RandomGenerator random,
            Deformation deformation,
            List<NodedSegmentString> lines) {
        for (int i = 0; i + 1 < crossings.length; i++) {
            double gap = street.roadClass() == RoadClass.COLLECTOR ? GAP_SHARE : 0;
            if (random.nextDouble() < gap) {
                continue;
            }
            int steps = (int) Math.ceil((crossings[i + 1] - crossings[i]) / SAMPLE_M);
            Coordinate[] line = new Coordinate[steps + 1];
            for (int k = 0; k <= steps; k++) {
                double t = k == steps ? crossings[i + 1] : crossings[i] + (crossings[i + 1] - crossings[i]) * k / steps;
                line[k] = street.eastWest() ? deformation.apply(t, at) : deformation.apply(at, t);
            }
            lines.add(new NodedSegmentString(line, street));
        }
    }

    /** A line across the lattice, in plan positions without deformation, bowed to its left by so many metres. */
    private static NodedSegmentString bow(Street street, Coordinate from, Coordinate to, double bowM) {
        double length = from.distance(to);
        double nu = -(to.y - from.y) / length;
        double nv = (to.x - from.x) / length;
        int steps = (int) (length / SAMPLE_M);
        Coordinate[] line = new Coordinate[steps + 1];
        for (int k = 0; k <= steps; k++) {
            double t = (double) k / steps;
            double out = bowM * StrictMath.sin(Math.PI * t) + 120 * StrictMath.sin(9 * t);
            line[k] = Site.millimetres(
                    Site.WEST_M + from.x + (to.x - from.x) * t + nu * out,
                    Site.SOUTH_M + from.y + (to.y - from.y) * t + nv * out);
        }
        return new NodedSegmentString(line, street);
    }

    private static Map<Segment, Street> node(List<NodedSegmentString> lines) {
        SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(1000));
        noder.computeNodes(lines);
        Map<Segment, Street> segments = new TreeMap<>();
        for (Object noded : noder.getNodedSubstrings()) {
            SegmentString string = (SegmentString) noded;
            Street street = (Street) string.getData();
            for (int i = 0; i + 1 < string.size(); i++) {
                Segment segment = Segment.of(string.getCoordinate(i), string.getCoordinate(i + 1));
                segments.merge(segment, street, MainRoads::greater);
            }
        }
        return segments;
    }

    private static Street greater(Street a, Street b) {
        int order = Comparator.comparing(Street::roadClass)
                .thenComparing(Street::name)
                .compare(a, b);
        return order <= 0 ? a : b;
    }
}
