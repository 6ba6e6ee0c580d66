package org.onemap.crs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.geotools.api.metadata.extent.Extent;
import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.api.metadata.extent.GeographicExtent;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.operation.ConcatenatedOperation;
import org.geotools.api.referencing.operation.CoordinateOperation;
import org.geotools.api.referencing.operation.OperationNotFoundException;
import org.geotools.api.referencing.operation.Transformation;
import org.geotools.referencing.CRS;
import org.geotools.referencing.operation.AbstractCoordinateOperation;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.onemap.InvalidInput;

/**
 * Which of EPSG's operations leads from a datum to WGS 84. There may be thirty (NAD27), each for its own area, and
 * GeoTools takes any of them; the choice here is PROJ's: the largest part of the system's area of use first, then the
 * better accuracy, and of these the first whose area holds the data.
 */
final class DatumOperations {

    /** Worse than this is said. */
    private static final double GOOD_M = 5;

    /**
     * One operation.
     *
     * @param name in the EPSG database
     * @param area where it holds, in degrees
     * @param accuracyM as the database states it
     * @param operation GeoTools' object
     */
    record Candidate(String name, Envelope area, double accuracyM, CoordinateOperation operation) {}

    /**
     * What was chosen.
     *
     * @param transform from the geographic base, in degrees, to WGS 84
     * @param caution what the user should know, if it is less than exact
     */
    record Choice(VertexTransform transform, Optional<String> caution) {}

    private DatumOperations() {}

    /**
     * Chooses an operation.
     *
     * @param base the geographic system of the source
     * @param areaOfUse of the source's system, in degrees
     * @param dataCentre middle of the data, in degrees; empty if it is not known
     * @throws InvalidInput if the database knows none
     */
    static Choice choose(GeographicCRS base, Envelope areaOfUse, Optional<Coordinate> dataCentre) {
        List<Candidate> candidates = list(base);
        candidates.sort(Comparator.comparingDouble((Candidate c) -> -sphericalArea(c.area.intersection(areaOfUse)))
                .thenComparingDouble(Candidate::accuracyM)
                .thenComparing(Candidate::name, Comparator.reverseOrder()));
        Candidate best = candidates.get(0);
        boolean inside = true;
        if (dataCentre.isPresent()) {
            Optional<Candidate> holding = candidates.stream()
                    .filter(candidate -> candidate.area.contains(dataCentre.get()))
                    .findFirst();
            inside = holding.isPresent();
            best = holding.orElse(best);
        }
        return new Choice(transform(best.operation), caution(best, inside));
    }

    private static Optional<String> caution(Candidate chosen, boolean inside) {
        if (inside && chosen.accuracyM <= GOOD_M) {
            return Optional.empty();
        }
        return Optional.of("the operation '" + chosen.name + "' of the EPSG database leads to WGS 84, good to "
                + (Double.isNaN(chosen.accuracyM) ? "an unknown number of" : Math.round(chosen.accuracyM)) + " m"
                + (inside ? "" : " in an area in which the data do not lie: here it may be wrong by tens of metres"));
    }

    private static List<Candidate> list(GeographicCRS base) {
        Set<CoordinateOperation> operations;
        try {
            operations = CRS.getCoordinateOperationFactory(false).findOperations(base, EpsgDatabase.decode(4326));
        } catch (OperationNotFoundException e) {
            throw noParameters(base, e);
        } catch (FactoryException e) {
            throw new InvalidInput(
                    "no way leads from " + base.getName().getCode() + " to WGS 84: " + e.getMessage(), e);
        }
        List<Candidate> candidates = new ArrayList<>();
        boolean direct = operations.stream().anyMatch(Transformation.class::isInstance);
        for (CoordinateOperation operation : operations) {
            if (!direct || operation instanceof Transformation) {
                candidates.add(
                        new Candidate(operation.getName().getCode(), area(operation), accuracyM(operation), operation));
            }
        }
        if (candidates.isEmpty()) {
            throw noParameters(base, null);
        }
        return candidates;
    }

    private static InvalidInput noParameters(GeographicCRS base, @Nullable Exception cause) {
        String message = "for " + base.getName().getCode()
                + " no parameters to CGCS2000 are published, and parameters of one's own are not supported yet:"
                + " have the file converted to CGCS2000 (EPSG:4490, or a zone such as EPSG:4547) and import that";
        return cause == null ? new InvalidInput(message) : new InvalidInput(message, cause);
    }

    private static double accuracyM(CoordinateOperation operation) {
        return operation instanceof AbstractCoordinateOperation known ? known.getAccuracy() : Double.NaN;
    }

    private static Envelope area(CoordinateOperation operation) {
        if (operation.getDomainOfValidity() != null) {
            return area(operation.getDomainOfValidity());
        }
        Envelope common = new Envelope(-180, 180, -90, 90);
        if (operation instanceof ConcatenatedOperation chain) {
            for (CoordinateOperation step : chain.getOperations()) {
                common = common.intersection(area(step));
            }
        }
        return common;
    }

    private static Envelope area(Extent extent) {
        for (GeographicExtent element : extent.getGeographicElements()) {
            if (element instanceof GeographicBoundingBox box) {
                return area(box);
            }
        }
        return new Envelope(-180, 180, -90, 90);
    }

    private static Envelope area(GeographicBoundingBox box) {
        double west = box.getWestBoundLongitude();
        double east = box.getEastBoundLongitude();
        boolean acrossDateLine = west > east;
        return new Envelope(
                acrossDateLine ? -180 : west,
                acrossDateLine ? 180 : east,
                box.getSouthBoundLatitude(),
                box.getNorthBoundLatitude());
    }

    /** Where the system is meant to be used, in degrees; the whole earth if it does not say. */
    static Envelope areaOfUse(CoordinateReferenceSystem crs) {
        GeographicBoundingBox box = CRS.getGeographicBoundingBox(crs);
        return box == null ? new Envelope(-180, 180, -90, 90) : area(box);
    }

    private static double sphericalArea(Envelope degrees) {
        return degrees.isNull()
                ? 0
                : Math.toRadians(degrees.getWidth())
                        * (Math.sin(Math.toRadians(degrees.getMaxY())) - Math.sin(Math.toRadians(degrees.getMinY())));
    }

    private static VertexTransform transform(CoordinateOperation operation) {
        return helmert(operation).orElseGet(() -> GeoToolsCrs.of(operation.getMathTransform()));
    }

    /** Our own shift for the methods with three and seven parameters; GeoTools' is good to 3 mm only. */
    private static Optional<VertexTransform> helmert(CoordinateOperation operation) {
        if (operation instanceof Transformation shift
                && shift.getSourceCRS() instanceof GeographicCRS from
                && shift.getTargetCRS() instanceof GeographicCRS to
                && GeoToolsCrs.isPlainDegrees(from)
                && GeoToolsCrs.isPlainDegrees(to)) {
            return GeoToolsCrs.geocentricMatrix(shift.getMathTransform())
                    .map(matrix -> HelmertShift.of(GeoToolsCrs.ellipsoid(from), GeoToolsCrs.ellipsoid(to), matrix));
        }
        return Optional.empty();
    }
}
