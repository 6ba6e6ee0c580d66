package org.onemap.api.locate;

import java.io.IOException;

/** Writes the answers to a batch of points in one form. Used once. */
interface AnswerWriter {

    /**
     * Writes all answers.
     *
     * @param answers the number of each point's answer, or of its fault
     * @param count how many points there are
     */
    void write(int[] answers, int count, AnswerOutput out) throws IOException;
}
