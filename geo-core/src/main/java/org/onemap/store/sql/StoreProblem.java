package org.onemap.store.sql;

/**
 * Something in a store that contradicts itself. Immutable.
 *
 * @param check what was looked at, for instance {@code validity}
 * @param layer the layer; empty text where the whole store is meant
 * @param place which row, for instance {@code oid 12}; empty text where none is meant
 * @param message what is wrong
 */
public record StoreProblem(String check, String layer, String place, String message) {}
