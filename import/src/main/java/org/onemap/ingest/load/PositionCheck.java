package org.onemap.ingest.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.onemap.crs.Cgcs2000;
import org.onemap.crs.CrsDiagnosis;
import org.onemap.crs.CrsDiagnostics;
import org.onemap.crs.Distances;
import org.onemap.crs.MatchedPair;
import org.onemap.crs.SourceCrs;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.ingest.check.RowCheck;
import org.onemap.rights.Principal;
import org.onemap.store.ReadView;
import org.onemap.store.ValidTime;

/**
 * Asks whether the numbers of a source, and what the store has at their place, contradict the system they are said to be
 * in. Nothing is corrected. A user who names the system on the command line is believed unless the numbers exclude it.
 */
final class PositionCheck {

    private static final int FEWEST_PAIRS = 3;
    private static final double FAR_M = 5_000;

    private final ReadView view;
    private final boolean named;

    /**
     * A check.
     *
     * @param view the store before the import
     * @param options whether the user named the system
     */
    PositionCheck(ReadView view, ImportOptions.Position options) {
        this.view = view;
        this.named = options.crs().isPresent() || options.coordsys().isPresent();
    }

    /** What the first rows show. */
    Optional<String> ofSample(SourceCrs crs, Envelope sample, boolean whole) {
        return CrsDiagnostics.diagnoseExtent(crs, tolerant(crs, sample), stored()).stream()
                .filter(found -> found.certain() || (whole && !named))
                .map(CrsDiagnosis::sentence)
                .findFirst();
    }

    /** What the whole source shows. */
    Optional<String> ofAll(LayerPlan plan, SourceExtent source) {
        if (plan.position().crs().isEmpty()) {
            return Optional.empty();
        }
        SourceCrs crs = plan.position().crs().get();
        return CrsDiagnostics.diagnosePairs(crs, pairs(plan, source))
                .or(() -> CrsDiagnostics.diagnoseExtent(crs, tolerant(crs, source.extent()), stored()).stream()
                        .filter(found -> found.certain() || !named)
                        .findFirst())
                .map(CrsDiagnosis::sentence);
    }

    /** Things with keys of the store that lie together in quite another place now: nothing moves so far by itself. */
    Optional<String> moved(LayerPlan plan, SourceExtent source) {
        if (plan.position().crs().isEmpty()) {
            return Optional.empty();
        }
        double[] offsetsM = pairs(plan, source).stream()
                .mapToDouble(pair -> Distances.distanceM(pair.source(), pair.stored()))
                .sorted()
                .toArray();
        if (offsetsM.length < FEWEST_PAIRS || offsetsM[offsetsM.length / 2] < FAR_M) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "read as %s, %d things with keys of the store lie %.0f km (median) from where it has them;"
                        + " if that is not meant, take the change back and give the right --crs",
                plan.position().label(),
                offsetsM.length,
                offsetsM[offsetsM.length / 2] / 1000));
    }

    /** What a source that says nothing might be in. */
    String hint(Envelope sample) {
        return CrsDiagnostics.hintForUndeclared(sample, stored());
    }

    /** World maps go a little over the date line; each row that does is a warning of its own. */
    private static Envelope tolerant(SourceCrs crs, Envelope extent) {
        Envelope earth = new Envelope(-180, 180, -90, 90);
        Envelope slack = new Envelope(earth);
        slack.expandBy(RowCheck.SLACK_DEG);
        return crs.isGeographic() && slack.contains(extent) ? extent.intersection(earth) : extent;
    }

    private List<MatchedPair> pairs(LayerPlan plan, SourceExtent source) {
        List<MatchedPair> pairs = new ArrayList<>();
        if (plan.stored().isEmpty() || plan.key() == LayerPlan.Key.ROW_NUMBER) {
            return pairs;
        }
        for (Map.Entry<String, Geometry> place : source.places()) {
            view.find(Principal.anonymous(), plan.layer().name(), place.getKey(), ValidTime.now())
                    .flatMap(Feature::geometry)
                    .filter(there -> !there.isEmpty())
                    .ifPresent(there -> pairs.add(new MatchedPair(position(place.getValue()), position(there))));
        }
        return pairs;
    }

    private static Cgcs2000 position(Geometry geometry) {
        Coordinate centre = geometry.getEnvelopeInternal().centre();
        return new Cgcs2000(centre.x, centre.y);
    }

    /** The extent of the divisions in the store, or of all layers where there are none. */
    private Optional<Envelope> stored() {
        Optional<Envelope> divisions = extent(true);
        return divisions.isPresent() ? divisions : extent(false);
    }

    private Optional<Envelope> extent(boolean divisionsOnly) {
        Envelope all = new Envelope();
        for (Layer layer : view.layers(Principal.anonymous()).list()) {
            if (layer.geometry().isSpatial() && (!divisionsOnly || layer.role() == LayerRole.DIVISION)) {
                view.extent(Principal.anonymous(), layer.name()).ifPresent(all::expandToInclude);
            }
        }
        return all.isNull() ? Optional.empty() : Optional.of(all);
    }
}
