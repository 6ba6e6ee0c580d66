package org.onemap.theme;

import java.util.ArrayList;
import java.util.List;

/**
 * A filter of OGC Filter Encoding 1.0 and 1.1, confined to what GeoServer, MapServer and QGIS all understand: comparison,
 * pattern, null, and, or, not. The factories simplify, so that a condition on columns that a table does not have becomes
 * {@link Never} or {@link Always}. Immutable.
 */
sealed interface SldFilter {

    /** Holds for every feature. */
    record Always() implements SldFilter {}

    /** Holds for none. */
    record Never() implements SldFilter {}

    /** A comparison of a column with a literal, by the name of its element. */
    record Compare(String element, String column, String literal) implements SldFilter {}

    /** A text pattern with {@code .} for one character and {@code *} for any number. */
    record Like(String column, String pattern) implements SldFilter {}

    /** The column has no value. */
    record IsNull(String column) implements SldFilter {}

    /** The geometry has this dimension; only GeoServer knows it, and only layers of mixed geometry need it. */
    record Dimension(int dimension) implements SldFilter {}

    /** All of them hold. */
    record And(List<SldFilter> parts) implements SldFilter {}

    /** One of them holds. */
    record Or(List<SldFilter> parts) implements SldFilter {}

    /** It does not hold. */
    record Not(SldFilter part) implements SldFilter {}

    static SldFilter equal(String column, String literal) {
        return new Compare("PropertyIsEqualTo", column, literal);
    }

    static SldFilter and(List<SldFilter> parts) {
        if (parts.contains(new Never())) {
            return new Never();
        }
        List<SldFilter> counting = flat(parts);
        if (counting.isEmpty()) {
            return new Always();
        }
        return counting.size() == 1 ? counting.get(0) : new And(counting);
    }

    private static List<SldFilter> flat(List<SldFilter> parts) {
        List<SldFilter> flat = new ArrayList<>();
        for (SldFilter part : parts) {
            if (part instanceof And and) {
                flat.addAll(and.parts());
            } else if (!(part instanceof Always)) {
                flat.add(part);
            }
        }
        return flat;
    }

    static SldFilter or(List<SldFilter> parts) {
        if (parts.contains(new Always())) {
            return new Always();
        }
        List<SldFilter> possible =
                parts.stream().filter(part -> !(part instanceof Never)).toList();
        if (possible.isEmpty()) {
            return new Never();
        }
        return possible.size() == 1 ? possible.get(0) : new Or(possible);
    }

    static SldFilter not(SldFilter part) {
        if (part instanceof Never) {
            return new Always();
        }
        return part instanceof Always ? new Never() : new Not(part);
    }

    /** Writes it as the content of {@code ogc:Filter}; nothing for {@link Always}. */
    default void write(SldXml xml) {
        if (this instanceof Compare compare) {
            xml.openInline("ogc:" + compare.element(), "");
            xml.leaf("ogc:PropertyName", compare.column()).leaf("ogc:Literal", compare.literal());
            xml.closeInline();
        } else if (this instanceof Like like) {
            String escape = xml.version() == SldVersion.V1_0 ? "escape" : "escapeChar";
            xml.openInline("ogc:PropertyIsLike", " wildCard=\"*\" singleChar=\".\" " + escape + "=\"!\"");
            xml.leaf("ogc:PropertyName", like.column()).leaf("ogc:Literal", like.pattern());
            xml.closeInline();
        } else if (this instanceof IsNull isNull) {
            xml.openInline("ogc:PropertyIsNull", "").leaf("ogc:PropertyName", isNull.column());
            xml.closeInline();
        } else if (this instanceof Dimension dimension) {
            xml.open("ogc:PropertyIsEqualTo").open("ogc:Function", " name=\"dimension\"");
            xml.leaf("ogc:PropertyName", "geom").close();
            xml.leaf("ogc:Literal", String.valueOf(dimension.dimension())).close();
        } else if (this instanceof And and) {
            writeAll(xml, "ogc:And", and.parts());
        } else if (this instanceof Or or) {
            writeAll(xml, "ogc:Or", or.parts());
        } else if (this instanceof Not not) {
            writeAll(xml, "ogc:Not", List.of(not.part()));
        }
    }

    private static void writeAll(SldXml xml, String element, List<SldFilter> parts) {
        xml.open(element);
        parts.forEach(part -> part.write(xml));
        xml.close();
    }
}
