package org.onemap.locate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.onemap.CorruptData;
import org.onemap.NotFound;
import org.onemap.StoreUnavailable;
import org.onemap.division.DivisionTable;

/**
 * A level with its index in a file that is mapped into memory: opened without reading geometries, shared by all processes
 * that open it. Every byte is checked when it is opened. The layout is told at {@link IndexLayout}.
 *
 * <p>A file is written beside its place and then moved there in one step, so nobody sees half of one; a file that is open
 * stays readable when another takes its place. Written and read on machines of the same byte order.
 */
final class GridIndexFile {

    private final GridIndex index;
    private final DivisionTable divisions;

    private GridIndexFile(GridIndex index, DivisionTable divisions) {
        this.index = index;
        this.divisions = divisions;
    }

    GridIndex index() {
        return index;
    }

    /** The divisions with an area in the order of their ordinals, then those without. */
    DivisionTable divisions() {
        return divisions;
    }

    /**
     * Writes a level.
     *
     * @param fingerprint 32 bytes that tell its content from any other
     * @param divisions as {@link #divisions()}
     * @throws StoreUnavailable if the file cannot be written
     */
    static void write(Path file, byte[] fingerprint, GridIndex index, DivisionTable divisions) {
        List<Section> sections = sections(index, divisions);
        long[] sizes = sections.stream().mapToLong(Section::size).toArray();
        int coordinateBuffers = index.rings().coordinates().length;
        IndexLayout layout = new IndexLayout(fingerprint, index.cells().grid(), coordinateBuffers, sizes);
        try (PartFile part = PartFile.beside(file)) {
            write(part.channel(), layout, sections);
            part.moveTo(file);
        } catch (IOException e) {
            throw new StoreUnavailable("the index file " + file + " cannot be written: " + e, e);
        }
    }

    private static List<Section> sections(GridIndex index, DivisionTable divisions) {
        Rings rings = index.rings();
        Rings.Tables tables = rings.tables();
        BoxTree tree = index.boundaries().tree();
        List<Section> sections = new ArrayList<>(List.of(
                Section.of(tables.parts()),
                Section.of(tables.rings()),
                Section.of(tables.vertices()),
                Section.of(tables.blocks()),
                Section.of(rings.boxes()),
                Section.of(index.cells().top()),
                Section.of(tree.places()),
                Section.of(tree.boxes()),
                Section.of(divisions.bytes())));
        for (DoubleBuffer xy : rings.coordinates()) {
            sections.add(Section.of(xy));
        }
        for (IntBuffer records : index.cells().records()) {
            sections.add(Section.of(records));
        }
        return sections;
    }

    private static void write(FileChannel channel, IndexLayout layout, List<Section> sections) throws IOException {
        for (int i = 0; i < layout.sections(); i++) {
            if (layout.size(i) > 0) {
                sections.get(i)
                        .copyTo(channel.map(FileChannel.MapMode.READ_WRITE, layout.offset(i), layout.size(i))
                                .order(ByteOrder.nativeOrder()));
            }
        }
        ByteBuffer sums = ByteBuffer.allocate(Integer.BYTES * layout.chunks()).order(ByteOrder.nativeOrder());
        channel.write(ByteBuffer.allocate(1), layout.sumsOffset()); // the last page is whole
        sums.asIntBuffer().put(sums(channel, layout));
        channel.write(sums.duplicate(), layout.sumsOffset());
        channel.write(layout.header(IndexLayout.sum(sums)), 0);
        channel.truncate(layout.fileSize());
        channel.force(true);
    }

    private static int[] sums(FileChannel channel, IndexLayout layout) {
        return IntStream.range(0, layout.chunks())
                .parallel()
                .map(chunk -> {
                    long from = IndexLayout.PAGE + (long) chunk * IndexLayout.CHUNK;
                    long size = Math.min(IndexLayout.CHUNK, layout.sumsOffset() - from);
                    try {
                        return IndexLayout.sum(channel.map(FileChannel.MapMode.READ_ONLY, from, size));
                    } catch (IOException e) {
                        throw new CorruptData("it cannot be read: " + e, e);
                    }
                })
                .toArray();
    }

    /**
     * Opens a level.
     *
     * @param level name of its layer
     * @param fingerprint of the content that is expected
     * @throws NotFound if there is no such file
     * @throws CorruptData if it is damaged, cut off, of other content, version or machine, or no such file at all: it says
     *     why, and the level must be built anew
     */
    static GridIndexFile open(Path file, String level, byte[] fingerprint) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return open(channel, level, fingerprint);
        } catch (NoSuchFileException e) {
            throw new NotFound("there is no index file " + file);
        } catch (IOException | CorruptData e) {
            String why = e instanceof CorruptData ? e.getMessage() : "it cannot be read: " + e;
            throw new CorruptData("the index file " + file + " is refused: " + why, e);
        }
    }

    private static GridIndexFile open(FileChannel channel, String level, byte[] fingerprint) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(IndexLayout.PAGE).order(ByteOrder.nativeOrder());
        int read = 0;
        while (read >= 0 && header.hasRemaining()) {
            read = channel.read(header);
        }
        IndexLayout layout = IndexLayout.parse(header.flip());
        if (!Arrays.equals(layout.fingerprint(), fingerprint)) {
            throw new CorruptData("it holds other content than the store");
        }
        if (channel.size() != layout.fileSize()) {
            throw new CorruptData("it has " + channel.size() + " bytes instead of " + layout.fileSize());
        }
        check(channel, layout, IndexLayout.sumOfSums(header));
        return read(channel, layout, level);
    }

    private static void check(FileChannel channel, IndexLayout layout, int sumOfSums) throws IOException {
        ByteBuffer expected = channel.map(
                        FileChannel.MapMode.READ_ONLY, layout.sumsOffset(), Integer.BYTES * (long) layout.chunks())
                .order(ByteOrder.nativeOrder());
        if (IndexLayout.sum(expected) != sumOfSums) {
            throw new CorruptData("its checksums are damaged");
        }
        int wrong = expected.asIntBuffer().mismatch(IntBuffer.wrap(sums(channel, layout)));
        if (wrong >= 0) {
            throw new CorruptData("it is damaged between byte " + (IndexLayout.PAGE + (long) wrong * IndexLayout.CHUNK)
                    + " and the " + IndexLayout.CHUNK + "th after that");
        }
    }

    private static GridIndexFile read(FileChannel channel, IndexLayout layout, String level) throws IOException {
        ByteBuffer[] maps = new ByteBuffer[layout.sections()];
        for (int i = 0; i < maps.length; i++) {
            maps[i] = layout.size(i) == 0
                    ? ByteBuffer.allocateDirect(0).order(ByteOrder.nativeOrder())
                    : channel.map(FileChannel.MapMode.READ_ONLY, layout.offset(i), layout.size(i))
                            .order(ByteOrder.nativeOrder());
        }
        int blocksFrom = IndexLayout.FIXED_SECTIONS + layout.coordinateBuffers();
        DoubleBuffer[] xy = Arrays.stream(maps, IndexLayout.FIXED_SECTIONS, blocksFrom)
                .map(ByteBuffer::asDoubleBuffer)
                .toArray(DoubleBuffer[]::new);
        IntBuffer[] blocks = Arrays.stream(maps, blocksFrom, maps.length)
                .map(ByteBuffer::asIntBuffer)
                .toArray(IntBuffer[]::new);
        Rings rings = new Rings(
                new Rings.Tables(
                        maps[0].asIntBuffer(), maps[1].asIntBuffer(), maps[2].asIntBuffer(), maps[3].asIntBuffer()),
                maps[4].asFloatBuffer(),
                xy);
        BoxTree tree = new BoxTree(maps[6].asLongBuffer(), maps[7].asFloatBuffer());
        DivisionTable divisions = DivisionTable.open(level, maps[8]);
        Cells cells = new Cells(layout.grid(), maps[5].asIntBuffer(), blocks);
        return new GridIndexFile(
                new GridIndex(divisions.codes(rings.size()), rings, cells, new BoundaryIndex(rings, tree)), divisions);
    }

    /**
     * What is copied into one section.
     *
     * @param size in bytes
     * @param copy puts it into a buffer of that size
     */
    private record Section(long size, Consumer<ByteBuffer> copy) {

        static Section of(IntBuffer from) {
            return new Section((long) Integer.BYTES * from.capacity(), into -> into.asIntBuffer()
                    .put(from.duplicate().clear()));
        }

        static Section of(LongBuffer from) {
            return new Section((long) Long.BYTES * from.capacity(), into -> into.asLongBuffer()
                    .put(from.duplicate().clear()));
        }

        static Section of(FloatBuffer from) {
            return new Section((long) Float.BYTES * from.capacity(), into -> into.asFloatBuffer()
                    .put(from.duplicate().clear()));
        }

        static Section of(DoubleBuffer from) {
            return new Section((long) Double.BYTES * from.capacity(), into -> into.asDoubleBuffer()
                    .put(from.duplicate().clear()));
        }

        static Section of(ByteBuffer from) {
            return new Section(
                    from.capacity(), into -> into.put(from.duplicate().clear()));
        }

        void copyTo(ByteBuffer into) {
            copy.accept(into);
        }
    }
}
