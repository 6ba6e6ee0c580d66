package org.onemap.ingest.read.dbf;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.onemap.ingest.read.bytes.FileWindow;

/** Long texts beside a table: {@code .dbt} of dBASE III and IV, {@code .fpt} of FoxPro. Confined to one thread. */
final class MemoFile implements Closeable {

    private static final int DBASE_BLOCK = 512;
    private static final int DBASE4_MARK = 0xFFFF0800;
    private static final int END_OF_TEXT = 0x1A;
    private static final int LONGEST = 1 << 24;

    private final FileWindow file;
    private final boolean foxPro;
    private final int blockBytes;

    private MemoFile(FileWindow file, boolean foxPro) {
        this.file = file;
        this.foxPro = foxPro;
        this.blockBytes = blockBytes();
    }

    static MemoFile open(Path path) {
        return new MemoFile(
                FileWindow.open(path), path.toString().toLowerCase(Locale.ROOT).endsWith(".fpt"));
    }

    private int blockBytes() {
        if (!file.has(0, 24)) {
            return DBASE_BLOCK;
        }
        ByteBuffer header = file.at(0, 24);
        int stated = foxPro ? header.order(ByteOrder.BIG_ENDIAN).getShort(6) & 0xFFFF : header.getShort(20) & 0xFFFF;
        if (foxPro) {
            return Math.max(1, stated);
        }
        return stated >= 64 && stated % 64 == 0 ? stated : DBASE_BLOCK;
    }

    /** The bytes of the text that begins in this block; empty if there is no such text. */
    Optional<byte[]> find(long block) {
        long at = block * blockBytes;
        if (block <= 0 || !file.has(at, 8)) {
            return Optional.empty();
        }
        ByteBuffer head = file.at(at, 8).order(ByteOrder.BIG_ENDIAN);
        int first = head.getInt(head.position());
        if (foxPro) {
            return bytes(at + 8, head.getInt(head.position() + 4));
        }
        if (first == DBASE4_MARK) {
            return bytes(at + 8, Integer.reverseBytes(head.getInt(head.position() + 4)) - 8L);
        }
        return untilEnd(at);
    }

    private Optional<byte[]> bytes(long at, long length) {
        if (length < 0 || length > LONGEST || !file.has(at, length)) {
            return Optional.empty();
        }
        byte[] text = new byte[(int) length];
        file.at(at, text.length).get(text);
        return Optional.of(text);
    }

    private Optional<byte[]> untilEnd(long at) {
        long end = at;
        while (end < file.size() && end - at < LONGEST) {
            int block = (int) Math.min(DBASE_BLOCK, file.size() - end);
            ByteBuffer bytes = file.at(end, block);
            for (int i = 0; i < block; i++) {
                if (bytes.get(bytes.position() + i) == END_OF_TEXT) {
                    return bytes(at, end + i - at);
                }
            }
            end += block;
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        file.close();
    }
}
