package org.onemap.ingest.plan;

/** Classes of deviation as a map colours them: blue below the target, red above. */
enum DeviationClass {
    FAR_BELOW(-0.2, "#2b6ca3", "低于 −20 %"),
    BELOW(-0.1, "#6ca6cd", "−20 % 至 −10 %"),
    A_LITTLE_BELOW(-0.03, "#c3ddec", "−10 % 至 −3 %"),
    EVEN(0.03, "#eef3e6", "±3 % 以内"),
    A_LITTLE_ABOVE(0.1, "#f9d5b8", "3 % 至 10 %"),
    ABOVE(0.2, "#ee9b70", "10 % 至 20 %"),
    FAR_ABOVE(Double.POSITIVE_INFINITY, "#c8502f", "高于 20 %");

    private final double upTo;
    private final String colour;
    private final String title;

    DeviationClass(double upTo, String colour, String title) {
        this.upTo = upTo;
        this.colour = colour;
        this.title = title;
    }

    static DeviationClass of(double deviation) {
        for (DeviationClass one : values()) {
            if (deviation < one.upTo || one == FAR_ABOVE) {
                return one;
            }
        }
        throw new IllegalStateException("no class for " + deviation);
    }

    String colour() {
        return colour;
    }

    String title() {
        return title;
    }
}
