package org.onemap.crs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.geotools.api.parameter.ParameterNotFoundException;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.crs.SingleCRS;
import org.geotools.api.referencing.cs.AxisDirection;
import org.geotools.api.referencing.cs.CoordinateSystem;
import org.geotools.api.referencing.datum.GeodeticDatum;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.operation.LinearTransform;
import org.geotools.referencing.operation.transform.ConcatenatedTransform;
import org.onemap.InvalidInput;
import si.uom.NonSI;
import si.uom.SI;

/** Reads from GeoTools' objects what this package computes with. */
final class GeoToolsCrs {

    private GeoToolsCrs() {}

    /** The ellipsoid of a geographic or projected system. */
    static Ellipsoid ellipsoid(SingleCRS crs) {
        var ellipsoid = ((GeodeticDatum) crs.getDatum()).getEllipsoid();
        double toMetre = ellipsoid.getAxisUnit().getConverterTo(SI.METRE).convert(1.0);
        return new Ellipsoid(ellipsoid.getSemiMajorAxis() * toMetre, ellipsoid.getInverseFlattening());
    }

    /** Whether a geographic system counts degrees from Greenwich, longitude first. */
    static boolean isPlainDegrees(GeographicCRS crs) {
        CoordinateSystem axes = crs.getCoordinateSystem();
        return crs.getDatum().getPrimeMeridian().getGreenwichLongitude() == 0
                && axes.getAxis(0).getDirection().equals(AxisDirection.EAST)
                && axes.getAxis(0).getUnit().equals(NonSI.DEGREE_ANGLE);
    }

    /** Metres in one unit of a projected system. */
    static double metresPerUnit(ProjectedCRS crs) {
        return crs.getCoordinateSystem()
                .getAxis(0)
                .getUnit()
                .asType(javax.measure.quantity.Length.class)
                .getConverterTo(SI.METRE)
                .convert(1.0);
    }

    /** From a projected system to its base: by our own formulas where we have them, else GeoTools'. */
    static VertexTransform unproject(ProjectedCRS crs) {
        CoordinateSystem axes = crs.getCoordinateSystem();
        boolean eastNorth = axes.getAxis(0).getDirection().equals(AxisDirection.EAST)
                && axes.getAxis(1).getDirection().equals(AxisDirection.NORTH);
        Optional<VertexTransform> own = eastNorth ? ownFormula(crs) : Optional.empty();
        if (own.isEmpty()) {
            try {
                return of(crs.getConversionFromBase().getMathTransform().inverse());
            } catch (NoninvertibleTransformException e) {
                throw new InvalidInput(
                        "the projection of " + crs.getName().getCode() + " has no way back; project the data anew", e);
            }
        }
        double metres = metresPerUnit(crs);
        if (metres == 1.0) {
            return own.get();
        }
        VertexTransform fromMetres = own.get();
        return (xy, count) -> {
            for (int i = 0; i < 2 * count; i++) {
                xy[i] *= metres;
            }
            fromMetres.apply(xy, count);
        };
    }

    private static Optional<VertexTransform> ownFormula(ProjectedCRS crs) {
        ParameterValueGroup values = crs.getConversionFromBase().getParameterValues();
        String method = values.getDescriptor().getName().getCode();
        try {
            if (method.equals("Transverse_Mercator")) {
                return Optional.of(
                        new TransverseMercator(parameters(crs, "central_meridian", "latitude_of_origin"))::inverse);
            }
            if (method.equals("Oblique_Mercator")
                    && degrees(values, "azimuth") == 90
                    && degrees(values, "rectified_grid_angle") == 90) {
                return Optional.of(
                        new SwissObliqueMercator(parameters(crs, "longitude_of_center", "latitude_of_center")));
            }
            return Optional.empty();
        } catch (ParameterNotFoundException e) {
            return Optional.empty();
        }
    }

    private static TransverseMercator.Parameters parameters(ProjectedCRS crs, String lon, String lat) {
        ParameterValueGroup values = crs.getConversionFromBase().getParameterValues();
        return new TransverseMercator.Parameters(
                ellipsoid(crs),
                degrees(values, lon),
                degrees(values, lat),
                values.parameter("scale_factor").doubleValue(),
                values.parameter("false_easting").doubleValue(SI.METRE),
                values.parameter("false_northing").doubleValue(SI.METRE));
    }

    private static double degrees(ParameterValueGroup values, String name) {
        return values.parameter(name).doubleValue(NonSI.DEGREE_ANGLE);
    }

    /** A two-dimensional transform of GeoTools. */
    static VertexTransform of(MathTransform transform) {
        if (transform.isIdentity()) {
            return VertexTransform.IDENTITY;
        }
        if (transform.getSourceDimensions() != 2 || transform.getTargetDimensions() != 2) {
            throw new InvalidInput("a coordinate reference system of " + transform.getSourceDimensions()
                    + " dimensions cannot be read; name the two-dimensional one with --crs EPSG:xxxx");
        }
        return (xy, count) -> {
            double[] before = count == 0 ? xy : new double[] {xy[0], xy[1]};
            try {
                transform.transform(xy, 0, xy, 0, count);
            } catch (TransformException e) {
                throw new InvalidInput(
                        "a geometry that begins at " + before[0] + ", " + before[1]
                                + " lies where its coordinate reference system is not defined: " + e.getMessage(),
                        e);
            }
        };
    }

    /**
     * The matrix between geocentric metres in the middle of a datum shift: three rows of four. Empty if the transform is
     * not ellipsoid, matrix, ellipsoid.
     */
    static Optional<double[]> geocentricMatrix(MathTransform shift) {
        List<MathTransform> steps = new ArrayList<>();
        flatten(shift, steps);
        double[] rows = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};
        int geocentric = 0;
        for (MathTransform step : steps) {
            if (step instanceof LinearTransform linear
                    && geocentric == 1
                    && linear.getMatrix().getNumRow() == 4
                    && linear.getMatrix().getNumCol() == 4) {
                for (int i = 0; i < 12; i++) {
                    rows[i] = linear.getMatrix().getElement(i / 4, i % 4);
                }
            } else if (step.getClass().getName().contains("GeocentricTransform")) {
                geocentric++;
            } else {
                return Optional.empty();
            }
        }
        return geocentric == 2 ? Optional.of(rows) : Optional.empty();
    }

    private static void flatten(MathTransform transform, List<MathTransform> steps) {
        if (transform instanceof ConcatenatedTransform chain) {
            flatten(chain.transform1, steps);
            flatten(chain.transform2, steps);
        } else if (!transform.isIdentity()) {
            steps.add(transform);
        }
    }
}
