package org.onemap.ingest.demo;

/** Classes of roads; the letter stands in the road's code. */
enum RoadClass {
    EXPRESSWAY("K", "快速路", 60, 0.25),
    ARTERIAL("Z", "主干路", 45, 0.45),
    COLLECTOR("C", "次干路", 30, 0.75),
    LOCAL("B", "支路", 18, 1.0),
    LANE("X", "街巷", 10, 1.15);

    private final String letter;
    private final String title;
    private final int widthM;
    private final double cutPrice;

    RoadClass(String letter, String title, int widthM, double cutPrice) {
        this.letter = letter;
        this.title = title;
        this.widthM = widthM;
        this.cutPrice = cutPrice;
    }

    String letter() {
        return letter;
    }

    String title() {
        return title;
    }

    /** Width between the red lines (红线宽度). */
    int widthM() {
        return widthM;
    }

    /** What a metre of division boundary costs on such a road: grids should end at the great ones. */
    double cutPrice() {
        return cutPrice;
    }
}
