package org.onemap.road;

/**
 * What a line of the net is. The letter stands in the codes of its road; K Z C B X are the proposal of decision 125, the others its
 * complement for lines that are no streets. Order of the constants: which of two lines on the same ground gives its code.
 */
public enum RoadClass {
    /** Expressway, motorway. */
    EXPRESSWAY("K", "快速路", 3),
    /** Arterial road. */
    ARTERIAL("Z", "主干路", 4),
    /** Collector road. */
    COLLECTOR("C", "次干路", 5),
    /** Local road. */
    LOCAL("B", "支路", 6),
    /** Lane, alley, service road. */
    LANE("X", "街巷", 7),
    /** Footpath, steps, cycle track: kept for addressing, no boundary of a block unless asked for. */
    FOOTWAY("R", "步行道", 8),
    /** Railway on the ground. */
    RAILWAY("T", "铁路", 1),
    /** River, canal. */
    RIVER("H", "河流", 0),
    /** Wall, fence, edge of a compound. */
    WALL("W", "围墙", 2),
    /** Outline of the district: closes the outer blocks; it has no code and makes no segment. */
    OUTLINE("", "区域界线", -1);

    private final String letter;
    private final String title;
    private final int mergeOrder;

    RoadClass(String letter, String title, int mergeOrder) {
        this.letter = letter;
        this.title = title;
        this.mergeOrder = mergeOrder;
    }

    /** The letter in the codes; empty for the outline. */
    public String letter() {
        return letter;
    }

    /** In Chinese. */
    public String title() {
        return title;
    }

    /** Whether it parts what lies on its two sides more than a street does: rivers, railways, walls, expressways. */
    public boolean isBarrier() {
        return this == RIVER || this == RAILWAY || this == WALL || this == EXPRESSWAY;
    }

    /** The higher, the sooner a sliver is joined with its neighbour over such a line. */
    int mergeOrder() {
        return mergeOrder;
    }
}
