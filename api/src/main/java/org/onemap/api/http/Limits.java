package org.onemap.api.http;

/**
 * What a request with a body may cost. Immutable.
 *
 * @param largestBody bytes of a body, as sent and as unpacked
 * @param idleMs how long nothing may come or go
 * @param wholeBodyWithinMs how long the whole body may take to come
 * @param wholeAnswerWithinMs how long the caller may take to fetch the whole answer to a body
 * @param atOnce how many such requests are worked on at one time
 */
record Limits(long largestBody, long idleMs, long wholeBodyWithinMs, long wholeAnswerWithinMs, int atOnce) {

    /** A hundred thousand generous rows; half of the threads stay free for everything else. */
    static final Limits USUAL = new Limits(32L << 20, 20_000, 60_000, 120_000, 32);
}
