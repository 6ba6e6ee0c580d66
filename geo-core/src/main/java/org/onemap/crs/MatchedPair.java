package org.onemap.crs;

/**
 * One thing in two places. Immutable.
 *
 * @param source where the source puts it, by its declared system
 * @param stored where the store has it
 */
public record MatchedPair(Cgcs2000 source, Cgcs2000 stored) {}
