package org.onemap.ingest.read.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.onemap.ingest.read.charset.StrictDecoder.Outcome;

/**
 * Judges in which character set texts were written when the file does not say.
 *
 * <ol>
 *   <li>Each candidate must decode every text; a last character cut in half is forgiven, and one text in fifty.
 *   <li>What it gives is rated character by character ({@link Plausibility}): frequent Chinese characters are likely,
 *       rare ones, private ones and single accented letters between Chinese ones are not.
 *   <li>The likeliest wins; valid UTF-8 has an advantage, because other texts are hardly ever valid UTF-8.
 * </ol>
 *
 * <p>A guess stays a guess: callers say it, and how to overrule it.
 */
public final class CharsetDetector {

    private static final double UTF8_ADVANTAGE = 0.4;
    private static final double CONVINCING = 0.55;
    private static final double CLEARLY_BETTER = 0.08;
    private static final int FORGIVEN_PER = 50;

    private static final Charset CYRILLIC = Charset.forName("windows-1251");

    private static final List<Charset> CANDIDATES = List.of(
            StandardCharsets.UTF_8,
            Charset.forName("GB18030"),
            Charset.forName("x-windows-950"),
            Charset.forName("windows-31j"),
            Charset.forName("windows-1252"),
            CYRILLIC);

    private CharsetDetector() {}

    /**
     * A judgement.
     *
     * @param charset the likeliest character set; ISO-8859-1, with which everything can be read, if none fits
     * @param confident whether it is likely, and clearly likelier than the next one
     */
    public record Guess(Charset charset, boolean confident) {}

    private record Rated(Charset charset, double score) {}

    /** The likeliest character set of these texts; UTF-8 for a sample that is empty. */
    public static Guess guess(TextSample sample) {
        if (sample.isEmpty()) {
            return new Guess(StandardCharsets.UTF_8, true);
        }
        List<Rated> rated = new ArrayList<>();
        for (Charset candidate : CANDIDATES) {
            double score = rate(sample, candidate);
            if (!Double.isNaN(score)) {
                rated.add(new Rated(candidate, score));
            }
        }
        if (rated.isEmpty()) {
            return new Guess(StandardCharsets.ISO_8859_1, false);
        }
        rated.sort(Comparator.comparingDouble((Rated r) -> -r.score)); // stable: the earlier candidate wins a tie
        Rated best = rated.get(0);
        double next = rated.size() > 1 ? rated.get(1).score : 0;
        boolean clear = best.score >= CONVINCING && best.score - next >= CLEARLY_BETTER;
        // other alphabets of one byte a letter look the same
        return new Guess(best.charset, clear && !best.charset.equals(CYRILLIC));
    }

    /** Mean rating of the characters above 127; NaN if the texts cannot be of this set. */
    private static double rate(TextSample sample, Charset charset) {
        StrictDecoder decoder = new StrictDecoder(charset);
        Plausibility plausibility = new Plausibility();
        int malformed = 0;
        for (byte[] text : sample.texts()) {
            String decoded = decoder.decode(text, 0, text.length);
            if (decoder.outcome() == Outcome.MALFORMED) {
                malformed++;
            } else {
                plausibility.rate(decoded);
                if (decoder.outcome() == Outcome.CUT) {
                    plausibility.cut();
                }
            }
        }
        if (malformed * FORGIVEN_PER > sample.texts().size()) {
            return Double.NaN;
        }
        double advantage = charset.equals(StandardCharsets.UTF_8) ? UTF8_ADVANTAGE : 0;
        return plausibility.mean() + advantage;
    }
}
