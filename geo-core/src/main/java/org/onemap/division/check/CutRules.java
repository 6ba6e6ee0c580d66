package org.onemap.division.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.onemap.division.check.Elements.Building;
import org.onemap.division.check.Elements.Compound;
import org.onemap.division.check.Finding.Measure;
import org.onemap.division.check.Finding.Subject;
import org.onemap.division.check.Finding.Text;

/** R8 and R10: borders of the lowest levels leave compounds and buildings whole. Stateless. */
final class CutRules implements RuleCheck {

    /** Where only buildings tell a compound, one of them astray is no proof: below this share it is a warning. */
    private static final double GUESSED = 0.1;

    @Override
    public void check(CheckInput input, Findings findings) {
        List<Building> buildings = input.elements().buildings();
        List<Compound> compounds = input.elements().compounds().isEmpty()
                ? gathered(buildings, findings)
                : input.elements().compounds();
        if (buildings.isEmpty()) {
            findings.notRun(Rule.R10, "没有建筑数据");
        }
        if (compounds.isEmpty()) {
            findings.notRun(Rule.R8, "没有院落（小区、单位）数据");
        }
        for (Level level : input.leaves()) {
            LevelBorders borders = LevelBorders.of(level);
            buildings.forEach(building -> checkBuilding(borders, building, findings));
            compounds.forEach(compound -> checkCompound(borders, compound, findings));
        }
    }

    /** R10 for one building. */
    static void checkBuilding(LevelBorders borders, Building building, Findings findings) {
        if (!borders.mayCut(building.footprint())) {
            return;
        }
        Level level = borders.level();
        List<Share> shares = shares(borders, building.footprint());
        shares.removeIf(share -> Ground.substantial(
                        share.part(),
                        findings.settings().get(Rule.R10, "areaM2"),
                        findings.settings().get(Rule.R10, "widthM"))
                .isEmpty());
        if (shares.size() < 2) {
            return;
        }
        double cutM2 = shares.get(1).areaM2();
        Geometry edge = shares.get(0).division().area().getBoundary();
        Geometry line = OverlayNGRobust.overlay(edge, building.footprint(), OverlayNG.INTERSECTION);
        findings.add(
                Rule.R10,
                "building-cut",
                new Subject(level.layer().name(), codes(shares)),
                Optional.of(line.isEmpty() ? building.footprint().getInteriorPoint() : line),
                new Measure(cutM2, "m²"),
                new Text(
                        level.title() + "边界穿越建筑 " + building.code() + "，分属 " + labels(shares) + "，较小一侧 "
                                + Ground.areaM2(cutM2),
                        "移动边界，使建筑整体归一个" + level.title()));
    }

    private static void checkCompound(LevelBorders borders, Compound compound, Findings findings) {
        if (!borders.mayCut(compound.outline())) {
            return;
        }
        Level level = borders.level();
        double landM2 =
                Ground.metres(compound.outline().convexHull()).getArea(); // of buildings: the land between them too
        if (landM2 <= findings.settings().get(Rule.R8, "areaM2")) {
            return;
        }
        double wholeM2 = Ground.metres(compound.outline()).getArea();
        List<Share> shares = shares(borders, compound.outline());
        double least = findings.settings().get(Rule.R8, "share") * wholeM2;
        shares.removeIf(share -> share.areaM2() <= least);
        if (shares.size() < 2) {
            return;
        }
        boolean isGuess =
                compound.outline().getNumGeometries() > 1 && shares.get(1).areaM2() < GUESSED * wholeM2;
        Text text = new Text(
                "院落 " + compound.name() + "（" + Ground.areaM2(landM2) + "）被" + level.title() + "边界拆分，分属 "
                        + labels(shares) + "，较小部分占 "
                        + Ground.percent(shares.get(1).areaM2() / wholeM2),
                "移动边界，使院落整体归一个" + level.title());
        Subject subject = new Subject(level.layer().name(), codes(shares));
        Measure measure = new Measure(shares.get(1).areaM2() / wholeM2, "");
        Optional<Geometry> where = Optional.of(shares.get(1).part());
        if (isGuess) {
            findings.warn(Rule.R8, "compound-split", subject, where, measure, text);
        } else {
            findings.add(Rule.R8, "compound-split", subject, where, measure, text);
        }
    }

    /** A part of something in one division. */
    private record Share(Division division, Geometry part, double areaM2) {}

    /** The parts in the divisions, largest first; the whole if one division covers it. */
    private static List<Share> shares(LevelBorders borders, Geometry whole) {
        List<Share> shares = new ArrayList<>();
        if (whole.getDimension() < 2 || !whole.isValid()) {
            return shares;
        }
        for (Division division : borders.near(whole)) {
            PreparedGeometry area = borders.prepared(division);
            if (area.covers(whole)) {
                shares.add(new Share(division, whole, Ground.metres(whole).getArea()));
            } else if (area.intersects(whole)) {
                Geometry part = OverlayNGRobust.overlay(division.area(), whole, OverlayNG.INTERSECTION);
                if (part.getDimension() == 2) {
                    shares.add(new Share(division, part, Ground.metres(part).getArea()));
                }
            }
        }
        shares.sort(Comparator.comparingDouble(Share::areaM2).reversed());
        return shares;
    }

    private static List<String> codes(List<Share> shares) {
        return shares.stream().map(share -> share.division().code()).toList();
    }

    private static String labels(List<Share> shares) {
        return String.join(
                "、", shares.stream().map(share -> share.division().label()).toList());
    }

    /** Compounds as the buildings that name them, so that land between is nobody's; a name used far apart is not one. */
    private static List<Compound> gathered(List<Building> buildings, Findings findings) {
        Map<String, List<Geometry>> byName = new TreeMap<>();
        for (Building building : buildings) {
            if (!building.compound().isEmpty()) {
                byName.computeIfAbsent(building.compound(), unused -> new ArrayList<>())
                        .add(building.footprint());
            }
        }
        double extentM = findings.settings().get(Rule.R8, "extentM");
        List<Compound> compounds = new ArrayList<>();
        byName.forEach((name, footprints) -> {
            Geometry all = OverlayNGRobust.union(footprints);
            if (Ground.metres(all.getEnvelope()).getEnvelopeInternal().getDiameter() <= extentM) {
                compounds.add(new Compound(name, all));
            }
        });
        return compounds;
    }
}
