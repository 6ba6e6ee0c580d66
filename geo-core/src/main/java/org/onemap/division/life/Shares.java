package org.onemap.division.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.onemap.crs.Distances;

/** How much of a division went where. Immutable. */
final class Shares {

    private final Households households;

    Shares(Households households) {
        this.households = households;
    }

    /** Households of an area, or its square metres where none are known. */
    double load(Geometry area) {
        return households.isKnown() ? households.in(area) : Distances.areaM2(area);
    }

    /**
     * The lineages of the parts of one division; their shares sum to 1.
     *
     * @param model what is to be said: its edit, kind, level and from
     * @param parts code of the division in which a part is now → the part
     */
    List<Lineage> of(Lineage model, Map<String, Geometry> parts) {
        double areaM2 = parts.values().stream().mapToDouble(Distances::areaM2).sum();
        double homes = households.isKnown()
                ? parts.values().stream().mapToDouble(households::in).sum()
                : 0;
        List<Lineage> lineages = new ArrayList<>();
        parts.forEach((code, part) -> {
            double areaShare = Distances.areaM2(part) / areaM2;
            double householdShare = homes > 0 ? households.in(part) / homes : areaShare;
            lineages.add(new Lineage(
                    model.edit(), model.kind(), model.level(), model.from(), code, areaShare, householdShare));
        });
        return lineages;
    }

    static double overlapM2(Geometry a, Geometry b) {
        if (!a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())) {
            return 0;
        }
        return Distances.areaM2(OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION));
    }
}
