package org.onemap.theme;

/**
 * Classes of the deviation of a load from its target, as maps and tables of plans colour them: blue below the target, red
 * above, pale where nothing has to be done.
 */
public enum DeviationClass {
    FAR_BELOW(-0.2, "#2b6ca3", "#4f9fe0", "低于 −20 %"),
    BELOW(-0.1, "#6ca6cd", "#3a77ab", "−20 % 至 −10 %"),
    A_LITTLE_BELOW(-0.03, "#c3ddec", "#2b506f", "−10 % 至 −3 %"),
    EVEN(0.03, "#eef3e6", "#39443c", "±3 % 以内"),
    A_LITTLE_ABOVE(0.1, "#f9d5b8", "#6b4a36", "3 % 至 10 %"),
    ABOVE(0.2, "#ee9b70", "#b0623c", "10 % 至 20 %"),
    FAR_ABOVE(Double.POSITIVE_INFINITY, "#c8502f", "#f0764a", "高于 20 %");

    private final double upTo;
    private final String colour;
    private final String nightColour;
    private final String title;

    DeviationClass(double upTo, String colour, String nightColour, String title) {
        this.upTo = upTo;
        this.colour = colour;
        this.nightColour = nightColour;
        this.title = title;
    }

    /** The class of a deviation, load / target − 1. */
    public static DeviationClass of(double deviation) {
        for (DeviationClass one : values()) {
            if (deviation < one.upTo || one == FAR_ABOVE) {
                return one;
            }
        }
        throw new IllegalStateException("no class for " + deviation);
    }

    /** Deviations below this belong to it, if not to a class before it; infinite for the last. */
    public double upTo() {
        return upTo;
    }

    /** Its colour by day, as #rrggbb. */
    public String colour() {
        return colour;
    }

    /** Its colour on a dark map. */
    public String nightColour() {
        return nightColour;
    }

    /** What a legend says, in Chinese. */
    public String title() {
        return title;
    }
}
