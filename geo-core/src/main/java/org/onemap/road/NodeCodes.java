package org.onemap.road;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.onemap.crs.Cgcs2000;
import org.onemap.crs.GaussKruger;

/** Gives nodes their codes: kept where the previous net has a node within 5 m (the nearest pairs first), else the next free ones. */
final class NodeCodes {

    private final CodeLedger ledger;
    private final STRtree tree = new STRtree();
    private final boolean empty;

    /** A node of the previous net in metres. */
    private record Prior(String code, Coordinate place) {}

    /** A new node near an old one. */
    private record Pair(int node, Prior prior, double distanceM) {}

    NodeCodes(CodeLedger ledger, PriorNet prior, GaussKruger zone) {
        this.ledger = ledger;
        this.empty = prior.nodes().isEmpty();
        for (PriorNet.Node node : prior.nodes()) {
            Coordinate place =
                    zone.project(new Cgcs2000(node.place().getX(), node.place().getY()));
            tree.insert(new Envelope(place), new Prior(node.code(), place));
        }
    }

    /** The codes of nodes at these places. */
    List<String> give(List<Coordinate> places) {
        Map<Integer, String> kept = empty ? Map.of() : kept(places);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            order.add(i);
        }
        order.sort(ReadingOrder.by(places::get));
        String[] codes = new String[places.size()];
        for (int node : order) {
            codes[node] = Optional.ofNullable(kept.get(node)).orElseGet(ledger::nextNode);
        }
        return List.of(codes);
    }

    private Map<Integer, String> kept(List<Coordinate> places) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            int node = i;
            Coordinate place = places.get(i);
            Envelope box = new Envelope(place);
            box.expandBy(SegmentMatcher.NEAR_M);
            tree.query(box, item -> {
                Prior prior = (Prior) item;
                pairs.add(new Pair(node, prior, prior.place().distance(place)));
            });
        }
        pairs.sort(Comparator.comparingDouble(Pair::distanceM)
                .thenComparing(Pair::node)
                .thenComparing(pair -> pair.prior().code()));
        Map<Integer, String> kept = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (pair.distanceM() <= SegmentMatcher.NEAR_M
                    && !kept.containsKey(pair.node())
                    && taken.add(pair.prior().code())) {
                kept.put(pair.node(), pair.prior().code());
            }
        }
        return kept;
    }
}
