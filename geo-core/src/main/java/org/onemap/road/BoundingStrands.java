package org.onemap.road;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onemap.road.Strands.Strand;

/**
 * Which strands may bound blocks: those of a class that may and on the ground, and bridges and tunnels of a street that goes
 * on at ground level at both ends and are short enough. Without the latter a block would leak through every bridge; with all of
 * them viaducts would cut blocks whose streets run on below.
 */
final class BoundingStrands {

    private final Strands strands;
    private final Joints joints;
    private final RoadGroups groups;
    private final RoadNetOptions options;
    private final Set<Integer> shortBridges = new HashSet<>();

    BoundingStrands(Strands strands, Joints joints, RoadGroups groups, RoadNetOptions options) {
        this.strands = strands;
        this.joints = joints;
        this.groups = groups;
        this.options = options;
        DisjointSets runs = runs();
        Map<Integer, Double> lengths = new HashMap<>();
        Map<Integer, Set<Integer>> landings = new HashMap<>();
        for (Strand strand : strands.list()) {
            if (strand.level() != 0) {
                int run = runs.find(strand.index());
                lengths.merge(run, strands.lengthM(strand), Double::sum);
                Set<Integer> found = landings.computeIfAbsent(run, unused -> new HashSet<>());
                for (int vertex : List.of(strand.edge().from(), strand.edge().to())) {
                    int joint = joints.at(strand, vertex);
                    if (meeting(joint, strand).anyMatch(other -> other.level() == 0)) {
                        found.add(joint);
                    }
                }
            }
        }
        landings.forEach((run, found) -> {
            boolean isShort =
                    lengths.getOrDefault(run, 0.0) <= options.tolerances().longestBridgeM();
            if (found.size() >= 2 && isShort) {
                shortBridges.add(run);
            }
        });
        for (Strand strand : strands.list()) {
            if (shortBridges.contains(runs.find(strand.index()))) {
                shortBridges.add(strand.index());
            }
        }
    }

    /** Strands of one road off the ground that hang together. */
    private DisjointSets runs() {
        DisjointSets runs = new DisjointSets(strands.list().size());
        for (Strand strand : strands.list()) {
            if (strand.level() != 0) {
                for (int vertex : List.of(strand.edge().from(), strand.edge().to())) {
                    meeting(joints.at(strand, vertex), strand)
                            .filter(other -> other.level() != 0)
                            .forEach(other -> runs.union(strand.index(), other.index()));
                }
            }
        }
        return runs;
    }

    private java.util.stream.Stream<Strand> meeting(int joint, Strand strand) {
        int road = groups.of(strand.line());
        return joints.list().get(joint).strands().stream()
                .filter(other -> !other.equals(strand) && groups.of(other.line()) == road);
    }

    boolean bounds(Strand strand) {
        return options.faceClasses().contains(strand.roadClass())
                && (strand.level() == 0 || shortBridges.contains(strand.index()));
    }
}
