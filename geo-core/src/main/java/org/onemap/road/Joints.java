package org.onemap.road;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.onemap.road.Strands.Strand;

/**
 * Where strands are joined. At one vertex there may be several joints, one above the other: strands of one level are joined,
 * strands of different levels only where a line of the one ends at a vertex of the other.
 */
final class Joints {

    private final List<Joint> joints = new ArrayList<>();
    private final int[] atFrom;
    private final int[] atTo;

    /**
     * A place where one can go from strand to strand.
     *
     * @param vertex of the arrangement
     * @param strands those that meet
     */
    record Joint(int vertex, List<Strand> strands) {}

    Joints(Strands strands) {
        atFrom = new int[strands.list().size()];
        atTo = new int[strands.list().size()];
        for (int vertex = 0; vertex < strands.arrangement().vertexCount(); vertex++) {
            for (List<Strand> together : joined(strands, vertex)) {
                for (Strand strand : together) {
                    (strand.edge().from() == vertex ? atFrom : atTo)[strand.index()] = joints.size();
                }
                joints.add(new Joint(vertex, List.copyOf(together)));
            }
        }
    }

    private static List<List<Strand>> joined(Strands strands, int vertex) {
        List<Strand> here = strands.at(vertex);
        if (here.isEmpty()) {
            return List.of();
        }
        if (here.stream().allMatch(strand -> strand.level() == here.get(0).level())) {
            return List.of(here);
        }
        Coordinate place = strands.arrangement().vertex(vertex);
        DisjointSets sets = new DisjointSets(here.size());
        for (int i = 0; i < here.size(); i++) {
            for (int k = i + 1; k < here.size(); k++) {
                boolean level = here.get(i).level() == here.get(k).level();
                if (level || meet(strands.lines(here.get(i)), strands.lines(here.get(k)), place)) {
                    sets.union(i, k);
                }
            }
        }
        List<List<Strand>> groups = new ArrayList<>();
        int[] groupOf = new int[here.size()];
        for (int i = 0; i < here.size(); i++) {
            int root = sets.find(i);
            if (root == i) {
                groupOf[i] = groups.size();
                groups.add(new ArrayList<>());
            }
            groups.get(groupOf[root]).add(here.get(i));
        }
        return groups;
    }

    private static boolean meet(List<PlaneLine> these, List<PlaneLine> those, Coordinate place) {
        for (PlaneLine a : these) {
            for (PlaneLine b : those) {
                if ((a.endsAt(place) && b.passes(place)) || (b.endsAt(place) && a.passes(place))) {
                    return true;
                }
            }
        }
        return false;
    }

    List<Joint> list() {
        return joints;
    }

    /** The joint at one end of a strand. */
    int at(Strand strand, int vertex) {
        return (strand.edge().from() == vertex ? atFrom : atTo)[strand.index()];
    }
}
