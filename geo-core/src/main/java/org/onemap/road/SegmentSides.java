package org.onemap.road;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.onemap.road.Chains.Chain;
import org.onemap.road.Strands.Strand;

/** Which blocks lie beside a segment: those beside most of its length, or the one that it lies in. */
final class SegmentSides {

    private final Arrangement arrangement;
    private final Faces faces;
    private final BlockFaces blocks;
    private final Map<Arrangement.Edge, Integer> placeOf = new HashMap<>();

    /** Numbers of blocks; {@link Faces#NONE} for none. */
    record Beside(int left, int right) {}

    SegmentSides(Arrangement arrangement, Faces faces, BlockFaces blocks) {
        this.arrangement = arrangement;
        this.faces = faces;
        this.blocks = blocks;
        for (int i = 0; i < faces.edges().size(); i++) {
            placeOf.put(faces.edges().get(i), i);
        }
    }

    Beside of(Chain chain) {
        Map<Integer, Double> left = new HashMap<>();
        Map<Integer, Double> right = new HashMap<>();
        List<Strand> strands = chain.strands();
        for (int i = 0; i < strands.size(); i++) {
            Arrangement.Edge edge = strands.get(i).edge();
            Integer place = placeOf.get(edge);
            if (place != null) {
                boolean ahead = arrangement
                        .vertex(edge.from())
                        .equals2D(chain.vertices().get(i));
                int onLeft = blocks.of(ahead ? faces.left(place) : faces.right(place));
                int onRight = blocks.of(ahead ? faces.right(place) : faces.left(place));
                double length = arrangement.lengthM(edge);
                left.merge(onLeft, length, Double::sum);
                right.merge(onRight, length, Double::sum);
            }
        }
        Beside beside = new Beside(most(left), most(right));
        return beside.left() == Faces.NONE && beside.right() == Faces.NONE ? inside(chain) : beside;
    }

    private static int most(Map<Integer, Double> lengths) {
        return lengths.entrySet().stream()
                .max(Map.Entry.<Integer, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(Faces.NONE);
    }

    /** A dead end or a footpath runs within one block: that of the middle of its longest piece. */
    private Beside inside(Chain chain) {
        double longest = 0;
        Coordinate middle = chain.vertices().get(0);
        for (int i = 0; i + 1 < chain.vertices().size(); i++) {
            Coordinate a = chain.vertices().get(i);
            Coordinate b = chain.vertices().get(i + 1);
            if (a.distance(b) > longest) {
                longest = a.distance(b);
                middle = new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
            }
        }
        Optional<Integer> block = blocks.at(middle);
        int number = block.orElse(Faces.NONE);
        return new Beside(number, number);
    }
}
