package org.onemap.crs;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.onemap.InvalidInput;

/**
 * What the numbers of a source mean, and the way from them to stored positions (EPSG:4490, longitude first). Numbers
 * come with x = longitude or easting, whatever order the EPSG database gives the axes. Immutable and thread-safe.
 *
 * <p>WGS 84, CGCS2000 and TWD97 count as identical: their degrees pass bit for bit, their projected numbers are only
 * un-projected. Every other datum takes the operation of the EPSG database to WGS 84; a datum without one is refused.
 */
public final class SourceCrs {

    private static final Pattern EPSG_CODE = Pattern.compile(
            "(?:(?:URN:OGC:DEF:CRS:)?EPSG:(?:[\\d.]*:)?|HTTPS?://(?:WWW\\.)?OPENGIS\\.NET/DEF/CRS/EPSG/[\\d.]+/)?(\\d{4,6})");
    private static final Set<String> CRS84 = Set.of(
            "CRS84",
            "OGC:CRS84",
            "URN:OGC:DEF:CRS:OGC:1.3:CRS84",
            "URN:OGC:DEF:CRS:OGC::CRS84",
            "HTTP://WWW.OPENGIS.NET/DEF/CRS/OGC/1.3/CRS84",
            "HTTPS://WWW.OPENGIS.NET/DEF/CRS/OGC/1.3/CRS84");
    /** WGS 84, CGCS2000 and TWD97 in degrees, with and without heights. */
    private static final Set<Integer> UNSHIFTED_DEGREES = Set.of(4326, 4979, 4490, 4480, 3824, 3823);

    private final String description;
    private final OptionalInt epsgCode;
    private final boolean degrees;
    private final VertexTransform transform;
    private final Optional<String> caution;
    private final Optional<CoordinateReferenceSystem> shifted;

    private SourceCrs(String description, OptionalInt epsgCode, boolean degrees, VertexTransform transform) {
        this(description, epsgCode, degrees, new DatumOperations.Choice(transform, Optional.empty()), Optional.empty());
    }

    private SourceCrs(
            String description,
            OptionalInt epsgCode,
            boolean degrees,
            DatumOperations.Choice choice,
            Optional<CoordinateReferenceSystem> shifted) {
        this.description = description;
        this.epsgCode = epsgCode;
        this.degrees = degrees;
        this.transform = choice.transform();
        this.caution = choice.caution();
        this.shifted = shifted;
    }

    /**
     * The system of a code: {@code EPSG:4547}, {@code 4547}, {@code CRS84}, {@code OGC:CRS84}, and the URN and URL forms
     * of both, without regard to case.
     *
     * @throws InvalidInput if it is none of these, if there is no such code, or if no way leads from it to CGCS2000
     */
    public static SourceCrs parse(String crs) {
        String wanted = crs.strip().toUpperCase(Locale.ROOT);
        if (CRS84.contains(wanted)) {
            return new SourceCrs("OGC:CRS84", OptionalInt.of(4326), true, VertexTransform.IDENTITY);
        }
        Matcher matcher = EPSG_CODE.matcher(wanted);
        if (!matcher.matches()) {
            throw new InvalidInput("'" + crs + "' names no coordinate reference system; give a code such as"
                    + " EPSG:4490, EPSG:4547 or OGC:CRS84, or --coordsys for GCJ-02 and BD-09");
        }
        return ofCode(Integer.parseInt(matcher.group(1)));
    }

    /**
     * The system of a {@code .prj} or of another well-known text.
     *
     * @throws InvalidInput if no EPSG code has its name and numbers, and its datum is not CGCS2000 or one that counts as
     *     identical; the message names the options that help
     */
    public static SourceCrs ofWkt(String wkt) {
        return PrjResolver.resolve(wkt);
    }

    /** Degrees on this datum; for GCJ-02 and BD-09 every vertex is un-shifted. */
    public static SourceCrs of(Coordsys coordsys) {
        VertexTransform unshift = (xy, count) -> {
            for (int i = 0; i < count; i++) {
                coordsys.toWgs84(xy, 2 * i);
            }
        };
        return switch (coordsys) {
            case WGS84 -> ofCode(4326);
            case CGCS2000 -> ofCode(4490);
            case GCJ02, BD09 -> new SourceCrs(coordsys.text(), OptionalInt.empty(), true, unshift);
        };
    }

    static SourceCrs ofCode(int code) {
        String description = "EPSG:" + code;
        if (UNSHIFTED_DEGREES.contains(code)) {
            return new SourceCrs(description, OptionalInt.of(code), true, VertexTransform.IDENTITY);
        }
        Optional<TransverseMercator.Parameters> known = ZoneCodes.findUnshifted(code);
        if (known.isPresent()) {
            return new SourceCrs(
                    description, OptionalInt.of(code), false, new TransverseMercator(known.get())::inverse);
        }
        return shifted(code, EpsgDatabase.decode(code), Optional.empty());
    }

    /** A system without a code whose datum counts as CGCS2000: its own parameters, no shift. */
    static SourceCrs ofOwnParameters(String name, VertexTransform unproject) {
        return new SourceCrs("WKT " + name, OptionalInt.empty(), false, unproject);
    }

    private static SourceCrs shifted(int code, CoordinateReferenceSystem crs, Optional<Coordinate> dataCentre) {
        DatumOperations.Choice choice;
        if (crs instanceof ProjectedCRS projected && GeoToolsCrs.isPlainDegrees(projected.getBaseCRS())) {
            GeographicCRS base = projected.getBaseCRS();
            VertexTransform unproject = GeoToolsCrs.unproject(projected);
            choice = isUnshifted(base)
                    ? new DatumOperations.Choice(VertexTransform.IDENTITY, Optional.empty())
                    : DatumOperations.choose(
                            base, DatumOperations.areaOfUse(crs), dataCentre.map(at -> applied(unproject, at)));
            VertexTransform shift = choice.transform();
            VertexTransform both = (xy, count) -> {
                unproject.apply(xy, count);
                shift.apply(xy, count);
            };
            choice = new DatumOperations.Choice(both, choice.caution());
        } else if (crs instanceof GeographicCRS plain && GeoToolsCrs.isPlainDegrees(plain)) {
            choice = DatumOperations.choose(plain, DatumOperations.areaOfUse(crs), dataCentre);
        } else {
            choice = new DatumOperations.Choice(wholeWay(code, crs), Optional.empty());
        }
        return new SourceCrs(
                "EPSG:" + code, OptionalInt.of(code), crs instanceof GeographicCRS, choice, Optional.of(crs));
    }

    private static boolean isUnshifted(GeographicCRS base) {
        return base.getIdentifiers().stream().anyMatch(id -> UNSHIFTED_DEGREES.stream()
                .anyMatch(code -> id.getCode().equals(code.toString())));
    }

    /** Systems in grads or counted from Paris: GeoTools does all of it. */
    private static VertexTransform wholeWay(int code, CoordinateReferenceSystem crs) {
        try {
            return GeoToolsCrs.of(CRS.findMathTransform(crs, EpsgDatabase.decode(4326)));
        } catch (FactoryException e) {
            throw new InvalidInput(
                    "no way leads from EPSG:" + code + " (" + crs.getName().getCode() + ") to CGCS2000: "
                            + e.getMessage() + "; have the file converted to EPSG:4490 and import that",
                    e);
        }
    }

    private static Coordinate applied(VertexTransform transform, Coordinate at) {
        double[] xy = {at.x, at.y};
        transform.apply(xy, 1);
        return new Coordinate(xy[0], xy[1]);
    }

    /**
     * The same system with the operation that suits the place of the data, where the EPSG database has several: NAD27 has
     * thirty. Without this the one for the largest part of the system's area of use is taken.
     *
     * @param sourceExtent extent of the whole source, in its own numbers
     */
    public SourceCrs within(Envelope sourceExtent) {
        if (shifted.isEmpty() || epsgCode.isEmpty() || sourceExtent.isNull()) {
            return this;
        }
        return shifted(epsgCode.getAsInt(), shifted.get(), Optional.of(sourceExtent.centre()));
    }

    /** How a change set records it: {@code EPSG:4547}, {@code OGC:CRS84}, {@code gcj02}, {@code WKT name}. */
    public String describe() {
        return description;
    }

    /** Its EPSG code; that of WGS 84 for CRS84; empty for GCJ-02, BD-09 and a text without code. */
    public OptionalInt epsgCode() {
        return epsgCode;
    }

    /** Whether its numbers are degrees. */
    public boolean isGeographic() {
        return degrees;
    }

    /** What the user should be told of the datum shift if it is not exact to 5 m; a warning of the import. */
    public Optional<String> caution() {
        return caution;
    }

    /** Whether the numbers of this system are the stored ones, bit for bit. */
    public boolean isIdentity() {
        return transform == VertexTransform.IDENTITY;
    }

    /**
     * The geometry in stored positions: a copy, or the geometry itself if nothing changes. Z and M stay; vertices are
     * transformed, edges between them become straight in longitude and latitude.
     *
     * @param geometry in this system, x first; NaN stays NaN
     * @throws InvalidInput if a vertex lies where the system is not defined
     */
    public Geometry toCgcs2000(Geometry geometry) {
        return isIdentity() ? geometry : Geometries.transform(geometry, transform);
    }

    /**
     * Carries vertices to stored positions, in place.
     *
     * @param xy x at even, y at odd places; not a number stays so
     * @param count how many vertices
     * @throws InvalidInput if a vertex lies where the system is not defined
     */
    public void toCgcs2000(double[] xy, int count) {
        transform.apply(xy, count);
    }

    /**
     * The extent in stored positions, from 9 × 9 points of it; null for a null envelope.
     *
     * @throws InvalidInput if it lies where the system is not defined
     */
    public Envelope toCgcs2000(Envelope extent) {
        if (isIdentity() || extent.isNull()) {
            return extent;
        }
        double[] xy = new double[2 * 81];
        for (int i = 0; i < 81; i++) {
            int row = i / 9;
            xy[2 * i] = extent.getMinX() + (i - 9 * row) / 8.0 * extent.getWidth();
            xy[2 * i + 1] = extent.getMinY() + row / 8.0 * extent.getHeight();
        }
        transform.apply(xy, 81);
        Envelope result = new Envelope();
        for (int i = 0; i < 81; i++) {
            result.expandToInclude(xy[2 * i], xy[2 * i + 1]);
        }
        return result;
    }

    /** Opens the EPSG database; for a background thread beside start-up, since the first use costs a second. */
    public static void warmUp() {
        EpsgDatabase.open();
    }

    @Override
    public String toString() {
        return description;
    }
}
