package org.onemap.division;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The divisions of one level in a fixed order, found by place or by code. They lie in one run of bytes, which may be part of a
 * mapped file: opening a table reads nothing, and a division becomes an object when it is first asked for (decision 151).
 * Immutable, safe for any number of threads.
 *
 * <p>The bytes, in the order of the machine: how many divisions there are; how many slots; the slots; where each division
 * begins; the divisions. A division is its code, its name and the code of its parent, every text in UTF-8 after its length, −1
 * for no parent. A slot holds a place + 1, or 0: a code lies in the slot that {@link #slot} names, or in the next ones up to
 * an empty one.
 */
public final class DivisionTable extends AbstractList<DivisionNode> implements RandomAccess {

    /** The place of a code that is not there. */
    public static final int NONE = -1;

    private static final int SLOTS_AT = 2 * Integer.BYTES;
    private static final byte[] NO_PARENT = new byte[0];

    private final String level;
    private final ByteBuffer bytes;
    private final int slots;

    /** What was asked for already. Two threads may make the same division at once: they are equal, and either may stay. */
    private final @Nullable DivisionNode[] made;

    private DivisionTable(String level, ByteBuffer bytes, @Nullable DivisionNode[] made) {
        this.level = level;
        this.bytes = bytes;
        this.slots = bytes.getInt(Integer.BYTES);
        this.made = made;
    }

    /**
     * A table of these divisions in their order.
     *
     * @throws IllegalArgumentException if two have the same code, or one is of another level
     */
    public static DivisionTable of(String level, List<DivisionNode> divisions) {
        DivisionNode[] made = divisions.toArray(DivisionNode[]::new);
        DivisionTable table = new DivisionTable(level, encode(made), made);
        for (int place = 0; place < made.length; place++) {
            table.enter(made[place], place);
        }
        return table;
    }

    /** The table that was written as {@link #bytes()}, of which only what is asked for is read. */
    public static DivisionTable open(String level, ByteBuffer bytes) {
        ByteBuffer ours = bytes.duplicate().order(ByteOrder.nativeOrder());
        return new DivisionTable(level, ours, new DivisionNode[ours.getInt(0)]);
    }

    private static ByteBuffer encode(DivisionNode[] divisions) {
        List<byte[]> texts = new ArrayList<>(3 * divisions.length);
        int slots = slots(divisions.length);
        long size = SLOTS_AT + Integer.BYTES * ((long) slots + divisions.length);
        for (DivisionNode division : divisions) {
            texts.add(division.code().getBytes(StandardCharsets.UTF_8));
            texts.add(division.name().getBytes(StandardCharsets.UTF_8));
            texts.add(division.parentCode()
                    .map(code -> code.getBytes(StandardCharsets.UTF_8))
                    .orElse(NO_PARENT));
        }
        for (byte[] text : texts) {
            size += Integer.BYTES + text.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.nativeOrder());
        bytes.putInt(divisions.length).putInt(slots);
        int starts = SLOTS_AT + Integer.BYTES * slots;
        bytes.position(starts + Integer.BYTES * divisions.length);
        for (int i = 0; i < texts.size(); i++) {
            if (i % 3 == 0) {
                bytes.putInt(starts + Integer.BYTES * (i / 3), bytes.position());
            }
            byte[] text = texts.get(i);
            bytes.putInt(text == NO_PARENT ? -1 : text.length).put(text);
        }
        return bytes.clear();
    }

    /** A power of two, so many that a third of them at least stays empty. */
    private static int slots(int divisions) {
        return Integer.highestOneBit(Math.max(1, divisions + divisions / 2)) << 1;
    }

    private void enter(DivisionNode division, int place) {
        if (!division.level().equals(level)) {
            throw new IllegalArgumentException(division.code() + " is of level " + division.level() + ", not " + level);
        }
        int slot = slot(division.code());
        for (int other = inSlot(slot); other != NONE; other = inSlot(slot)) {
            if (get(other).code().equals(division.code())) {
                throw new IllegalArgumentException(
                        "two divisions of level " + level + " have the code " + division.code());
            }
            slot = next(slot);
        }
        bytes.putInt(SLOTS_AT + Integer.BYTES * slot, place + 1);
    }

    /** Where a code is looked for first. Codes are runs of digits: multiplying spreads them over the upper bits. */
    private int slot(String code) {
        long spread = (code.hashCode() * 0x9E3779B9L) & 0xFFFFFFFFL;
        return (int) ((spread * slots) >>> Integer.SIZE);
    }

    private int next(int slot) {
        return (slot + 1) % slots;
    }

    private int inSlot(int slot) {
        return bytes.getInt(SLOTS_AT + Integer.BYTES * slot) - 1;
    }

    /** The place of a code, or {@link #NONE}. */
    public int placeOf(String code) {
        int slot = slot(code);
        for (int place = inSlot(slot); place != NONE; place = inSlot(slot)) {
            if (get(place).code().equals(code)) {
                return place;
            }
            slot = next(slot);
        }
        return NONE;
    }

    /** The division of a code. */
    public Optional<DivisionNode> find(String code) {
        int place = placeOf(code);
        return place == NONE ? Optional.empty() : Optional.of(get(place));
    }

    @Override
    public DivisionNode get(int place) {
        DivisionNode division = made[place];
        if (division == null) {
            division = make(place);
            made[place] = division;
        }
        return division;
    }

    private DivisionNode make(int place) {
        ByteBuffer from = bytes.duplicate().order(ByteOrder.nativeOrder());
        from.position(from.getInt(SLOTS_AT + Integer.BYTES * (slots + place)));
        String code = text(from, from.getInt());
        String name = text(from, from.getInt());
        int length = from.getInt();
        Optional<String> parent = length < 0 ? Optional.empty() : Optional.of(text(from, length));
        return new DivisionNode(level, code, name, parent);
    }

    private static String text(ByteBuffer from, int length) {
        byte[] text = new byte[length];
        from.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    @Override
    public int size() {
        return made.length;
    }

    /** Name of the layer whose divisions these are. */
    public String level() {
        return level;
    }

    /** The codes of the first divisions, made when they are asked for. */
    public List<String> codes(int count) {
        return new Codes(this, count);
    }

    /** All of it, to be {@linkplain #open opened} again by this machine or one of the same byte order. Read-only. */
    public ByteBuffer bytes() {
        return bytes.asReadOnlyBuffer().order(ByteOrder.nativeOrder());
    }

    private static final class Codes extends AbstractList<String> implements RandomAccess {

        private final DivisionTable table;
        private final int count;

        private Codes(DivisionTable table, int count) {
            this.table = table;
            this.count = count;
        }

        @Override
        public String get(int place) {
            return table.get(place).code();
        }

        @Override
        public int size() {
            return count;
        }
    }
}
