package org.onemap.road;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.onemap.crs.GaussKruger;
import org.onemap.road.Chains.Chain;
import org.onemap.road.RoadGroups.Group;

/**
 * Gives the segments their codes: kept where the previous net has the same segment, then those that the source brings, then the next
 * free ones, road by road in reading order. What a new segment was cut from is its origin.
 */
final class NetCodes {

    private final CodeLedger ledger;
    private final List<Chain> chains;
    private final RoadGroups groups;
    private final String[] codes;
    private final List<List<RoadSegment.Origin>> origins = new ArrayList<>();
    private final double[] fromM;

    NetCodes(CodeLedger ledger, Chains chains, RoadGroups groups) {
        this.ledger = ledger;
        this.chains = chains.list();
        this.groups = groups;
        this.codes = new String[this.chains.size()];
        this.fromM = new double[codes.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = "";
            origins.add(List.of());
        }
    }

    /** Gives all codes. */
    void give(PriorNet prior, GaussKruger zone) {
        List<LineString> lines = chains.stream().map(NetCodes::line).toList();
        SegmentMatcher matcher = new SegmentMatcher(prior, zone);
        matcher.continued(lines).forEach((chain, segment) -> {
            codes[chain] = segment.code();
            origins.set(chain, segment.origins());
        });
        Map<Integer, List<Integer>> ofGroup = new HashMap<>();
        for (int i = 0; i < codes.length; i++) {
            ofGroup.computeIfAbsent(groups.of(chains.get(i).line()), unused -> new ArrayList<>())
                    .add(i);
            if (codes[i].isEmpty()) {
                takeFromSource(i);
            }
        }
        List<Integer> order = new ArrayList<>(ofGroup.keySet());
        order.sort(Comparator.<Integer, RoadClass>comparing(
                        group -> groups.group(group).roadClass())
                .thenComparing(ReadingOrder.by(group -> corner(groups.group(group)))));
        Map<String, Integer> claimed = new HashMap<>();
        for (int group : order) {
            List<Integer> members = ofGroup.getOrDefault(group, List.of());
            sort(members, groups.group(group));
            measure(members);
            giveGroup(group, members, claimed);
        }
        Set<String> before =
                prior.segments().stream().map(PriorNet.Segment::code).collect(Collectors.toSet());
        for (int i = 0; i < codes.length && !before.isEmpty(); i++) {
            if (!before.contains(codes[i])) {
                origins.set(i, matcher.origins(lines.get(i)));
            }
        }
    }

    static LineString line(Chain chain) {
        return new GeometryFactory().createLineString(chain.vertices().toArray(new Coordinate[0]));
    }

    private static Coordinate corner(Group group) {
        return new Coordinate(group.extent().getMinX(), group.extent().getMaxY());
    }

    /** A line of the source that is one whole segment keeps the segment code that it brings. */
    private void takeFromSource(int chain) {
        PlaneLine line = chains.get(chain).line();
        String code = line.source().naming().segmentCode();
        boolean whole = Math.abs(line.lengthM() - chains.get(chain).lengthM()) < 0.05;
        if (CodeLedger.isSegment(code) && whole && !ledger.isGiven(code)) {
            ledger.enter(code);
            codes[chain] = code;
        }
    }

    private void sort(List<Integer> members, Group group) {
        boolean eastWest = group.isEastWest();
        members.sort(Comparator.<Integer>comparingDouble(chain -> {
                    Coordinate from = chains.get(chain).vertices().get(0);
                    return eastWest ? from.x : -from.y;
                })
                .thenComparing(chain -> {
                    Coordinate from = chains.get(chain).vertices().get(0);
                    return eastWest ? -from.y : from.x;
                })
                .thenComparing(chain -> chain));
    }

    private void measure(List<Integer> members) {
        double at = 0;
        for (int chain : members) {
            fromM[chain] = at;
            at += Math.rint(chains.get(chain).lengthM() * 100) / 100;
        }
    }

    private void giveGroup(int group, List<Integer> members, Map<String, Integer> claimed) {
        String road = roadCode(group, members, claimed);
        for (int chain : members) {
            if (codes[chain].isEmpty()) {
                if (road.isEmpty() || !ledger.hasRoom(road)) {
                    road = ledger.nextRoad(groups.group(group).roadClass());
                    claimed.put(road, group);
                }
                codes[chain] = ledger.nextSegment(road);
            }
        }
    }

    /** The code that most of the road has already, or the one of the source if no other road has it; else empty. */
    private String roadCode(int group, List<Integer> members, Map<String, Integer> claimed) {
        Map<String, Double> lengths = new HashMap<>();
        for (int chain : members) {
            if (!codes[chain].isEmpty()) {
                lengths.merge(CodeLedger.roadOf(codes[chain]), chains.get(chain).lengthM(), Double::sum);
            }
        }
        Optional<String> most = lengths.entrySet().stream()
                .filter(entry -> claimed.getOrDefault(entry.getKey(), group) == group)
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
        String source = groups.group(group).code();
        boolean free = CodeLedger.isRoad(source) && claimed.getOrDefault(source, group) == group;
        String road = most.orElse(free && !ledger.isGiven(source) ? source : "");
        if (!road.isEmpty()) {
            claimed.put(road, group);
            ledger.enter(road);
        }
        return road;
    }

    String code(int chain) {
        return codes[chain];
    }

    List<RoadSegment.Origin> origins(int chain) {
        return origins.get(chain);
    }

    /** Measure along the road where a segment begins. */
    double fromM(int chain) {
        return fromM[chain];
    }
}
