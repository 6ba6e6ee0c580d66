package org.onemap.tile;

/**
 * A geometry of a tile as the specification encodes it. Immutable.
 *
 * @param kind its type
 * @param commands its command integers, written to the end
 * @param size how important it is beside others of its kind: area or length in tile units
 */
record TileGeometry(Kind kind, CommandWriter commands, double size) {

    /** GeomType of the specification. */
    enum Kind {
        POINT(1),
        LINE(2),
        POLYGON(3);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }
}
