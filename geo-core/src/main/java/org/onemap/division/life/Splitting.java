package org.onemap.division.life;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.onemap.InvalidInput;
import org.onemap.crs.Distances;
import org.onemap.feature.Content;

/** Splits one division along lines; its children go with the part in which they lie. Confined to one thread. */
final class Splitting {

    /** Faces below this are no divisions but crumbs of the drawing. */
    private static final double CRUMB_M2 = 100;

    private final DivisionRows rows;
    private final Shares shares;
    private final DivisionEditor.NewCodes codes;

    Splitting(DivisionRows rows, Shares shares, DivisionEditor.NewCodes codes) {
        this.rows = rows;
        this.shares = shares;
        this.codes = codes;
    }

    /** As {@link DivisionEditor#split}; the steps of this edit are added to the lineage. */
    List<DivisionKey> split(DivisionKey key, Geometry lines, boolean keepCode, int edit, List<Lineage> lineage) {
        Content old = rows.get(key);
        Geometry area = rows.geometry(key);
        Cut cut = Cut.of(area, lines, Math.max(CRUMB_M2, Distances.areaM2(area) * 0.005));
        if (cut.faces().size() < 2) {
            throw new InvalidInput("the line does not cut " + key + " in two: it must cross it from edge to edge, or"
                    + " close a ring in it, and leave at least " + Math.round(CRUMB_M2) + " m² on each side");
        }
        for (String level : rows.levelsBelow(key.level())) {
            rows.children(key, level).forEach(child -> requireOnePart(child, cut));
        }
        List<Geometry> faces = new ArrayList<>(cut.faces());
        faces.sort(Comparator.comparingDouble((Geometry face) -> keepCode ? -shares.load(face) : 0)
                .thenComparingDouble(face -> face.getCentroid().getX())
                .thenComparingDouble(face -> -face.getCentroid().getY()));
        List<DivisionKey> parts = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            boolean keeps = keepCode && i == 0;
            String code = keeps
                    ? key.code()
                    : codes.next(key.level(), old.parentCode().orElse(""));
            parts.add(new DivisionKey(key.level(), code));
        }
        List<List<DivisionKey>> childrenOfParts = childrenIn(key, faces);
        if (!keepCode) {
            rows.remove(key);
        }
        Map<String, Geometry> pieces = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            DivisionKey part = parts.get(i);
            String name = i == 0 && keepCode ? old.name().orElse("") : partName(old, i);
            rows.put(
                    key.level(),
                    old.toBuilder()
                            .code(part.code())
                            .name(name)
                            .geometry(faces.get(i))
                            .build());
            childrenOfParts.get(i).forEach(child -> rows.setParent(child, part.code()));
            pieces.put(part.code(), faces.get(i));
        }
        lineage.addAll(shares.of(new Lineage(edit, Lineage.Kind.SPLIT, key.level(), key.code(), "", 1, 1), pieces));
        rows.share(cut.newVertices());
        return parts;
    }

    private static String partName(Content old, int index) {
        return old.name().map(name -> name + "-" + (index + 1)).orElse("");
    }

    private void requireOnePart(DivisionKey child, Cut cut) {
        Geometry area = rows.geometry(child);
        double largest = cut.faces().stream()
                .mapToDouble(face -> Shares.overlapM2(area, face))
                .max()
                .orElse(0);
        double areaM2 = Distances.areaM2(area);
        if (areaM2 - largest > Math.max(DivisionEditor.ROUNDING_M2, areaM2 * 1e-6)) {
            throw new InvalidInput("the line cuts " + child + " (" + Math.round(areaM2 - largest)
                    + " m² on the smaller side): split that first, or draw the line along its edge");
        }
    }

    private List<List<DivisionKey>> childrenIn(DivisionKey key, List<Geometry> faces) {
        List<List<DivisionKey>> found = new ArrayList<>();
        faces.forEach(unused -> found.add(new ArrayList<>()));
        for (String level : rows.levelsBelow(key.level())) {
            for (DivisionKey child : rows.children(key, level)) {
                Geometry area = rows.geometry(child);
                int best = 0;
                for (int i = 1; i < faces.size(); i++) {
                    if (Shares.overlapM2(area, faces.get(i)) > Shares.overlapM2(area, faces.get(best))) {
                        best = i;
                    }
                }
                found.get(best).add(child);
            }
        }
        return found;
    }
}
