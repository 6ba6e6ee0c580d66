package org.onemap.ingest.locate;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.onemap.locate.batch.PointFault;

/** The bytes that each answer adds to a row, made when it first comes. Confined to one thread. */
final class AnswerBytes {

    private static final byte[] UNMADE = {};

    private final IntFunction<byte[]> make;
    private byte[][] ofAnswers = new byte[256][];
    private final byte[][] ofFaults = new byte[PointFault.values().length][];

    AnswerBytes(IntFunction<byte[]> make) {
        this.make = make;
        Arrays.fill(ofAnswers, UNMADE);
        Arrays.fill(ofFaults, UNMADE);
    }

    byte[] of(int answer) {
        if (answer < 0) {
            return made(ofFaults, -1 - answer, answer);
        }
        if (answer >= ofAnswers.length) {
            int before = ofAnswers.length;
            ofAnswers = Arrays.copyOf(ofAnswers, Math.max(2 * before, answer + 1));
            Arrays.fill(ofAnswers, before, ofAnswers.length, UNMADE);
        }
        return made(ofAnswers, answer, answer);
    }

    private byte[] made(byte[][] kept, int at, int answer) {
        if (kept[at] == UNMADE) {
            kept[at] = make.apply(answer);
        }
        return kept[at];
    }
}
