package org.onemap.code;

/** How sure a statement about a code is. What is not {@link #VERIFIED} says so wherever it is printed. */
public enum Confidence {
    /** The text of the standard, an official page or raw data was seen. */
    VERIFIED("A", "已核实"),
    /** Seen second-hand: an implementation, an article, an abstract. */
    SECOND_HAND("B", "转引，未见原文"),
    /** From memory or practice, not checked against a text. */
    UNVERIFIED("C", "未经核实"),
    /** Made up for this system, no standard. */
    PROPOSAL("P", "自拟方案，非国家标准");

    private final String letter;
    private final String title;

    Confidence(String letter, String title) {
        this.letter = letter;
        this.title = title;
    }

    /** In Chinese. */
    public String title() {
        return title;
    }

    /**
     * The confidence of this letter.
     *
     * @throws IllegalArgumentException if it is none of A, B, C and P
     */
    public static Confidence parse(String letter) {
        for (Confidence confidence : values()) {
            if (confidence.letter.equals(letter)) {
                return confidence;
            }
        }
        throw new IllegalArgumentException("no confidence '" + letter + "'; it is A, B, C or P");
    }
}
