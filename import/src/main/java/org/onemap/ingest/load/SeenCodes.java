package org.onemap.ingest.load;

/**
 * Remembers codes by a 64-bit hash to notice repetitions in bounded memory: 16 bytes a code, four million codes at most.
 * Two different codes of one hash are one in four million million; the row would get a wrong warning. Confined to one
 * thread.
 */
final class SeenCodes {

    private static final int MOST = 4_000_000;

    private long[] slots = new long[1 << 12];
    private int size;

    /** Whether the code came before; false too when memory is used up. */
    boolean seen(String code) {
        long hash = hash(code);
        int slot = slot(hash);
        if (slots[slot] == hash) {
            return true;
        }
        if (size < MOST) {
            slots[slot] = hash;
            size++;
            if (size * 2 > slots.length) {
                grow();
            }
        }
        return false;
    }

    private int slot(long hash) {
        int mask = slots.length - 1;
        int slot = (int) (hash >>> 20) & mask;
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long hash : old) {
            if (hash != 0) {
                slots[slot(hash)] = hash;
            }
        }
    }

    private static long hash(String code) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < code.length(); i++) {
            hash = (hash ^ code.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 33; // spread: FNV is weak in the high bits for short texts
        hash *= 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
