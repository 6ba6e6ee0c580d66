package org.onemap.store.sql;

/**
 * A set of 64-bit hashes of keys, in 10 to 20 bytes each. A key that it does not hold was certainly not added; one that
 * it holds was added almost certainly, and the caller must look. Confined to one thread.
 */
final class KeyHashes {

    private static final int TABLES = 256;

    private final long[][] tables = new long[TABLES][16];
    private final int[] sizes = new int[TABLES];
    private int size;

    /** Adds a key; false if it, or very rarely another one with its hash, was there. */
    boolean add(Object key) {
        long hash = hash(key);
        int t = (int) (hash >>> 56);
        if (!insert(tables[t], hash)) {
            return false;
        }
        size++;
        if (++sizes[t] * 4 > tables[t].length * 3) {
            long[] larger = new long[tables[t].length * 2];
            for (long old : tables[t]) {
                if (old != 0) {
                    insert(larger, old);
                }
            }
            tables[t] = larger;
        }
        return true;
    }

    /** Whether a key, or very rarely another one with its hash, was added. */
    boolean contains(Object key) {
        long hash = hash(key);
        long[] table = tables[(int) (hash >>> 56)];
        int mask = table.length - 1;
        for (int i = (int) hash & mask; table[i] != 0; i = (i + 1) & mask) {
            if (table[i] == hash) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return size;
    }

    private static boolean insert(long[] table, long hash) {
        int mask = table.length - 1;
        for (int i = (int) hash & mask; ; i = (i + 1) & mask) {
            if (table[i] == hash) {
                return false;
            } else if (table[i] == 0) {
                table[i] = hash;
                return true;
            }
        }
    }

    private static long hash(Object key) {
        long hash;
        if (key instanceof Long number) {
            hash = number;
        } else if (key instanceof Double number) {
            hash = Double.doubleToLongBits(number);
        } else {
            String text = key.toString();
            hash = 0xcbf29ce484222325L;
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
        }
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L; // the finish of splitmix64 spreads neighbours
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return hash == 0 ? 1 : hash; // 0 marks a free place
    }
}
