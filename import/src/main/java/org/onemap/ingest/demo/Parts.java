package org.onemap.ingest.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.locationtech.jts.geom.Coordinate;

/**
 * Places parts along streets, at corners and in yards wherever their class belongs, and keeps as many as a survey of the
 * district would hold. Confined to one thread.
 */
final class Parts {

    private static final int WANTED = 60_000;

    private final RandomGenerator random;
    private final List<Block> blocks;
    private final Frontages frontages;
    private final List<Part> candidates = new ArrayList<>();

    Parts(RandomGenerator random, List<Block> blocks, Frontages frontages) {
        this.random = random;
        this.blocks = blocks;
        this.frontages = frontages;
    }

    List<Part> place(List<RoadSegment> roads, List<Building> buildings, Map<Block, Compound> compounds) {
        for (PartClass partClass : PartClass.all()) {
            if (partClass.place() == PartClass.Place.YARD) {
                buildings.forEach(building -> yard(partClass, building, compounds));
            } else {
                for (RoadSegment road : roads) {
                    side(partClass, new Frontages.Side(road, true));
                    side(partClass, new Frontages.Side(road, false));
                }
            }
        }
        return coded(sample());
    }

    private void side(PartClass partClass, Frontages.Side side) {
        RoadClass roadClass = side.road().street().roadClass();
        double half = roadClass.widthM() / 2.0;
        double length = side.road().lengthM();
        boolean great = roadClass.compareTo(RoadClass.COLLECTOR) <= 0;
        switch (partClass.place()) {
            case KERB -> row(partClass, side, half - partClass.aside());
            case GREAT_KERB -> {
                if (great) {
                    row(partClass, side, half - partClass.aside());
                }
            }
            case CARRIAGEWAY -> row(partClass, side, half * partClass.aside());
            default -> {
                if (great || (partClass.everyM() < 2 && length > 120)) {
                    double fromEnd = Math.min(length / 3, half + 12);
                    add(partClass, side, side.left() ? fromEnd : length - fromEnd, half - partClass.aside());
                }
            }
        }
    }

    private void row(PartClass partClass, Frontages.Side side, double asideM) {
        double length = side.road().lengthM();
        double along = 10 + random.nextDouble() * partClass.everyM();
        while (along < length - 10) {
            add(partClass, side, along, asideM);
            along += partClass.everyM() * (0.85 + 0.3 * random.nextDouble());
        }
    }

    private void add(PartClass partClass, Frontages.Side side, double alongM, double asideM) {
        String street = side.road().street().name();
        frontages
                .spot(side, alongM, asideM)
                .ifPresent(at -> candidates.add(new Part("", partClass, street, blocks.get(side.blockId()), at)));
    }

    /** A spot two metres and a half off a corner of the building. */
    private void yard(PartClass partClass, Building building, Map<Block, Compound> compounds) {
        Compound compound = compounds.get(building.block());
        if (compound == null || !building.block().landUse().isHome() || random.nextDouble() > 1 / partClass.everyM()) {
            return;
        }
        Coordinate[] ring = building.polygon().getExteriorRing().getCoordinates();
        Coordinate corner = ring[random.nextInt(3)];
        Coordinate centre = building.polygon().getEnvelopeInternal().centre();
        double distance = corner.distance(centre);
        double out = 1 + (1.5 + 1.5 * random.nextDouble()) / distance;
        Coordinate at =
                Site.millimetres(centre.x + (corner.x - centre.x) * out, centre.y + (corner.y - centre.y) * out);
        candidates.add(new Part("", partClass, compound.name(), building.block(), at));
    }

    private List<Part> sample() {
        List<Part> kept = new ArrayList<>();
        int left = WANTED;
        for (int i = 0; i < candidates.size(); i++) {
            if (random.nextInt(candidates.size() - i) < left) {
                kept.add(candidates.get(i));
                left--;
            }
        }
        return kept;
    }

    private static List<Part> coded(List<Part> parts) {
        Map<String, Integer> sequence = new HashMap<>();
        return parts.stream()
                .map(part -> {
                    PartClass partClass = part.partClass();
                    int number = sequence.merge(partClass.code(), 1, Integer::sum);
                    String code = DivisionTree.DISTRICT + partClass.code() + String.format("%06d", number);
                    return new Part(code, partClass, part.near(), part.block(), part.at());
                })
                .sorted(Comparator.comparing(Part::code))
                .toList();
    }
}
