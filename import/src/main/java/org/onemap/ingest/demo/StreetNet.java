package org.onemap.ingest.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/** Chains the straight pieces of the net into coded segments between intersections. */
final class StreetNet {

    private static final String DISTRICT = "410172";

    private final Map<Segment, Street> net = new HashMap<>();
    private final Map<List<Coordinate>, Integer> blockOnLeft = new HashMap<>();
    private final Map<Coordinate, Integer> degree = new HashMap<>();

    /** The net as far as it bounds a block; what only led to roads outside is left out. */
    StreetNet(Map<Segment, Street> net, List<Block> blocks) {
        for (Block block : blocks) {
            Coordinate[] ring = block.ring();
            for (int i = 0; i + 1 < ring.length; i++) {
                blockOnLeft.put(List.of(ring[i], ring[i + 1]), block.id());
                Segment segment = Segment.of(ring[i], ring[i + 1]);
                Street street = net.get(segment);
                if (street == null) {
                    throw new IllegalStateException("no street on the edge " + segment + " of block " + block.id());
                }
                if (this.net.put(segment, street) == null) {
                    degree.merge(ring[i], 1, Integer::sum);
                    degree.merge(ring[i + 1], 1, Integer::sum);
                }
            }
        }
    }

    /** All coded segments, street by street in the order of their codes. */
    List<RoadSegment> segments() {
        Map<Street, Set<Segment>> byStreet = new HashMap<>();
        net.forEach((segment, street) ->
                byStreet.computeIfAbsent(street, s -> new HashSet<>()).add(segment));
        List<Map.Entry<Street, Set<Segment>>> streets = new ArrayList<>(byStreet.entrySet());
        streets.sort(Comparator.comparing((Map.Entry<Street, Set<Segment>> entry) ->
                        entry.getKey().roadClass())
                .thenComparing(entry -> first(entry.getValue())));
        Map<String, Integer> sequence = new HashMap<>();
        List<RoadSegment> coded = new ArrayList<>();
        for (Map.Entry<Street, Set<Segment>> entry : streets) {
            String letter = entry.getKey().roadClass().letter();
            String roadCode = DISTRICT + letter + String.format("%04d", sequence.merge(letter, 1, Integer::sum));
            code(entry.getKey(), roadCode, entry.getValue(), coded);
        }
        return coded;
    }

    /** The piece that sorts first; two streets may begin at one place, but no two share a piece. */
    private static Segment first(Set<Segment> segments) {
        return segments.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    private void code(Street street, String roadCode, Set<Segment> segments, List<RoadSegment> coded) {
        List<Coordinate[]> chains = chains(segments);
        chains.replaceAll(chain -> directed(chain, street.eastWest()));
        chains.sort(Comparator.comparingDouble(chain -> street.eastWest() ? chain[0].x : -chain[0].y));
        int number = 0;
        for (Coordinate[] chain : chains) {
            String code = roadCode + String.format("%03d", ++number);
            int left = blockOnLeft.getOrDefault(List.of(chain[0], chain[1]), -1);
            int right = blockOnLeft.getOrDefault(List.of(chain[1], chain[0]), -1);
            coded.add(new RoadSegment(street, code, roadCode, chain, left, right));
        }
    }

    private static Coordinate[] directed(Coordinate[] chain, boolean eastWest) {
        Coordinate a = chain[0];
        Coordinate b = chain[chain.length - 1];
        boolean right = eastWest ? a.x <= b.x : a.y >= b.y;
        return right ? chain : Rings.reversed(chain);
    }

    /** The segments joined into lines that end where three or more streets meet, or where the street ends. */
    private List<Coordinate[]> chains(Set<Segment> segments) {
        Map<Coordinate, List<Coordinate>> next = new HashMap<>();
        for (Segment segment : segments) {
            next.computeIfAbsent(segment.low(), c -> new ArrayList<>()).add(segment.high());
            next.computeIfAbsent(segment.high(), c -> new ArrayList<>()).add(segment.low());
        }
        List<Coordinate> ends = new ArrayList<>(next.keySet());
        ends.removeIf(vertex -> degree.getOrDefault(vertex, 0) == 2
                && next.getOrDefault(vertex, List.of()).size() == 2);
        ends.sort(null);
        Set<Segment> open = new HashSet<>(segments);
        List<Coordinate[]> chains = new ArrayList<>();
        for (Coordinate end : ends) {
            List<Coordinate> neighbours = next.getOrDefault(end, List.of());
            neighbours.sort(null);
            for (Coordinate neighbour : neighbours) {
                if (open.contains(Segment.of(end, neighbour))) {
                    chains.add(walk(end, neighbour, next, open, new HashSet<>(ends)));
                }
            }
        }
        return chains;
    }

    private static Coordinate[] walk(
            Coordinate end,
            Coordinate neighbour,
            Map<Coordinate, List<Coordinate>> next,
            Set<Segment> open,
            Set<Coordinate> ends) {
        List<Coordinate> line = new ArrayList<>(List.of(end, neighbour));
        open.remove(Segment.of(end, neighbour));
        Coordinate at = neighbour;
        while (!ends.contains(at)) {
            Coordinate here = at;
            at = next.getOrDefault(here, List.of()).stream()
                    .filter(vertex -> open.contains(Segment.of(here, vertex)))
                    .findFirst()
                    .orElseThrow();
            open.remove(Segment.of(here, at));
            line.add(at);
        }
        return line.toArray(new Coordinate[0]);
    }
}
