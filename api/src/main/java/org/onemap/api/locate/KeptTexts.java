package org.onemap.api.locate;

import org.jspecify.annotations.Nullable;
import org.onemap.locate.GridIndex;
import org.onemap.locate.batch.DivisionAnswers;

/**
 * Answers of one locator in one form, put into words by earlier requests. Each division of the answering level has a slot
 * for the answer that was given there last, where divisions are all that it tells; more divisions than
 * {@value #MOST_SLOTS} share slots, so that the memory is bounded. Thread-safe without a lock: entries are immutable, and a
 * lost one is made again.
 */
final class KeptTexts {

    private static final int MOST_SLOTS = 1 << 18;

    private static final int STAGE = 64;
    private static final int[] SETTLED = {};

    private final @Nullable Entry[] slots;

    /** Empty at first, for an answering level of so many divisions. */
    KeptTexts(int divisions) {
        int wanted = Math.max(1, Math.min(divisions, MOST_SLOTS));
        this.slots = new Entry[Integer.highestOneBit(2 * wanted - 1)];
    }

    /**
     * The words of some answers in a row, where they are kept. Entries are fetched before any is looked at, so that many
     * cache misses are under way at a time.
     *
     * @param from the first answer
     * @param texts takes the words by answer; what is not kept stays as it was
     */
    void find(DivisionAnswers answers, int from, int count, byte[][] texts) {
        for (int first = from; first < from + count; first += STAGE) {
            findSome(answers, first, Math.min(STAGE, from + count - first), texts);
        }
    }

    private void findSome(DivisionAnswers answers, int from, int count, byte[][] texts) {
        @Nullable Entry[] entries = new Entry[count];
        for (int i = 0; i < count; i++) {
            entries[i] = slots[answers.ordinal(from + i) & slots.length - 1];
        }
        for (int i = 0; i < count; i++) {
            Entry entry = entries[i];
            if (entry != null && answers.isPlain(from + i) && entry.isOf(answers, from + i)) {
                texts[from + i] = entry.text;
            }
        }
    }

    /** Keeps the words of an answer for later requests, in place of what its slot held. */
    void keep(DivisionAnswers answers, int answer, byte[] text) {
        int ordinal = answers.ordinal(answer);
        if (ordinal != GridIndex.NONE && answers.isPlain(answer)) {
            int[] ordinals = answers.isSettled(answer) ? SETTLED : answers.ordinals(answer);
            slots[ordinal & slots.length - 1] = new Entry(ordinal, ordinals, text);
        }
    }

    /**
     * Words and whose they are.
     *
     * @param ordinal on the answering level
     * @param ordinals on all levels; {@link #SETTLED} where the division says them all
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, changed by nobody
    private record Entry(int ordinal, int[] ordinals, byte[] text) {

        boolean isOf(DivisionAnswers answers, int answer) {
            return ordinal == answers.ordinal(answer) && (ordinals == SETTLED || answers.hasOrdinals(answer, ordinals));
        }
    }
}
