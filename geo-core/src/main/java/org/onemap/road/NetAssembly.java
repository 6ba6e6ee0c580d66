package org.onemap.road;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.onemap.road.Chains.Chain;
import org.onemap.road.Strands.Strand;

/** Puts the net together once its parts are known: codes, nodes, segments, blocks, neighbours. Confined to one thread. */
final class NetAssembly {

    private final CentrelinePlane plane;
    private final Strands strands;
    private final Joints joints;
    private final Chains chains;
    private final RoadGroups groups;
    private final GeometryFactory factory = new GeometryFactory();
    private final Map<Integer, Integer> degrees = new TreeMap<>();
    private final Map<Integer, String> nodeCodes = new HashMap<>();
    private final List<RoadNode> nodes = new ArrayList<>();
    private final List<RoadSegment> segments = new ArrayList<>();
    private final List<StreetBlock> blocks = new ArrayList<>();
    private CodeLedger ledger = new CodeLedger("000000");
    private NetCodes codes;
    private BlockGraph graph = BlockGraph.builder(List.of()).build();

    NetAssembly(CentrelinePlane plane, Strands strands, Joints joints, Chains chains, RoadGroups groups) {
        this.plane = plane;
        this.strands = strands;
        this.joints = joints;
        this.chains = chains;
        this.groups = groups;
        this.codes = new NetCodes(ledger, chains, groups);
        for (Chain chain : chains.list()) {
            degrees.merge(chain.fromJoint(), 1, Integer::sum);
            degrees.merge(chain.toJoint(), 1, Integer::sum);
        }
    }

    /** Gives segments and nodes their codes. */
    void code(RoadNetOptions options, PriorNet prior) {
        ledger = new CodeLedger(options.countyCode());
        prior.given().forEach(ledger::enter);
        prior.segments().forEach(segment -> ledger.enter(segment.code()));
        prior.nodes().forEach(node -> ledger.enter(node.code()));
        prior.blocks().forEach(block -> ledger.enter(block.code()));
        codes = new NetCodes(ledger, chains, groups);
        codes.give(prior, plane.zone());
        List<Integer> places = List.copyOf(degrees.keySet());
        List<Coordinate> coordinates = places.stream().map(this::place).toList();
        List<String> given = new NodeCodes(ledger, prior, plane.zone()).give(coordinates);
        for (int i = 0; i < places.size(); i++) {
            int degree = degrees.getOrDefault(places.get(i), 0);
            nodeCodes.put(places.get(i), given.get(i));
            RoadNode.Kind kind =
                    degree >= 3 ? RoadNode.Kind.INTERSECTION : degree == 2 ? RoadNode.Kind.CHANGE : RoadNode.Kind.END;
            nodes.add(new RoadNode(given.get(i), factory.createPoint(plane.lonLat(coordinates.get(i))), kind, degree));
        }
        nodes.sort(Comparator.comparing(RoadNode::code));
    }

    private Coordinate place(int joint) {
        return strands.arrangement().vertex(joints.list().get(joint).vertex());
    }

    /** Makes blocks, segments and the graph. */
    void blocks(Faces faces, BlockFaces faced, Map<Arrangement.Edge, Strand> boundary, PriorNet prior) {
        List<Polygon> polygons = faced.polygons();
        String[] blockCodes = blockCodes(polygons, prior);
        List<TreeSet<String>> bounding = new ArrayList<>();
        polygons.forEach(unused -> bounding.add(new TreeSet<>()));
        for (int i = 0; i < faces.edges().size(); i++) {
            Strand strand = boundary.get(faces.edges().get(i));
            int left = faced.of(faces.left(i));
            int right = faced.of(faces.right(i));
            if (strand != null && left != right) {
                String segment = codes.code(chains.of(strand));
                for (int side : new int[] {left, right}) {
                    if (side != Faces.NONE) {
                        bounding.get(side).add(segment);
                    }
                }
            }
        }
        for (int i = 0; i < polygons.size(); i++) {
            Polygon lonLat = (Polygon) plane.lonLat(polygons.get(i), factory);
            lonLat.normalize();
            blocks.add(new StreetBlock(
                    blockCodes[i],
                    lonLat,
                    polygons.get(i).getArea(),
                    polygons.get(i).getLength(),
                    List.copyOf(bounding.get(i))));
        }
        blocks.sort(Comparator.comparing(StreetBlock::code));
        SegmentSides sides = new SegmentSides(strands.arrangement(), faces, faced);
        for (int i = 0; i < chains.list().size(); i++) {
            segments.add(segment(i, sides.of(chains.list().get(i)), blockCodes));
        }
        segments.sort(Comparator.comparing(RoadSegment::code));
        link(faces, faced, boundary, blockCodes);
    }

    private String[] blockCodes(List<Polygon> polygons, PriorNet prior) {
        BlockMatcher matcher = new BlockMatcher(prior, plane.zone());
        String[] given = new String[polygons.size()];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < given.length; i++) {
            order.add(i);
        }
        order.sort(ReadingOrder.by(i -> polygons.get(i).getEnvelopeInternal().centre()));
        TreeSet<String> taken = new TreeSet<>();
        for (int i : order) {
            given[i] = matcher.find(polygons.get(i)).filter(taken::add).orElse("");
        }
        for (int i : order) {
            given[i] = given[i].isEmpty() ? ledger.nextBlock() : given[i];
        }
        return given;
    }

    private RoadSegment segment(int index, SegmentSides.Beside beside, String[] blockCodes) {
        Chain chain = chains.list().get(index);
        RoadGroups.Group group = groups.group(chains.group(chain));
        String code = codes.code(index);
        LineString line = (LineString) plane.lonLat(NetCodes.line(chain), factory);
        double from = codes.fromM(index);
        double length = Math.rint(chain.lengthM() * 100) / 100;
        return new RoadSegment(
                code,
                new Road(CodeLedger.roadOf(code), group.name(), group.roadClass()),
                new RoadSegment.Kind(chain.roadClass(), chain.level(), chain.sources(strands)),
                new RoadSegment.Course(
                        line,
                        from,
                        from + length,
                        new RoadSegment.Nodes(node(chain.fromJoint()), node(chain.toJoint())),
                        new RoadSegment.Sides(code(beside.left(), blockCodes), code(beside.right(), blockCodes))),
                codes.origins(index));
    }

    private String node(int joint) {
        return Optional.ofNullable(nodeCodes.get(joint)).orElseThrow();
    }

    private static Optional<String> code(int block, String[] blockCodes) {
        return block == Faces.NONE ? Optional.empty() : Optional.of(blockCodes[block]);
    }

    private void link(Faces faces, BlockFaces faced, Map<Arrangement.Edge, Strand> boundary, String[] blockCodes) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            numbers.put(blocks.get(i).code(), i);
        }
        BlockGraph.Builder builder = BlockGraph.builder(blocks);
        for (int i = 0; i < faces.edges().size(); i++) {
            Arrangement.Edge edge = faces.edges().get(i);
            int left = number(faced.of(faces.left(i)), blockCodes, numbers);
            int right = number(faced.of(faces.right(i)), blockCodes, numbers);
            double length = strands.arrangement().lengthM(edge);
            Optional<Strand> strand = Optional.ofNullable(boundary.get(edge));
            if (left != right && left != Faces.NONE && right != Faces.NONE) {
                builder.between(
                        left,
                        right,
                        new BlockGraph.Piece(
                                strand.map(one -> codes.code(chains.of(one))).orElse(""),
                                strand.map(Strand::roadClass).orElse(RoadClass.OUTLINE),
                                length));
            } else if (left != right) {
                builder.outside(Math.max(left, right), length);
            }
        }
        graph = builder.build();
    }

    private static int number(int block, String[] blockCodes, Map<String, Integer> numbers) {
        return block == Faces.NONE ? Faces.NONE : numbers.getOrDefault(blockCodes[block], Faces.NONE);
    }

    /** Segments one of whose ends is the end of everything. */
    int deadEnds() {
        return (int) chains.list().stream()
                .filter(chain -> degrees.getOrDefault(chain.fromJoint(), 0) == 1
                        || degrees.getOrDefault(chain.toJoint(), 0) == 1)
                .count();
    }

    /** The net as assembled, looked at as a whole. */
    RoadNet net(NetCounts counts, RoadIssues issues) {
        NetReview review = new NetReview(issues, segments, graph);
        review.look(counts, ledger.fill());
        List<RoadIssue> sorted = new ArrayList<>(issues.list());
        sorted.sort(Comparator.comparing(RoadIssue::severity));
        return new RoadNet(plane.zone(), segments, nodes, blocks, graph, new RoadNet.Report(counts, sorted));
    }
}
