package org.onemap.api.locate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onemap.locate.batch.DivisionAnswers;

/**
 * Answers of one locator in one form, put into words by earlier requests. Each division of the answering level has a slot
 * for the answer that was given there last, where divisions are all that it tells; more divisions than
 * {@value #MOST_SLOTS} share slots, so that the memory is bounded. Thread-safe without a lock: entries are immutable, and a
 * lost one is made again.
 */
final class KeptTexts {

    private static final int MOST_SLOTS = 1 << 16;

    private final @Nullable Entry[] slots;

    /** Empty at first, for an answering level of so many divisions. */
    KeptTexts(int divisions) {
        int wanted = Math.max(1, Math.min(divisions, MOST_SLOTS));
        this.slots = new Entry[Integer.highestOneBit(2 * wanted - 1)];
    }

    /** The words of an answer, if they are kept. */
    Optional<byte[]> find(DivisionAnswers answers, int answer) {
        if (!isKept(answers, answer)) {
            return Optional.empty();
        }
        Entry entry = slots[slot(answers, answer)];
        return entry != null && answers.hasOrdinals(answer, entry.ordinals)
                ? Optional.of(entry.text)
                : Optional.empty();
    }

    /** Keeps the words of an answer for later requests, in place of what its slot held. */
    void keep(DivisionAnswers answers, int answer, byte[] text) {
        if (isKept(answers, answer)) {
            slots[slot(answers, answer)] = new Entry(answers.ordinals(answer), text);
        }
    }

    private static boolean isKept(DivisionAnswers answers, int answer) {
        return !answers.isOutside(answer) && answers.isPlain(answer);
    }

    private int slot(DivisionAnswers answers, int answer) {
        return answers.ordinal(answer) & slots.length - 1;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, changed by nobody
    private record Entry(int[] ordinals, byte[] text) {}
}
