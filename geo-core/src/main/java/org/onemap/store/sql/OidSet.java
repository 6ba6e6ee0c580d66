package org.onemap.store.sql;

import java.util.HashMap;
import java.util.Map;

/**
 * A set of oids as bits, in portions of {@value #PORTION}: an eighth of a byte for each row of a load that names most of a layer, some
 * hundred bytes a row at worst. Confined to one thread.
 */
final class OidSet {

    private static final int PORTION = 512;

    private final Map<Long, long[]> portions = new HashMap<>();

    /** Adds an oid; false if it was there. */
    boolean add(long oid) {
        long[] bits = portions.computeIfAbsent(oid / PORTION, p -> new long[PORTION / Long.SIZE]);
        int word = (int) (oid % PORTION / Long.SIZE);
        long bit = 1L << oid; // the shift takes the oid modulo 64
        boolean added = (bits[word] & bit) == 0;
        bits[word] |= bit;
        return added;
    }

    boolean contains(long oid) {
        long[] bits = portions.get(oid / PORTION);
        return bits != null && (bits[(int) (oid % PORTION / Long.SIZE)] & 1L << oid) != 0;
    }
}
