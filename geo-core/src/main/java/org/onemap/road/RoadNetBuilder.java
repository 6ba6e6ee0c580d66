package org.onemap.road;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.onemap.InvalidInput;
import org.onemap.road.Strands.Strand;

/**
 * Builds the net of a district from its centrelines. Confined to one thread; each instance builds once.
 *
 * <p>Source of the code scheme: own proposal (decision 125), for no national digits for urban roads could be verified.
 */
public final class RoadNetBuilder {

    private final RoadNetOptions options;
    private final PriorNet prior;
    private final RoadIssues issues = new RoadIssues();

    private RoadNetBuilder(RoadNetOptions options, PriorNet prior) {
        this.options = options;
        this.prior = prior;
    }

    /**
     * Builds a net whose things keep the codes that they had.
     *
     * @param prior the net as it was; {@link PriorNet#NONE} for the first coding
     * @return the net; what is wrong with the source stands in its report, with an error if the net is of no use
     * @throws InvalidInput if the codes of the county are used up
     */
    public static RoadNet build(List<Centreline> centrelines, RoadNetOptions options, PriorNet prior) {
        return new RoadNetBuilder(options, prior).build(centrelines);
    }

    private RoadNet build(List<Centreline> centrelines) {
        CentrelinePlane plane = CentrelinePlane.of(centrelines, options, issues);
        List<PlaneLine> lines = plane.lines();
        int snapped = new NamedNodes(options.tolerances().nodeSpreadM()).join(lines);
        snapped += new EndSnapper(lines, options.tolerances()).snap(issues, plane.zone());
        Arrangement arrangement = Arrangement.of(lines);
        Strands strands = new Strands(arrangement, lines);
        Joints joints = new Joints(strands);
        RoadGroups groups = new RoadGroups(strands, joints, lines);
        Chains chains = new Chains(strands, joints, groups);
        BoundingStrands bounding = new BoundingStrands(strands, joints, groups, options);
        Map<Arrangement.Edge, Strand> boundary = boundary(strands, bounding);
        List<Arrangement.Edge> edges = arrangement.edges().stream()
                .filter(edge -> boundary.containsKey(edge) || isOutline(edge, lines))
                .toList();
        Faces faces = new Faces(arrangement, edges, wanted(plane));
        Slivers slivers = new Slivers(faces.polygons(), options.tolerances().leastBlock());
        for (int i = 0; i < edges.size(); i++) {
            slivers.edge(faces.left(i), faces.right(i), road(edges.get(i), boundary, arrangement, groups));
        }
        slivers.join();
        BlockFaces blocks = new BlockFaces(faces, slivers);
        NetAssembly assembly = new NetAssembly(plane, strands, joints, chains, groups);
        assembly.code(options, prior);
        assembly.blocks(faces, blocks, boundary, prior);
        NetCounts counts = new NetCounts(
                centrelines.size(),
                (int) lines.stream()
                        .filter(line -> line.roadClass() != RoadClass.OUTLINE)
                        .count(),
                snapped,
                assembly.deadEnds(),
                faces.polygons().size(),
                slivers.joined(),
                faces.euler());
        return assembly.net(counts, issues);
    }

    /** The strand that an edge bounds blocks with: the highest class if there are several. */
    private static Map<Arrangement.Edge, Strand> boundary(Strands strands, BoundingStrands bounding) {
        Map<Arrangement.Edge, Strand> boundary = new HashMap<>();
        for (Strand strand : strands.list()) {
            if (bounding.bounds(strand)) {
                boundary.merge(strand.edge(), strand, (a, b) -> a.roadClass().compareTo(b.roadClass()) <= 0 ? a : b);
            }
        }
        return boundary;
    }

    private static boolean isOutline(Arrangement.Edge edge, List<PlaneLine> lines) {
        return edge.lines().stream().anyMatch(index -> lines.get(index).roadClass() == RoadClass.OUTLINE);
    }

    private Predicate<Polygon> wanted(CentrelinePlane plane) {
        if (options.outline().isEmpty()) {
            return face -> true;
        }
        List<PreparedGeometry> parts = new ArrayList<>();
        Geometry outline = plane.zone().project(options.outline().get());
        for (int i = 0; i < outline.getNumGeometries(); i++) {
            parts.add(PreparedGeometryFactory.prepare(outline.getGeometryN(i)));
        }
        return face -> parts.stream().anyMatch(part -> part.contains(face.getInteriorPoint()));
    }

    private static Slivers.EdgeRoad road(
            Arrangement.Edge edge, Map<Arrangement.Edge, Strand> boundary, Arrangement arrangement, RoadGroups groups) {
        double length = arrangement.lengthM(edge);
        Optional<Strand> strand = Optional.ofNullable(boundary.get(edge));
        return strand.map(one -> new Slivers.EdgeRoad(groups.of(one.line()), one.roadClass(), length))
                .orElseGet(() -> new Slivers.EdgeRoad(-1, RoadClass.OUTLINE, length));
    }
}
