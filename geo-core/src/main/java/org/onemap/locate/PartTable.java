package org.onemap.locate;

/** Whose the rings and the parts are, while an index is built. Its arrays are shared and nobody writes to them. */
final class PartTable {

    private final int[] partOfRing;
    private final int[] ordinalOfPart;

    private PartTable(int rings, int parts) {
        this.partOfRing = new int[rings];
        this.ordinalOfPart = new int[parts];
    }

    static PartTable of(Rings rings) {
        PartTable table = new PartTable(rings.ringCount(), rings.partCount());
        for (int ordinal = 0; ordinal < rings.size(); ordinal++) {
            for (int part = rings.firstPart(ordinal); part < rings.firstPart(ordinal + 1); part++) {
                table.ordinalOfPart[part] = ordinal;
                for (int ring = rings.firstRing(part); ring < rings.firstRing(part + 1); ring++) {
                    table.partOfRing[ring] = part;
                }
            }
        }
        return table;
    }

    /** Part by ring. */
    int[] partOfRing() {
        return partOfRing;
    }

    /** Ordinal by part. */
    int[] ordinalOfPart() {
        return ordinalOfPart;
    }
}
