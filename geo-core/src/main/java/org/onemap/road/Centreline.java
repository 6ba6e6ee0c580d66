package org.onemap.road;

import java.util.Objects;
import org.locationtech.jts.geom.LineString;

/**
 * One line of the source. Immutable.
 *
 * @param id of the source row, for reports; need not be unique, for the two directions of a street may share it
 * @param naming what the source calls it
 * @param roadClass what it is
 * @param level 0 on the ground, above it 1, 2 …, below it −1 …: lines of different levels do not cut each other
 * @param nodes where the source says that it begins and ends
 * @param line EPSG:4490, longitude first
 */
public record Centreline(String id, Naming naming, RoadClass roadClass, int level, Nodes nodes, LineString line) {

    public Centreline {
        Objects.requireNonNull(naming, "naming");
        Objects.requireNonNull(roadClass, "roadClass");
        Objects.requireNonNull(line, "line");
    }

    /** A line on the ground without codes. */
    public static Centreline of(String id, String name, RoadClass roadClass, LineString line) {
        return new Centreline(id, Naming.of(name), roadClass, 0, Nodes.NONE, line);
    }

    /** The same line on another level. */
    public Centreline onLevel(int other) {
        return new Centreline(id, naming, roadClass, other, nodes, line);
    }

    /**
     * The source's own names for the places where a line begins and ends; empty texts where it has none. Lines that name one node
     * meet there, even where they are drawn a few metres apart, lane by lane.
     *
     * @param from where it begins
     * @param to where it ends
     */
    public record Nodes(String from, String to) {

        /** The source knows no nodes. */
        public static final Nodes NONE = new Nodes("", "");
    }

    /**
     * What the source calls a line; empty texts where it says nothing.
     *
     * @param name of the road, for instance 科学大道
     * @param roadCode code of the road, kept if it follows the scheme
     * @param segmentCode code of the line itself, kept if it follows the scheme and the line is one segment
     */
    public record Naming(String name, String roadCode, String segmentCode) {

        /** A name without codes. A name of only question marks, as lost encodings leave behind, counts as none. */
        public static Naming of(String name) {
            return new Naming(name, "", "");
        }

        public Naming {
            name = name.replaceAll("\\p{Cf}", "").strip(); // marks of writing direction make no other road
            name = name.chars().allMatch(c -> c == '?' || c == '？') ? "" : name;
        }
    }
}
