package org.onemap.ingest.check;

import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.onemap.feature.Content;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.issue.Severity;

/** Checks each row of a layer for itself. Confined to one thread. */
public final class RowCheck {

    /** World maps go over the date line and the poles by so much. */
    public static final double SLACK_DEG = 0.01;

    private static final double ROUNDING_DEG = 1e-9;

    private final Layer layer;
    private final boolean repair;
    private final IssueSink issues;
    private final Severity grave;
    private final CodeCheck codes;

    /**
     * A check for the rows of a layer.
     *
     * @param layer its role decides what is an error
     * @param repair whether invalid geometries are repaired
     * @param issues takes what is found
     */
    public RowCheck(Layer layer, boolean repair, IssueSink issues) {
        this.layer = layer;
        this.repair = repair;
        this.issues = issues;
        this.grave = layer.role() == LayerRole.DIVISION ? Severity.ERROR : Severity.WARNING;
        this.codes = new CodeCheck(layer, issues);
    }

    /**
     * The content as it is to be loaded: the given one, or one with its geometry repaired; empty if its geometry cannot
     * be stored at all.
     */
    public Optional<Content> check(Content content, Place place) {
        Place known = content.code().map(place::code).orElse(place);
        codes.check(content, known);
        if (!layer.geometry().isSpatial()) {
            return Optional.of(content);
        }
        Optional<Geometry> geometry = content.geometry();
        if (geometry.isEmpty() || geometry.get().isEmpty()) {
            add(grave, "null-geometry", known, "the row has no geometry; draw it or delete the row");
            return Optional.of(content);
        }
        return checkGeometry(content, geometry.get(), known);
    }

    private Optional<Content> checkGeometry(Content content, Geometry geometry, Place place) {
        if (!fits(geometry)) {
            add(
                    Severity.ERROR,
                    "geometry-type",
                    place,
                    "a " + geometry.getGeometryType() + " cannot go into layer " + layer.name() + ", which holds "
                            + layer.geometry());
            return Optional.empty();
        }
        if (!isOnEarth(geometry.getEnvelopeInternal(), ROUNDING_DEG)
                && isOnEarth(geometry.getEnvelopeInternal(), SLACK_DEG)) {
            add(
                    Severity.WARNING,
                    "beyond-date-line",
                    place,
                    "the coordinates " + say(geometry.getEnvelopeInternal()) + " go a little beyond 180 or 90 degrees");
        } else if (!isOnEarth(geometry.getEnvelopeInternal(), SLACK_DEG)) {
            add(
                    Severity.ERROR,
                    "outside-the-earth",
                    place,
                    "the coordinates " + say(geometry.getEnvelopeInternal())
                            + " are no longitudes and latitudes; check --crs");
            return Optional.empty();
        }
        if (geometry.getDimension() == 0) {
            return Optional.of(content);
        }
        TopologyValidationError fault = new IsValidOp(geometry).getValidationError();
        return Optional.of(fault == null ? content : invalid(content, geometry, fault, place));
    }

    private Content invalid(Content content, Geometry geometry, TopologyValidationError fault, Place place) {
        String what = Faults.say(fault);
        Coordinate spot = fault.getCoordinate();
        Geometry where = spot == null ? geometry : geometry.getFactory().createPoint(spot);
        if (!repair) {
            issues.add(new ImportIssue(
                    grave,
                    "invalid-geometry",
                    "the geometry is not valid: " + what + "; correct it there, or let --repair do it",
                    place,
                    Optional.of(where)));
            return content;
        }
        Geometry fixed = GeometryFixer.fix(geometry);
        if (fixed.isEmpty() || !fits(fixed)) {
            issues.add(new ImportIssue(
                    grave,
                    "invalid-geometry",
                    "the geometry is not valid and cannot be repaired: " + what,
                    place,
                    Optional.of(where)));
            return content;
        }
        issues.add(new ImportIssue(
                Severity.WARNING,
                "repaired-geometry",
                "the geometry was not valid and is repaired: " + what,
                place,
                Optional.of(where)));
        return content.toBuilder().geometry(fixed).build();
    }

    private boolean fits(Geometry geometry) {
        GeometryKind kind = layer.geometry();
        return switch (kind) {
            case ANY -> true;
            case NONE -> false;
            case POINT -> geometry.getGeometryType().equals(Geometry.TYPENAME_POINT);
            case MULTIPOINT -> geometry.getDimension() == 0 && !isCollection(geometry);
            case LINE -> geometry.getDimension() == 1 && !isCollection(geometry);
            case POLYGON -> geometry.getDimension() == 2 && !isCollection(geometry);
        };
    }

    private static boolean isCollection(Geometry geometry) {
        return geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
    }

    private static boolean isOnEarth(Envelope box, double slackDeg) {
        return box.getMinX() >= -180 - slackDeg
                && box.getMaxX() <= 180 + slackDeg
                && box.getMinY() >= -90 - slackDeg
                && box.getMaxY() <= 90 + slackDeg;
    }

    private static String say(Envelope box) {
        return String.format(
                Locale.ROOT,
                "x %.6g to %.6g, y %.6g to %.6g",
                box.getMinX(),
                box.getMaxX(),
                box.getMinY(),
                box.getMaxY());
    }

    private void add(Severity severity, String rule, Place place, String message) {
        issues.add(new ImportIssue(severity, rule, message, place, Optional.empty()));
    }
}
