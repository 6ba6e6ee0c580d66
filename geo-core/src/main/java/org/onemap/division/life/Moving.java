package org.onemap.division.life;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.onemap.InvalidInput;

/** Moves the boundary between two neighbours; the levels above are left as they are. Confined to one thread. */
final class Moving {

    private final DivisionRows rows;
    private final Shares shares;

    Moving(DivisionRows rows, Shares shares) {
        this.rows = rows;
        this.shares = shares;
    }

    /** As {@link DivisionEditor#moveBoundary}; the steps of this edit are added to the lineage. */
    void move(DivisionKey from, DivisionKey to, Geometry area, int edit, List<Lineage> lineage) {
        if (!from.level().equals(to.level()) || from.equals(to)) {
            throw new InvalidInput("a boundary lies between two divisions of one level, not " + from + " and " + to);
        }
        Geometry before = rows.geometry(from);
        Geometry taker = rows.geometry(to);
        Cut cut = Cut.of(before, area, 0);
        List<Geometry> given = new ArrayList<>();
        List<Geometry> kept = new ArrayList<>();
        for (Geometry face : cut.faces()) {
            (area.contains(face.getInteriorPoint()) ? given : kept).add(face);
        }
        requireMovable(from, to, given, kept);
        Geometry rest = Cut.union(kept);
        List<Geometry> joined = new ArrayList<>(given);
        joined.add(SharedVertices.insert(taker, cut.newVertices()).orElse(taker));
        Geometry grown = Cut.union(joined);
        if (grown.getNumGeometries() > taker.getNumGeometries()) {
            throw new InvalidInput("the area does not touch " + to + " along an edge: it would lie apart from it");
        }
        rows.share(cut.newVertices());
        rows.put(from.level(), rows.get(from).toBuilder().geometry(rest).build());
        rows.put(to.level(), rows.get(to).toBuilder().geometry(grown).build());
        Map<String, Geometry> pieces = new LinkedHashMap<>();
        pieces.put(from.code(), rest);
        pieces.put(to.code(), Cut.union(given));
        lineage.addAll(shares.of(new Lineage(edit, Lineage.Kind.ADJUST, from.level(), from.code(), "", 1, 1), pieces));
    }

    private void requireMovable(DivisionKey from, DivisionKey to, List<Geometry> given, List<Geometry> kept) {
        if (given.isEmpty()) {
            throw new InvalidInput("nothing of " + from + " lies in the area that " + to + " is to take");
        }
        if (kept.isEmpty()) {
            throw new InvalidInput("all of " + from + " lies in the area: merge it into " + to + " instead");
        }
        if (!rows.allChildren(from).isEmpty()) {
            throw new InvalidInput(from + " has divisions below it: transfer those instead, its boundary follows them");
        }
    }
}
