package org.onemap.ingest.read.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.issue.Severity;
import org.onemap.ingest.read.charset.CharsetDetector.Guess;

/**
 * Decides with which character set a file is read: the user's word, then the {@code .cpg}, then the language driver id,
 * then a guess. Whatever the file says is held against its bytes, and a contradiction is told with the way out.
 */
public final class CharsetChoice {

    /**
     * What is known before looking at the bytes.
     *
     * @param option what the user says
     * @param cpg text of the {@code .cpg}
     * @param languageDriver byte 29 of the DBF, 0 for none
     */
    public record Declared(Optional<Charset> option, Optional<String> cpg, int languageDriver) {

        /** A file that has no place to say its character set. */
        public static Declared onlyOption(Optional<Charset> option) {
            return new Declared(option, Optional.empty(), 0);
        }
    }

    private static final int ANSI_OF_THE_WRITER = 0x57;
    private static final Set<String> LIKELY_HERE = Set.of("UTF-8", "GB18030", "x-windows-950");
    private static final Set<String> WESTERN = Set.of("IBM437", "IBM850", "windows-1252", "ISO-8859-1", "x-MacRoman");

    private final Declared declared;
    private final TextSample sample;
    private final Place file;
    private final IssueSink issues;

    private CharsetChoice(Declared declared, TextSample sample, Place file, IssueSink issues) {
        this.declared = declared;
        this.sample = sample;
        this.file = file;
        this.issues = issues;
    }

    /** The character set for these texts; doubts go to the issues. */
    public static Charset choose(Declared declared, TextSample sample, String displayName, IssueSink issues) {
        return new CharsetChoice(declared, sample, Place.file(displayName), issues).choose();
    }

    private Charset choose() {
        if (declared.option().isPresent()) {
            return declared.option().get();
        }
        if (declared.cpg().isPresent()) {
            Optional<Charset> named = CharsetNames.find(declared.cpg().get());
            if (named.isPresent()) {
                return checked(named.get(), ".cpg");
            }
            warn(
                    "charset-unknown-name",
                    "the .cpg names the character set \""
                            + shortened(declared.cpg().get()) + "\", which is none that is known; it was left aside");
        }
        Optional<Charset> driver = CharsetNames.ofLanguageDriver(declared.languageDriver());
        if (driver.isPresent()) {
            return WESTERN.contains(driver.get().name()) ? driverOrGuess(driver.get()) : checked(driver.get(), "DBF");
        }
        return guessed();
    }

    /** Says where the bytes are not of the declared set, or where another is far likelier. */
    private Charset checked(Charset charset, String where) {
        if (sample.isEmpty()) {
            return charset;
        }
        int malformed = sample.countMalformed(new StrictDecoder(charset));
        Guess guess = CharsetDetector.guess(sample);
        String said = "the " + where + " says " + CharsetNames.say(charset);
        if (malformed > 0) {
            String likely = guess.confident() && !guess.charset().equals(charset)
                    ? "; they look like " + CharsetNames.say(guess.charset()) + ": try --charset "
                            + guess.charset().name()
                    : "; say what they are with --charset (with --charset " + charset.name()
                            + " the bytes that are none become U+FFFD)";
            issues.add(ImportIssue.error(
                    "charset-contradicted",
                    file,
                    said + ", but " + malformed + " different texts are not written in it" + likely));
        } else if (CharsetNames.isSingleByte(charset) && isMultiByte(guess)) {
            warn(
                    "charset-doubtful",
                    said + ", but the texts look like " + CharsetNames.say(guess.charset())
                            + "; if names are garbled, use --charset "
                            + guess.charset().name());
        }
        return charset;
    }

    /** Western language drivers are set by writers who never thought of them: Chinese or UTF-8 bytes win. */
    private Charset driverOrGuess(Charset driver) {
        if (sample.isEmpty()) {
            return driver;
        }
        Guess guess = CharsetDetector.guess(sample);
        if (isMultiByte(guess)) {
            warn(
                    "charset-guessed",
                    "the DBF says " + CharsetNames.say(driver) + ", but its texts look like "
                            + CharsetNames.say(guess.charset()) + " and were read so; --charset overrules it");
            return guess.charset();
        }
        boolean vague = declared.languageDriver() == ANSI_OF_THE_WRITER;
        boolean unreadable = sample.countMalformed(new StrictDecoder(driver)) > 0;
        return vague || unreadable ? StandardCharsets.ISO_8859_1 : driver;
    }

    private static boolean isMultiByte(Guess guess) {
        return guess.confident() && LIKELY_HERE.contains(guess.charset().name());
    }

    private Charset guessed() {
        Guess guess = CharsetDetector.guess(sample);
        if (sample.isEmpty()) {
            return guess.charset();
        }
        String read =
                "nothing says the character set of the texts; they were read as " + CharsetNames.say(guess.charset());
        if (guess.confident() && guess.charset().equals(StandardCharsets.UTF_8)) {
            String sure = read + ", which other texts hardly ever are by chance";
            issues.add(new ImportIssue(Severity.INFO, "charset-guessed", sure, file, Optional.empty()));
        } else {
            String how = guess.confident() ? "they look like it" : "that is a weak guess, look at the names";
            warn("charset-guessed", read + ", " + how + "; --charset overrules it");
        }
        return guess.charset();
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private void warn(String rule, String message) {
        issues.add(ImportIssue.warning(rule, file, message));
    }
}
