package org.onemap.ingest.demo;

/** Classes of roads; the letter stands in the road's code. */
enum RoadClass {
    EXPRESSWAY(1, "K", "快速路", 60, 0.25),
    ARTERIAL(2, "Z", "主干路", 45, 0.45),
    COLLECTOR(3, "C", "次干路", 30, 0.75),
    LOCAL(4, "B", "支路", 18, 1.0),
    LANE(5, "X", "街巷", 10, 1.15);

    private final int rank;
    private final String letter;
    private final String title;
    private final int widthM;
    private final double cutPrice;

    RoadClass(int rank, String letter, String title, int widthM, double cutPrice) {
        this.rank = rank;
        this.letter = letter;
        this.title = title;
        this.widthM = widthM;
        this.cutPrice = cutPrice;
    }

    /** How great it is: 1 for an expressway, 5 for a lane. */
    int rank() {
        return rank;
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
