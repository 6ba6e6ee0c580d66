package org.onemap.division.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.onemap.division.check.Elements.Building;
import org.onemap.division.check.Elements.Compound;
import org.onemap.division.check.Elements.Line;
import org.onemap.division.people.Assignment;
import org.onemap.division.people.Phone;
import org.onemap.feature.StandardLayers;

/**
 * A zone of 800 m by 400 m with two grids, a road between them and round them, people and households: nothing wrong with
 * it. Geometry is given in units of 0.001° from 113.5, 34.8.
 */
final class SmallTown {

    static final LocalDate TODAY = LocalDate.of(2026, 5, 1);
    static final String WEST = "POLYGON((0 0,4 0,4 4,0 4,0 0))";
    static final String EAST = "POLYGON((4 0,8 0,8 4,4 4,4 0))";
    static final String ZONE = "POLYGON((0 0,8 0,8 4,0 4,0 0))";

    private final List<Division> grids = new ArrayList<>();
    private final List<Building> buildings = new ArrayList<>();
    private final List<Compound> compounds = new ArrayList<>();
    private final List<Assignment> posts = new ArrayList<>();
    private final List<Geometry> police = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private boolean hasPeople = true;

    static SmallTown empty() {
        SmallTown town = new SmallTown();
        town.line("LINESTRING(4 0,4 4)", false).line("LINESTRING(0 0,8 0,8 4,0 4,0 0)", false);
        return town;
    }

    static SmallTown sound() {
        return empty().grid("1", WEST, 400).grid("2", EAST, 400).people("1").people("2");
    }

    SmallTown grid(String code, String wkt, double households) {
        return grid(code, "z", wkt, households);
    }

    SmallTown grid(String code, String parent, String wkt, double households) {
        Division.Facts facts =
                new Division.Facts(OptionalDouble.of(households), OptionalInt.of(1000), LocalDate.of(2026, 1, 1));
        grids.add(new Division(code, "", parent, at(wkt), facts));
        return this;
    }

    SmallTown people(String grid) {
        return post("甲" + grid, "网格长", grid, "2024-01-01", "").post("乙" + grid, "专职网格员", grid, "2024-01-01", "");
    }

    SmallTown post(String person, String title, String grid, String from, String to) {
        Assignment.Term term = new Assignment.Term(
                LocalDate.parse(from), to.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(to)));
        posts.add(new Assignment(
                "RY" + posts.size(),
                person,
                new Assignment.Post(title, grid),
                term,
                new Assignment.Details(Phone.of("138****0001"), List.of("巡查"), "")));
        return this;
    }

    SmallTown withoutPeople() {
        hasPeople = false;
        return this;
    }

    SmallTown line(String wkt, boolean isBarrier) {
        lines.add(new Line(isBarrier ? "快速路" : "路", at(wkt), isBarrier));
        return this;
    }

    SmallTown withoutLines() {
        lines.clear();
        return this;
    }

    SmallTown building(String wkt) {
        buildings.add(new Building("b", at(wkt), "", 0));
        return this;
    }

    SmallTown compound(String wkt) {
        compounds.add(new Compound("某小区", at(wkt)));
        return this;
    }

    SmallTown police(String wkt) {
        police.add(at(wkt));
        return this;
    }

    CheckInput input() {
        Division zone = new Division(
                "z",
                "某片区",
                "o",
                at(ZONE),
                new Division.Facts(OptionalDouble.empty(), OptionalInt.of(1000), LocalDate.of(2026, 1, 1)));
        List<Level> levels = List.of(
                new Level(StandardLayers.find("grid").orElseThrow(), grids),
                new Level(StandardLayers.find("zone").orElseThrow(), List.of(zone)));
        Elements elements = new Elements(
                lines,
                buildings,
                compounds,
                hasPeople ? Optional.of(posts) : Optional.empty(),
                police.isEmpty() ? Map.of() : Map.of("police", police));
        return new CheckInput(levels, elements, OptionalDouble.of(0), TODAY);
    }

    static Geometry at(String wkt) {
        try {
            return AffineTransformation.scaleInstance(0.001, 0.001)
                    .translate(113.5, 34.8)
                    .transform(new WKTReader().read(wkt));
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}
