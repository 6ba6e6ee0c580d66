package org.onemap.survey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.onemap.code.CodeScheme;

/**
 * A surveyed part. Immutable.
 *
 * @param code its code; empty text for none
 * @param name what it is; may be empty
 * @param geometry in EPSG:4490, longitude first
 * @param attributes those that its layer has a field for; empty text for no value
 */
public record SurveyPart(String code, String name, Optional<Geometry> geometry, Map<PartAttribute, String> attributes) {

    private static final int COUNTY_DIGITS = 6;
    private static final int MAJOR_DIGITS = 2;

    public SurveyPart {
        attributes = Map.copyOf(attributes);
    }

    /** The value of an attribute; empty text for none. */
    public String attribute(PartAttribute attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** A point of it: its position, or a point in its area or on its line. */
    public Optional<Point> point() {
        return geometry.filter(one -> !one.isEmpty()).map(Geometry::getInteriorPoint);
    }

    /** The two digits of its major class; empty text for a code that is too short. */
    String major() {
        return code.length() < COUNTY_DIGITS + MAJOR_DIGITS
                ? ""
                : code.substring(COUNTY_DIGITS, COUNTY_DIGITS + MAJOR_DIGITS);
    }

    /** The digits of its major and minor class; empty text for a code with a fault. */
    String classCode(CodeScheme scheme) {
        if (scheme.check(code).isPresent()) {
            return "";
        }
        List<String> fields = scheme.split(code);
        return fields.size() < 3 ? "" : fields.get(1) + fields.get(2);
    }

    /** Code and name as a reader wants them. */
    String label() {
        String shown = code.isEmpty() ? "（无编码）" : code;
        return name.isEmpty() ? shown : shown + "（" + name + "）";
    }
}
