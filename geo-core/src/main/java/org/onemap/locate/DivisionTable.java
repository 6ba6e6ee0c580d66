package org.onemap.locate;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onemap.division.DivisionNode;

/** Divisions as bytes: how many, then code, name and parent code of each, every text after its length; −1 for none. */
final class DivisionTable {

    private DivisionTable() {}

    static ByteBuffer toBytes(List<DivisionNode> divisions) {
        List<byte[]> texts = new ArrayList<>(3 * divisions.size());
        long size = Integer.BYTES;
        for (DivisionNode division : divisions) {
            texts.add(division.code().getBytes(StandardCharsets.UTF_8));
            texts.add(division.name().getBytes(StandardCharsets.UTF_8));
            texts.add(division.parentCode()
                    .map(code -> code.getBytes(StandardCharsets.UTF_8))
                    .orElse(NONE));
        }
        for (byte[] text : texts) {
            size += Integer.BYTES + text.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.nativeOrder());
        bytes.putInt(divisions.size());
        for (byte[] text : texts) {
            bytes.putInt(text == NONE ? -1 : text.length).put(text);
        }
        return bytes.clear();
    }

    private static final byte[] NONE = new byte[0];

    static List<DivisionNode> parse(String level, ByteBuffer bytes) {
        int size = bytes.getInt();
        List<DivisionNode> divisions = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            String code = text(bytes, bytes.getInt());
            String name = text(bytes, bytes.getInt());
            int length = bytes.getInt();
            Optional<String> parent = length < 0 ? Optional.empty() : Optional.of(text(bytes, length));
            divisions.add(new DivisionNode(level, code, name, parent));
        }
        return divisions;
    }

    private static String text(ByteBuffer bytes, int length) {
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
