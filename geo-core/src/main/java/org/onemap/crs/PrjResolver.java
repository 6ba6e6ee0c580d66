package org.onemap.crs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.referencing.CRS;
import org.onemap.InvalidInput;

/**
 * From the text of a {@code .prj} to the system it means. Never by name alone: numbers are compared.
 *
 * <ol>
 *   <li>A byte order mark, a {@code VERTCS} tail and {@code AXIS} elements are left out; of a compound system the
 *       horizontal part counts. In files x is longitude or easting.
 *   <li>The 192 Chinese Gauss–Krüger forms by datum and parameters ({@link ZoneCodes}).
 *   <li>Candidates in this order: the {@code AUTHORITY} code of the whole; the codes of that name; all projected codes on
 *       the same base. The first with the same ellipsoid that gives the same numbers is it.
 *   <li>No code, but a datum that counts as CGCS2000 (a local meridian such as 114°20′): its own parameters.
 *   <li>Otherwise the text is refused.
 * </ol>
 */
final class PrjResolver {

    private static final Set<Integer> UNSHIFTED = Set.of(4326, 4490, 3824);
    private static final double GRS80_AXIS_M = 6378137;

    private final WktNode whole;
    private final WktNode base;

    private PrjResolver(WktNode whole) {
        this.whole = whole;
        this.base = whole.keyword().equals("PROJCS")
                ? whole.find("GEOGCS").orElseThrow(() -> refuse("it has no GEOGCS"))
                : whole;
    }

    static SourceCrs resolve(String wkt) {
        if (wkt.isBlank()) {
            throw new InvalidInput("the coordinate reference system is not stated; give --crs EPSG:xxxx or --coordsys");
        }
        WktNode node = WktNode.parse(wkt);
        if (node.keyword().equals("COMPD_CS")) {
            node = node.find("PROJCS", "GEOGCS").orElse(node);
        }
        PrjResolver resolver = new PrjResolver(node);
        return switch (node.keyword()) {
            case "PROJCS" -> resolver.projected();
            case "GEOGCS" -> resolver.geographic();
            default -> throw resolver.refuse("only GEOGCS and PROJCS are read");
        };
    }

    private SourceCrs projected() {
        Optional<TransverseMercator.Parameters> zone = transverseMercator();
        OptionalInt chinese = chineseCode(zone);
        if (chinese.isPresent()) {
            return SourceCrs.ofCode(chinese.getAsInt());
        }
        Set<Integer> bases = geographicCodes();
        List<Integer> candidates = new ArrayList<>(authority());
        candidates.addAll(EpsgNames.get().projected(whole.name()));
        candidates.addAll(EpsgNames.get().on(bases));
        for (int code : candidates) { // without the database where that is possible
            if (zone.isPresent() && ZoneCodes.isUnshifted(code, zone.get())) {
                return SourceCrs.ofCode(code);
            }
        }
        Optional<ProjectedCRS> given = parsed().map(ProjectedCRS.class::cast);
        if (given.isPresent()) {
            for (int code : new LinkedHashSet<>(candidates)) {
                if (CrsComparison.sameProjected(code, given.get())) {
                    return SourceCrs.ofCode(code);
                }
            }
        }
        boolean unshifted = bases.stream().anyMatch(UNSHIFTED::contains) && isPlainGrs80();
        if (unshifted && zone.isPresent()) {
            return SourceCrs.ofOwnParameters(whole.name(), new TransverseMercator(zone.get())::inverse);
        }
        if (unshifted && given.isPresent()) {
            return SourceCrs.ofOwnParameters(whole.name(), GeoToolsCrs.unproject(given.get()));
        }
        throw refuse("no code of the EPSG database has its datum and parameters");
    }

    /** The code of one of the 192 Chinese forms, whether or not its datum can be used. */
    static OptionalInt code(String wkt) {
        PrjResolver resolver = new PrjResolver(WktNode.parse(wkt));
        return resolver.chineseCode(resolver.transverseMercator());
    }

    private OptionalInt chineseCode(Optional<TransverseMercator.Parameters> zone) {
        Optional<ZoneCodes.Datum> datum = chineseDatum();
        boolean three = EpsgNames.key(whole.name()).matches(".*(3degree|3度|三度).*");
        return zone.isPresent() && datum.isPresent()
                ? ZoneCodes.match(datum.get(), zone.get(), three)
                : OptionalInt.empty();
    }

    private SourceCrs geographic() {
        Set<Integer> candidates = new LinkedHashSet<>(authority());
        candidates.addAll(geographicCodes());
        for (int code : candidates) {
            if (UNSHIFTED.contains(code) && isPlainGrs80()) {
                return SourceCrs.ofCode(code);
            }
        }
        Optional<GeographicCRS> given = parsed().map(GeographicCRS.class::cast);
        for (int code : candidates) {
            if (given.isPresent() && CrsComparison.sameGeographic(code, given.get())) {
                return SourceCrs.ofCode(code);
            }
        }
        throw refuse("no code of the EPSG database has its datum");
    }

    private Set<Integer> geographicCodes() {
        return EpsgNames.get()
                .geographic(base.name(), base.find("DATUM").map(WktNode::name).orElse(""));
    }

    /** The code that the text gives to the whole, if it does. */
    private Set<Integer> authority() {
        Optional<WktNode> authority =
                whole.find("AUTHORITY").filter(node -> node.name().equalsIgnoreCase("EPSG"));
        return authority
                .flatMap(node -> node.number(1))
                .map(code -> Set.of((int) Math.round(code)))
                .orElse(Set.of());
    }

    private Optional<CoordinateReferenceSystem> parsed() {
        try {
            WktNode plain = whole.without("AXIS").without("AUTHORITY");
            List<WktNode> children = plain.children().stream()
                    .map(child -> child.keyword().equals("GEOGCS") ? child.without("AXIS") : child)
                    .map(child -> child.keyword().equals("GEOGCS") ? withPlainDatum(child) : child)
                    .toList();
            WktNode cleaned = new WktNode(plain.keyword(), plain.values(), children);
            return Optional.of(CRS.parseWKT(
                    cleaned.keyword().equals("GEOGCS") ? withPlainDatum(cleaned).text() : cleaned.text()));
        } catch (FactoryException e) {
            return Optional.empty();
        }
    }

    /** Without TOWGS84: only the ellipsoid is compared, the shift is the EPSG database's. */
    private static WktNode withPlainDatum(WktNode geogcs) {
        return new WktNode(
                geogcs.keyword(),
                geogcs.values(),
                geogcs.children().stream()
                        .map(child -> child.keyword().equals("DATUM") ? child.without("TOWGS84") : child)
                        .toList());
    }

    private Optional<Ellipsoid> ellipsoid() {
        Optional<WktNode> spheroid = base.find("DATUM").flatMap(datum -> datum.find("SPHEROID"));
        Optional<Double> axis = spheroid.flatMap(node -> node.number(1));
        Optional<Double> flattening = spheroid.flatMap(node -> node.number(2));
        return axis.isPresent() && flattening.isPresent()
                ? Optional.of(new Ellipsoid(axis.get(), flattening.get()))
                : Optional.empty();
    }

    private boolean isPlainGrs80() {
        boolean ellipsoid = ellipsoid()
                .filter(e -> Math.abs(e.semiMajorM() - GRS80_AXIS_M) < 1e-3
                        && Math.abs(e.inverseFlattening() - 298.2572) < 1e-3)
                .isPresent();
        return ellipsoid && isPlainDegrees();
    }

    private boolean isPlainDegrees() {
        boolean greenwich = base.find("PRIMEM").flatMap(node -> node.number(1)).orElse(0.0) == 0;
        double unit = base.find("UNIT").flatMap(node -> node.number(1)).orElse(Math.PI / 180);
        return greenwich && Math.abs(unit - Math.PI / 180) < 1e-9;
    }

    private Optional<ZoneCodes.Datum> chineseDatum() {
        String names = EpsgNames.key(whole.name()
                + base.name()
                + base.find("DATUM").map(WktNode::name).orElse(""));
        Optional<Ellipsoid> ellipsoid = ellipsoid();
        if (ellipsoid.isEmpty() || !isPlainDegrees()) {
            return Optional.empty();
        }
        double axis = ellipsoid.get().semiMajorM();
        if (near(axis, GRS80_AXIS_M) && names.matches(".*(cgcs|china).*2000.*") && isPlainGrs80()) {
            return Optional.of(ZoneCodes.Datum.CGCS2000);
        }
        if (near(axis, 6378140) && names.matches(".*(xian|西安).*")) {
            return Optional.of(ZoneCodes.Datum.XIAN_1980);
        }
        if (near(axis, 6378245) && names.matches(".*(beijing|北京).*") && !names.contains("new")) {
            return Optional.of(ZoneCodes.Datum.BEIJING_1954);
        }
        return Optional.empty();
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) < 1e-3;
    }

    /** The parameters if it is a transverse Mercator projection in metres and degrees. */
    private Optional<TransverseMercator.Parameters> transverseMercator() {
        String method = whole.find("PROJECTION").map(WktNode::name).orElse("").toLowerCase(Locale.ROOT);
        double metres = whole.find("UNIT").flatMap(node -> node.number(1)).orElse(1.0);
        Optional<Ellipsoid> ellipsoid = ellipsoid();
        Optional<Double> meridian = whole.parameter("central_meridian");
        boolean is = method.equals("transverse_mercator") || method.equals("gauss_kruger");
        if (!is || metres != 1.0 || ellipsoid.isEmpty() || meridian.isEmpty() || !isPlainDegrees()) {
            return Optional.empty();
        }
        return Optional.of(new TransverseMercator.Parameters(
                ellipsoid.get(),
                meridian.get(),
                whole.parameter("latitude_of_origin").orElse(0.0),
                whole.parameter("scale_factor").orElse(1.0),
                whole.parameter("false_easting").orElse(0.0),
                whole.parameter("false_northing").orElse(0.0)));
    }

    private InvalidInput refuse(String why) {
        return new InvalidInput("the coordinate reference system '" + whole.name()
                + "' of the .prj cannot be resolved: " + why + "; give --crs EPSG:xxxx or --coordsys");
    }
}
