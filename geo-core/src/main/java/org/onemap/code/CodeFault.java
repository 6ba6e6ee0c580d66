package org.onemap.code;

/**
 * Where and why a code breaks its scheme. Immutable.
 *
 * @param position 1-based place of the first character at fault; one past the end for a code that is too short
 * @param message in Chinese, then in English, with the code in it
 */
public record CodeFault(int position, String message) {}
