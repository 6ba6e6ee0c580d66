package org.onemap.code;

/**
 * A part of a code: so many decimal digits. Immutable.
 *
 * @param name in Chinese
 * @param english in English
 * @param digits how many
 */
public record CodeSegment(String name, String english, int digits) {}
