package org.onemap.road;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.onemap.road.Strands.Strand;

/**
 * Which lines make up one road: those of one code, those of one name, and lines without a name that go straight on into one
 * another (deflection below 45°, the best pair at each joint, one class).
 */
final class RoadGroups {

    private static final double STRAIGHT = Math.toRadians(45);

    private final List<Group> groups = new ArrayList<>();
    private final int[] groupOf;

    /**
     * A road.
     *
     * @param name empty if it has none
     * @param code what the source gives; empty if nothing
     * @param roadClass the class of most of its length
     * @param extent in metres
     */
    record Group(String name, String code, RoadClass roadClass, Envelope extent) {

        /** Whether it runs from west to east rather than from north to south. */
        boolean isEastWest() {
            return extent.getWidth() >= extent.getHeight();
        }
    }

    RoadGroups(Strands strands, Joints joints, List<PlaneLine> lines) {
        Map<String, String> codeOfName = codesOfNames(lines);
        DisjointSets sets = new DisjointSets(lines.size());
        joinStraight(strands, joints, sets);
        Map<String, Integer> first = new HashMap<>();
        for (PlaneLine line : lines) {
            String key = key(line, codeOfName);
            if (!key.isEmpty()) {
                sets.union(first.computeIfAbsent(key, unused -> line.index()), line.index());
            }
        }
        groupOf = new int[lines.size()];
        Map<Integer, List<PlaneLine>> members = new LinkedHashMap<>();
        lines.forEach(line -> members.computeIfAbsent(sets.find(line.index()), unused -> new ArrayList<>())
                .add(line));
        members.values().forEach(together -> {
            together.forEach(line -> groupOf[line.index()] = groups.size());
            groups.add(group(together, codeOfName));
        });
    }

    private static boolean isNamed(PlaneLine line) {
        Centreline.Naming naming = line.source().naming();
        return !naming.name().isEmpty() || !naming.roadCode().isEmpty();
    }

    private static Map<String, String> codesOfNames(List<PlaneLine> lines) {
        Map<String, String> codes = new HashMap<>();
        for (PlaneLine line : lines) {
            Centreline.Naming naming = line.source().naming();
            if (!naming.name().isEmpty() && !naming.roadCode().isEmpty()) {
                codes.merge(naming.name(), naming.roadCode(), (a, b) -> a.equals(b) ? a : "");
            }
        }
        return codes;
    }

    private static String code(PlaneLine line, Map<String, String> codeOfName) {
        Centreline.Naming naming = line.source().naming();
        return naming.roadCode().isEmpty() ? codeOfName.getOrDefault(naming.name(), "") : naming.roadCode();
    }

    private static String key(PlaneLine line, Map<String, String> codeOfName) {
        String code = code(line, codeOfName);
        String name = line.source().naming().name();
        return code.isEmpty() ? (name.isEmpty() ? "" : "name " + name) : "code " + code;
    }

    private static void joinStraight(Strands strands, Joints joints, DisjointSets sets) {
        for (Strand strand : strands.list()) {
            List<PlaneLine> along = strands.lines(strand);
            for (PlaneLine line : along) {
                if (along.size() > 1 && !isNamed(line) && !isNamed(strand.line())) {
                    sets.union(strand.line().index(), line.index());
                }
            }
        }
        for (Joints.Joint joint : joints.list()) {
            joinAt(strands.arrangement(), joint, sets);
        }
    }

    /** Two strands that go straight on. */
    private record Pair(Strand a, Strand b, double deflection) {}

    private static void joinAt(Arrangement arrangement, Joints.Joint joint, DisjointSets sets) {
        Coordinate place = arrangement.vertex(joint.vertex());
        List<Strand> ends = joint.strands().stream()
                .filter(strand -> !isNamed(strand.line()) && strand.line().endsAt(place))
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            for (int k = i + 1; k < ends.size(); k++) {
                Coordinate a = arrangement.vertex(ends.get(i).edge().other(joint.vertex()));
                Coordinate b = arrangement.vertex(ends.get(k).edge().other(joint.vertex()));
                double deflection = Math.PI - Angle.angleBetween(a, place, b);
                if (deflection < STRAIGHT
                        && ends.get(i).roadClass() == ends.get(k).roadClass()) {
                    pairs.add(new Pair(ends.get(i), ends.get(k), deflection));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::deflection)
                .thenComparing(pair -> pair.a().index())
                .thenComparing(pair -> pair.b().index()));
        List<Strand> taken = new ArrayList<>();
        for (Pair pair : pairs) {
            if (!taken.contains(pair.a()) && !taken.contains(pair.b())) {
                taken.add(pair.a());
                taken.add(pair.b());
                sets.union(pair.a().line().index(), pair.b().line().index());
            }
        }
    }

    private static Group group(List<PlaneLine> lines, Map<String, String> codeOfName) {
        Map<RoadClass, Double> lengths = new java.util.EnumMap<>(RoadClass.class);
        Envelope extent = new Envelope();
        String name = "";
        for (PlaneLine line : lines) {
            lengths.merge(line.roadClass(), line.lengthM(), Double::sum);
            for (Coordinate vertex : line.vertices()) {
                extent.expandToInclude(vertex);
            }
            name = name.isEmpty() ? line.source().naming().name() : name;
        }
        RoadClass most = lengths.entrySet().stream()
                .max(Map.Entry.<RoadClass, Double>comparingByValue()
                        .thenComparing(
                                Map.Entry.<RoadClass, Double>comparingByKey().reversed()))
                .orElseThrow()
                .getKey();
        return new Group(name, code(lines.get(0), codeOfName), most, extent);
    }

    List<Group> list() {
        return groups;
    }

    int of(PlaneLine line) {
        return groupOf[line.index()];
    }

    Group group(int index) {
        return groups.get(index);
    }
}
