package org.onemap.geoserver.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onemap.geoserver.plan.Kind;
import org.onemap.geoserver.plan.ObjectState;
import org.onemap.geoserver.rest.RestAnswer;
import org.onemap.geoserver.rest.RestBody;
import org.onemap.geoserver.rest.RestPath;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Grid sets of the tile cache: the levels and tiles into which the earth is cut. Numbers are compared as numbers. */
final class GridSetPort implements ObjectPort {

    static final String SRS = "srs";
    static final String EXTENT = "extent";
    static final String TOP_LEFT = "alignTopLeft";
    static final String RESOLUTIONS = "resolutions";
    static final String METERS_PER_UNIT = "metersPerUnit";
    static final String LEVELS = "scaleNames";
    static final String TILE_SIZE = "tileSize";
    static final String Y_FIRST = "yCoordinateFirst";

    private static final double PIXEL_SIZE_M = 2.8e-4;
    private static final double RELATIVE_TOLERANCE = 1e-9;

    private final Site site;

    GridSetPort(Site site) {
        this.site = site;
    }

    private RestAnswer get(String name) {
        return site.client().get(RestPath.tileCache("gridsets", name), "application/xml");
    }

    private String withSuffix(String name) {
        RestAnswer answer =
                site.client().get(RestPath.tileCache("gridsets", name).xml());
        return answer.isOk() ? answer.text() : "";
    }

    @Override
    public boolean exists(String name) {
        return get(name).isOk();
    }

    @Override
    public Optional<ObjectState> read(ObjectState wanted) {
        RestAnswer answer = get(wanted.key().name());
        if (!answer.isOk()) {
            return Optional.empty();
        }
        Optional<Document> xml = Xml.parse(answer.text())
                .or(() -> Xml.parse(withSuffix(wanted.key().name())));
        if (xml.isEmpty()) {
            return Optional.of(wanted); // there, but not to be read: nothing speaks against it
        }
        Map<String, String> found = new LinkedHashMap<>();
        xml.ifPresent(document -> {
            Element set = document.getDocumentElement();
            found.put(SRS, Xml.text(set, SRS, "number"));
            found.put(EXTENT, ObjectState.join(Xml.texts(set, EXTENT, "coords", "double")));
            found.put(TOP_LEFT, Xml.text(set, TOP_LEFT));
            found.put(RESOLUTIONS, ObjectState.join(Xml.texts(set, RESOLUTIONS, "double")));
            found.put(METERS_PER_UNIT, Xml.text(set, METERS_PER_UNIT));
            found.put(LEVELS, ObjectState.join(Xml.texts(set, LEVELS, "string")));
            found.put(TILE_SIZE, Xml.text(set, "tileWidth") + "×" + Xml.text(set, "tileHeight"));
            found.put(Y_FIRST, Xml.text(set, Y_FIRST));
        });
        found.replaceAll((property, value) -> sameNumbers(value, wanted.get(property)) ? wanted.get(property) : value);
        return Optional.of(new ObjectState(wanted.key(), found, ""));
    }

    private static boolean sameNumbers(String one, String other) {
        List<String> left = List.of(one.split(ObjectState.SEPARATOR));
        List<String> right = List.of(other.split(ObjectState.SEPARATOR));
        if (left.size() != right.size()) {
            return false;
        }
        try {
            for (int i = 0; i < left.size(); i++) {
                double a = Double.parseDouble(left.get(i));
                double b = Double.parseDouble(right.get(i));
                if (Math.abs(a - b) > RELATIVE_TOLERANCE * Math.max(Math.abs(a), Math.abs(b))) {
                    return false;
                }
            }
            return true;
        } catch (NumberFormatException e) {
            return one.equals(other);
        }
    }

    @Override
    public void create(ObjectState wanted) {
        String name = wanted.key().name();
        site.client()
                .put(RestPath.tileCache("gridsets", name), new RestBody("application/xml", xml(wanted)))
                .orFail("make the grid set " + name);
    }

    @Override
    public void update(ObjectState wanted) {
        create(wanted);
    }

    private static String xml(ObjectState wanted) {
        String[] size = wanted.get(TILE_SIZE).split("×", 2);
        return "<gridSet><name>" + Xml.escape(wanted.key().name()) + "</name><srs><number>" + wanted.get(SRS)
                + "</number></srs><extent><coords>" + elements("double", wanted.list(EXTENT))
                + "</coords></extent><alignTopLeft>" + wanted.get(TOP_LEFT) + "</alignTopLeft><resolutions>"
                + elements("double", wanted.list(RESOLUTIONS)) + "</resolutions><metersPerUnit>"
                + wanted.get(METERS_PER_UNIT) + "</metersPerUnit><pixelSize>" + PIXEL_SIZE_M
                + "</pixelSize><scaleNames>"
                + elements("string", wanted.list(LEVELS)) + "</scaleNames><tileHeight>" + size[1]
                + "</tileHeight><tileWidth>" + size[0] + "</tileWidth><yCoordinateFirst>" + wanted.get(Y_FIRST)
                + "</yCoordinateFirst></gridSet>";
    }

    static String elements(String name, List<String> values) {
        StringBuilder xml = new StringBuilder();
        values.forEach(value -> xml.append('<')
                .append(name)
                .append('>')
                .append(Xml.escape(value))
                .append("</")
                .append(name)
                .append('>'));
        return xml.toString();
    }

    @Override
    public void remove(String name) {
        throw new IllegalStateException("grid sets are shared and never removed: " + name);
    }

    /** A grid set as a publication wants it. */
    static ObjectState wanted(String name, Map<String, String> properties) {
        return ObjectState.of(Kind.GRID_SET, name, properties);
    }
}
