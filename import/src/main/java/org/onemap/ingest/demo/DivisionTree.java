package org.onemap.ingest.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * The division tree: 5 offices, 30 zones, 189 grids, each a connected union of street blocks, nested. Codes of zones and
 * grids count from west to east in bands from north to south, zones from 601. Immutable.
 *
 * @param offices in code order
 * @param zones in code order
 * @param grids in code order
 */
record DivisionTree(List<Division> offices, List<Division> zones, List<Division> grids) {

    static final String DISTRICT = "410172";
    private static final int GRIDS = 189;
    private static final int FIRST_ZONE = 601;
    private static final String[] NUMERALS = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

    DivisionTree {
        offices = List.copyOf(offices);
        zones = List.copyOf(zones);
        grids = List.copyOf(grids);
    }

    /** An office as the zone has it, with its number of zones and grids and about where it lies in the plan. */
    private record Seat(String code, String name, int zones, int grids, double u, double v) {}

    /** Halving goes by this order: first the two of the north-west, then the three of the south-east. */
    private static final List<Seat> SEATS = List.of(
            new Seat("410172360", "沟赵", 6, 37, 3000, 4800),
            new Seat("410172562", "双桥", 5, 30, 6200, 9600),
            new Seat("410172160", "石佛", 6, 39, 11300, 8200),
            new Seat("410172560", "枫杨", 6, 39, 8000, 2800),
            new Seat("410172561", "梧桐", 7, 44, 10600, 5000));

    static DivisionTree plan(List<Block> blocks, BlockGraph graph, RandomGenerator random) {
        double total =
                IntStream.range(0, graph.size()).mapToDouble(graph::weight).sum();
        Partition partition = new Partition(graph, random, total / GRIDS);
        int[] shares = SEATS.stream().mapToInt(Seat::grids).toArray();
        List<Coordinate> seats = SEATS.stream()
                .map(seat -> new Coordinate(Site.WEST_M + seat.u(), Site.SOUTH_M + seat.v()))
                .toList();
        return new Builder(blocks, partition).build(new OfficeSplit(blocks, graph, seats, shares).split());
    }

    /** The office of a zone or grid. */
    Division office(Division below) {
        return offices.stream()
                .filter(office -> office.code().equals(below.officeCode()))
                .findFirst()
                .orElseThrow();
    }

    /** Collects the three levels. Confined to one thread. */
    private static final class Builder {

        private final List<Block> blocks;
        private final Partition partition;
        private final List<Division> offices = new ArrayList<>();
        private final List<Division> zones = new ArrayList<>();
        private final List<Division> grids = new ArrayList<>();

        Builder(List<Block> blocks, Partition partition) {
            this.blocks = blocks;
            this.partition = partition;
        }

        DivisionTree build(List<List<Integer>> parts) {
            for (int i = 0; i < parts.size(); i++) {
                Seat seat = SEATS.get(i);
                offices.add(division(seat.code(), seat.name() + "办事处", DISTRICT, parts.get(i)));
                zones(seat, parts.get(i));
            }
            Comparator<Division> byCode = Comparator.comparing(Division::code);
            return new DivisionTree(
                    offices.stream().sorted(byCode).toList(),
                    zones.stream().sorted(byCode).toList(),
                    grids.stream().sorted(byCode).toList());
        }

        /** A part and how many grids it shall hold. */
        private record Part(List<Integer> blocks, int grids) {}

        private void zones(Seat seat, List<Integer> office) {
            List<Part> parts = inReadingOrder(office, evenly(seat.grids(), seat.zones()));
            for (int i = 0; i < parts.size(); i++) {
                String code = seat.code() + (FIRST_ZONE + i);
                String name = seat.name() + NUMERALS[i] + "片区";
                zones.add(division(code, name, seat.code(), parts.get(i).blocks()));
                grids(code, name, parts.get(i));
            }
        }

        private void grids(String zoneCode, String zoneName, Part zone) {
            List<Part> parts = inReadingOrder(zone.blocks(), evenly(zone.grids(), zone.grids()));
            for (int i = 0; i < parts.size(); i++) {
                String code = zoneCode + String.format("%03d", i + 1);
                String name = zoneName + String.format("%02d", i + 1) + "网格";
                grids.add(division(code, name, zoneCode, parts.get(i).blocks()));
            }
        }

        private Division division(String code, String name, String parentCode, List<Integer> members) {
            return new Division(code, name, parentCode, union(members), members);
        }

        private Polygon union(List<Integer> members) {
            Geometry[] polygons =
                    members.stream().map(id -> blocks.get(id).polygon()).toArray(Geometry[]::new);
            Geometry union = CoverageUnion.union(polygons);
            if (union.getNumGeometries() != 1) {
                throw new IllegalStateException("blocks in " + union.getNumGeometries() + " pieces, wanted 1");
            }
            return (Polygon) union.getGeometryN(0);
        }

        /** The parts of these shares, west to east in bands of 1.2 km, the northern band first. */
        private List<Part> inReadingOrder(List<Integer> members, int[] shares) {
            List<List<Integer>> parts = partition.split(members, shares);
            return IntStream.range(0, shares.length)
                    .mapToObj(i -> new Part(parts.get(i), shares[i]))
                    .sorted(Comparator.comparingDouble((Part part) -> -band(part))
                            .thenComparingDouble(part -> middle(part).getX()))
                    .toList();
        }

        private double band(Part part) {
            return Math.floor((middle(part).getY() - Site.SOUTH_M) / 1200);
        }

        private Point middle(Part part) {
            return union(part.blocks()).getCentroid();
        }

        private static int[] evenly(int units, int parts) {
            int[] shares = new int[parts];
            for (int i = 0; i < parts; i++) {
                shares[i] = units * (i + 1) / parts - units * i / parts;
            }
            return shares;
        }
    }
}
