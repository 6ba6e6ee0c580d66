package org.onemap.road;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.onemap.road.Strands.Strand;

/** Strings strands together between intersections, ends and places where road or class change. */
final class Chains {

    private final Strands strands;
    private final Joints joints;
    private final RoadGroups groups;
    private final boolean[] used;
    private final int[] chainOf;
    private final List<Chain> chains = new ArrayList<>();

    /**
     * A segment to be. Directed from west to east or from north to south, as its road runs.
     *
     * @param strands in order
     * @param vertices one more than strands
     * @param fromJoint where it begins
     * @param toJoint where it ends
     */
    record Chain(List<Strand> strands, List<Coordinate> vertices, int fromJoint, int toJoint) {

        PlaneLine line() {
            return strands.get(0).line();
        }

        RoadClass roadClass() {
            return line().roadClass();
        }

        /** The level farthest from the ground on its way. */
        int level() {
            int level = 0;
            for (Strand strand : strands) {
                level = Math.abs(strand.level()) > Math.abs(level) ? strand.level() : level;
            }
            return level;
        }

        /** Ids of the source rows along it. */
        List<String> sources(Strands all) {
            TreeSet<String> ids = new TreeSet<>();
            strands.forEach(strand ->
                    all.lines(strand).forEach(line -> ids.add(line.source().id())));
            return List.copyOf(ids);
        }

        double lengthM() {
            double length = 0;
            for (int i = 0; i + 1 < vertices.size(); i++) {
                length += vertices.get(i).distance(vertices.get(i + 1));
            }
            return length;
        }
    }

    Chains(Strands strands, Joints joints, RoadGroups groups) {
        this.strands = strands;
        this.joints = joints;
        this.groups = groups;
        this.used = new boolean[strands.list().size()];
        this.chainOf = new int[used.length];
        for (int joint = 0; joint < joints.list().size(); joint++) {
            if (!isThrough(joint)) {
                for (Strand strand : joints.list().get(joint).strands()) {
                    walk(strand, joint);
                }
            }
        }
        for (Strand strand : strands.list()) { // what is left runs in circles
            walk(strand, joints.at(strand, strand.edge().from()));
        }
    }

    private boolean isThrough(int joint) {
        List<Strand> meet = joints.list().get(joint).strands();
        return meet.size() == 2
                && groups.of(meet.get(0).line()) == groups.of(meet.get(1).line())
                && meet.get(0).roadClass() == meet.get(1).roadClass();
    }

    private void walk(Strand first, int start) {
        if (used[first.index()]) {
            return;
        }
        List<Strand> passed = new ArrayList<>();
        List<Coordinate> vertices = new ArrayList<>();
        int vertex = joints.list().get(start).vertex();
        vertices.add(strands.arrangement().vertex(vertex));
        int joint = start;
        Optional<Strand> next = Optional.of(first);
        while (next.isPresent()) {
            Strand strand = next.get();
            used[strand.index()] = true;
            passed.add(strand);
            vertex = strand.edge().other(vertex);
            vertices.add(strands.arrangement().vertex(vertex));
            joint = joints.at(strand, vertex);
            next = isThrough(joint) ? unused(joint) : Optional.empty();
        }
        add(passed, vertices, start, joint);
    }

    private Optional<Strand> unused(int joint) {
        return joints.list().get(joint).strands().stream()
                .filter(strand -> !used[strand.index()])
                .findFirst();
    }

    private void add(List<Strand> passed, List<Coordinate> vertices, int from, int to) {
        boolean eastWest = groups.group(groups.of(passed.get(0).line())).isEastWest();
        Coordinate a = vertices.get(0);
        Coordinate b = vertices.get(vertices.size() - 1);
        double ahead = eastWest ? b.x - a.x : a.y - b.y;
        boolean turn = ahead < 0 || (ahead == 0 && (eastWest ? a.y < b.y : a.x > b.x));
        if (turn) {
            Collections.reverse(passed);
            Collections.reverse(vertices);
        }
        passed.forEach(strand -> chainOf[strand.index()] = chains.size());
        chains.add(new Chain(List.copyOf(passed), List.copyOf(vertices), turn ? to : from, turn ? from : to));
    }

    List<Chain> list() {
        return chains;
    }

    /** The chain that a strand is a part of. */
    int of(Strand strand) {
        return chainOf[strand.index()];
    }

    int group(Chain chain) {
        return groups.of(chain.line());
    }
}
