package org.onemap.tile;

/** The commands of one geometry. */
record TileGeometry(Kind kind, int[] commands, double size) {

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
