package org.onemap.road;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The edges of the arrangement as roads use them: one strand for each level on which lines run along the edge. */
final class Strands {

    private final Arrangement arrangement;
    private final List<PlaneLine> lines;
    private final List<Strand> strands = new ArrayList<>();
    private final List<List<Strand>> atVertex = new ArrayList<>();

    /**
     * A straight piece of road.
     *
     * @param index its place in the list
     * @param edge the edge of the arrangement
     * @param line the line that gives it name and class: the highest class, then one with a name, then the first
     */
    record Strand(int index, Arrangement.Edge edge, PlaneLine line) {

        int level() {
            return line.level();
        }

        RoadClass roadClass() {
            return line.roadClass();
        }
    }

    Strands(Arrangement arrangement, List<PlaneLine> lines) {
        this.arrangement = arrangement;
        this.lines = lines;
        for (int i = 0; i < arrangement.vertexCount(); i++) {
            atVertex.add(new ArrayList<>(4));
        }
        Comparator<PlaneLine> best = Comparator.comparing(PlaneLine::roadClass)
                .thenComparing(line -> line.source().naming().name().isEmpty())
                .thenComparing(PlaneLine::index);
        for (Arrangement.Edge edge : arrangement.edges()) {
            Map<Integer, PlaneLine> byLevel = new TreeMap<>();
            for (int index : edge.lines()) {
                PlaneLine line = lines.get(index);
                if (line.roadClass() != RoadClass.OUTLINE) {
                    byLevel.merge(line.level(), line, (a, b) -> best.compare(a, b) <= 0 ? a : b);
                }
            }
            byLevel.values().forEach(line -> add(edge, line));
        }
    }

    private void add(Arrangement.Edge edge, PlaneLine line) {
        Strand strand = new Strand(strands.size(), edge, line);
        strands.add(strand);
        atVertex.get(edge.from()).add(strand);
        atVertex.get(edge.to()).add(strand);
    }

    List<Strand> list() {
        return strands;
    }

    List<Strand> at(int vertex) {
        return atVertex.get(vertex);
    }

    Arrangement arrangement() {
        return arrangement;
    }

    double lengthM(Strand strand) {
        return arrangement.lengthM(strand.edge());
    }

    /** The lines of the strand's level along it. */
    List<PlaneLine> lines(Strand strand) {
        return strand.edge().lines().stream()
                .map(lines::get)
                .filter(line -> line.level() == strand.level() && line.roadClass() != RoadClass.OUTLINE)
                .toList();
    }
}
