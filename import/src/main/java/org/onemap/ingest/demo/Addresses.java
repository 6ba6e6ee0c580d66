package org.onemap.ingest.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * The addresses: each property's gate, each building of the housing estates, and doors on the streets up to the number
 * wanted. Street and number occur once. Confined to one thread.
 */
final class Addresses {

    private static final int WANTED = 15_000;
    private static final double DOOR_EVERY_M = 42;

    private final RandomGenerator random;
    private final Function<Block, String> office;
    private final List<Address> addresses = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    Addresses(RandomGenerator random, Function<Block, String> office) {
        this.random = random;
        this.office = office;
    }

    /** Gates and estates, then as many doors as are left to place. */
    List<Address> collect(List<Building> buildings, Map<Block, Compound> compounds, List<DoorPlate> doors) {
        compounds.values().stream()
                .sorted(Comparator.comparingInt(c -> c.gate().block().id()))
                .filter(c -> taken.add(c.gate().text()))
                .forEach(c -> add("05", c.gate(), c.name(), "", c.gate().at()));
        for (Building building : buildings) {
            Compound compound = compounds.get(building.block());
            LandUse landUse = building.block().landUse();
            if (compound != null && (landUse == LandUse.HOUSING || landUse == LandUse.TOWERS)) {
                String number = building.number() + "号楼";
                add("06", compound.gate(), compound.name(), number, middle(building.polygon()));
            }
        }
        List<DoorPlate> free = new ArrayList<>(doors);
        free.removeIf(door -> !taken.add(door.text()));
        int left = Math.max(0, WANTED - addresses.size());
        for (int i = 0; i < free.size(); i++) {
            if (random.nextInt(free.size() - i) < left) {
                add("05", free.get(i), "", "", free.get(i).at());
                left--;
            }
        }
        return addresses;
    }

    private void add(String kind, DoorPlate door, String compound, String building, Coordinate at) {
        String code = office.apply(door.block()) + kind + String.format("%06d", addresses.size() + 1);
        addresses.add(new Address(code, door, compound, building, at));
    }

    private static Coordinate middle(Polygon polygon) {
        Coordinate c = polygon.getInteriorPoint().getCoordinate();
        return Site.millimetres(c.x, c.y);
    }

    /** All doors that could be on the built-up sides of ordinary streets. */
    static List<DoorPlate> doors(List<Block> blocks, List<RoadSegment> roads, Frontages frontages) {
        List<DoorPlate> doors = new ArrayList<>();
        for (RoadSegment road : roads) {
            for (Frontages.Side side : List.of(new Frontages.Side(road, true), new Frontages.Side(road, false))) {
                if (side.blockId() >= 0 && hasShops(road, blocks.get(side.blockId()))) {
                    double margin = 25;
                    for (double along = margin; along < road.lengthM() - margin; along += DOOR_EVERY_M) {
                        frontages.door(side, along).ifPresent(doors::add);
                    }
                }
            }
        }
        return doors;
    }

    private static boolean hasShops(RoadSegment road, Block block) {
        return road.street().roadClass() != RoadClass.EXPRESSWAY
                && block.landUse() != LandUse.FIELDS
                && block.landUse() != LandUse.PARK;
    }
}
