package org.onemap.ingest.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.onemap.crs.Distances;
import org.onemap.division.check.CheckInput;
import org.onemap.division.check.CheckSettings;
import org.onemap.division.check.Division;
import org.onemap.division.check.DivisionChecks;
import org.onemap.division.check.Elements;
import org.onemap.division.check.Finding;
import org.onemap.division.check.Level;
import org.onemap.division.check.Rule;
import org.onemap.feature.StandardLayers;
import org.onemap.ingest.load.ImportListener;
import org.onemap.ingest.load.ImportOptions;
import org.onemap.ingest.load.Importer;
import org.onemap.ingest.read.SharedData;
import org.onemap.rights.Principal;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.store.geopackage.GeoPackageStore;

/**
 * R3 to R5 on real divisions as they come out of the store, against JTS: its validator of coverages, and the overlay of
 * every two neighbours. What the validator rejects is in a finding, and every finding is real.
 */
class RealCoverageTest {

    private static final double SUBSTANTIAL_M2 = 1;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            B1-taiwan-villages/derived/utf8/villages.shp        | 7701 | 3 | 8 | 1 | 3
            A2-datav-henan/410100_full.json                     | 12   | 0 | 0 | 0 | 0
            A2-datav-henan/410000_full.json                     | 18   | 0 | 1 | 0 | 0
            B2-swiss-municipalities/2020/municipalities.shp     | 2205 | 0 | 19 | 0 | 0
            B2-swiss-municipalities/2026/municipalities.shp     | 2113 | 0 | 20 | 0 | 106
            B2-swiss-municipalities/2026/districts.shp          | 144  | 0 | 20 | 0 | 0
            B2-swiss-municipalities/2026/cantons.shp            | 26   | 0 | 2 | 0 | 0
            A2-datav-henan/100000_full.json                     | 35   | 1 | 0 | 0 | 2
            A2-datav-henan/410300_full.json                     | 15   | 0 | 0 | 0 | 0
            """)
    void agreesWithValidatorAndOverlay(String file, int areas, int overlaps, int gaps, int vertices, int rejected) {
        List<Division> divisions = load(file);
        List<Geometry> shapes = divisions.stream().map(RealCoverageTest::valid).toList();
        List<Finding> findings = DivisionChecks.run(
                        new CheckInput(
                                List.of(new Level(StandardLayers.find("office").orElseThrow(), divisions)),
                                new Elements(List.of(), List.of(), List.of(), Optional.empty(), Map.of()),
                                OptionalDouble.empty(),
                                LocalDate.of(2026, 6, 1)),
                        CheckSettings.defaults().only(List.of("R3", "R4", "R5")))
                .findings();
        TreeSet<String> found = new TreeSet<>();
        findings.forEach(finding -> found.addAll(finding.subject().codes()));

        TreeSet<String> refused = refused(divisions, shapes);
        TreeSet<String> missed = new TreeSet<>(refused);
        missed.removeAll(found);
        missed.retainAll(refused(
                divisions, shapes.stream().map(RealCoverageTest::rounded).toList()));
        assertThat(missed)
                .as("rejected by the validator on the lattice too, in no finding")
                .isEmpty();

        Map<String, Double> oracle = overlaps(divisions, shapes);
        Map<String, Double> told = new TreeMap<>();
        findings.stream()
                .filter(finding -> finding.rule() == Rule.R3)
                .forEach(finding -> told.merge(pair(finding), finding.measure().value(), Double::sum));
        assertThat(told.keySet()).as("overlaps of more than a square metre").containsAll(oracle.keySet());
        told.forEach((pair, areaM2) ->
                assertThat(common(pair, divisions, shapes)).as(pair).isGreaterThan(0));
        findings.stream().filter(finding -> finding.rule() == Rule.R4).forEach(gap -> assertIsFree(gap, shapes));

        assertThat(List.of(
                        divisions.size(),
                        told.size(),
                        count(findings, Rule.R4),
                        count(findings, Rule.R5),
                        refused.size()))
                .isEqualTo(List.of(areas, overlaps, gaps, vertices, rejected));
    }

    private static TreeSet<String> refused(List<Division> divisions, List<Geometry> shapes) {
        Geometry[] unfit = CoverageValidator.validate(shapes.toArray(Geometry[]::new));
        TreeSet<String> refused = new TreeSet<>();
        for (int i = 0; i < unfit.length; i++) {
            if (unfit[i] != null) {
                refused.add(divisions.get(i).code());
            }
        }
        return refused;
    }

    /** The shape on the lattice of 1e-7°, a centimetre, on which coverages are judged; rings that vanish there are left out. */
    private static Geometry rounded(Geometry shape) {
        GeometryFactory factory = shape.getFactory();
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Polygon part = (Polygon) shape.getGeometryN(i);
            Optional<LinearRing> shell = rounded(part.getExteriorRing());
            List<LinearRing> holes = new ArrayList<>();
            for (int k = 0; k < part.getNumInteriorRing(); k++) {
                rounded(part.getInteriorRingN(k)).ifPresent(holes::add);
            }
            shell.ifPresent(ring -> parts.add(factory.createPolygon(ring, holes.toArray(new LinearRing[0]))));
        }
        return parts.size() == 1 ? parts.get(0) : factory.createMultiPolygon(parts.toArray(new Polygon[0]));
    }

    private static Optional<LinearRing> rounded(LinearRing ring) {
        CoordinateList vertices = new CoordinateList();
        for (Coordinate vertex : ring.getCoordinates()) {
            vertices.add(new Coordinate(Math.rint(vertex.x * 1e7) / 1e7, Math.rint(vertex.y * 1e7) / 1e7), false);
        }
        return vertices.size() < 4
                ? Optional.empty()
                : Optional.of(ring.getFactory().createLinearRing(vertices.toCoordinateArray()));
    }

    private static int count(List<Finding> findings, Rule rule) {
        return (int) findings.stream().filter(one -> one.rule() == rule).count();
    }

    private static String pair(Finding finding) {
        return String.join(" ", new TreeSet<>(finding.subject().codes()));
    }

    /** Code and code → what they have in common, for all pairs with more than a square metre. */
    private static Map<String, Double> overlaps(List<Division> divisions, List<Geometry> shapes) {
        STRtree tree = new STRtree();
        for (int i = 0; i < shapes.size(); i++) {
            tree.insert(shapes.get(i).getEnvelopeInternal(), i);
        }
        Map<String, Double> overlaps = new TreeMap<>();
        for (int i = 0; i < shapes.size(); i++) {
            for (Object near : tree.query(shapes.get(i).getEnvelopeInternal())) {
                int j = (Integer) near;
                if (j > i) {
                    double areaM2 = areaM2(shapes.get(i), shapes.get(j));
                    if (areaM2 > SUBSTANTIAL_M2) {
                        overlaps.put(
                                String.join(
                                        " ",
                                        new TreeSet<>(List.of(
                                                divisions.get(i).code(),
                                                divisions.get(j).code()))),
                                areaM2);
                    }
                }
            }
        }
        return overlaps;
    }

    private static double areaM2(Geometry one, Geometry other) {
        Geometry common = OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION);
        return common.isEmpty() ? 0 : Distances.areaM2(common);
    }

    private static double common(String pair, List<Division> divisions, List<Geometry> shapes) {
        Map<String, Geometry> byCode = new HashMap<>();
        for (int i = 0; i < shapes.size(); i++) {
            byCode.put(divisions.get(i).code(), shapes.get(i));
        }
        String[] codes = pair.split(" ", -1);
        return areaM2(byCode.get(codes[0]), byCode.get(codes[1]));
    }

    /** No area covers a gap. */
    private static void assertIsFree(Finding gap, List<Geometry> shapes) {
        Geometry where = gap.where().orElseThrow();
        double coveredM2 = shapes.stream()
                .filter(shape -> shape.getEnvelopeInternal().intersects(where.getEnvelopeInternal()))
                .mapToDouble(shape -> areaM2(shape, where))
                .sum();
        assertThat(coveredM2).as(gap.toString()).isLessThan(0.01 * Distances.areaM2(where) + 0.1);
    }

    private static Geometry valid(Division division) {
        return division.area().isValid() ? division.area() : GeometryFixer.fix(division.area());
    }

    private List<Division> load(String file) {
        Path path = SharedData.path(file);
        List<Division> divisions = new ArrayList<>();
        try (Store store = GeoPackageStore.openOrCreate(folder.resolve("s.gpkg"), Clock.systemUTC())) {
            new Importer(store, ImportOptions.defaults().withLayer("areas"), ImportListener.SILENT).run(List.of(path));
            try (ReadView view = store.read();
                    FeatureCursor rows = view.query(Principal.anonymous(), FeatureQuery.of("areas"))) {
                rows.forEachRemaining(row -> divisions.add(new Division(
                        Long.toString(row.oid()),
                        row.name().orElse(""),
                        "",
                        row.geometry().orElseThrow(),
                        new Division.Facts(OptionalDouble.empty(), OptionalInt.empty(), row.validFrom()))));
            }
        }
        return divisions;
    }
}
