package org.onemap.locate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.onemap.CorruptData;
import org.onemap.NotFound;
import org.onemap.StoreUnavailable;
import org.onemap.division.DivisionNode;
import org.onemap.division.DivisionTable;
import org.onemap.feature.Layer;

/**
 * One layer made ready for lookup: a level of the division tree or an overlay. Immutable; a snapshot hands it on to the
 * next one when its layer was not touched.
 */
public final class LocateLevel {

    private final Layer layer;
    private final GridIndex index;
    private final DivisionTable divisions;
    private final ShareIndex shares;

    private LocateLevel(Layer layer, GridIndex index, DivisionTable divisions) {
        this.layer = layer;
        this.index = index;
        this.divisions = divisions;
        this.shares = new ShareIndex(index, divisions);
    }

    /**
     * Indexes the divisions of a layer.
     *
     * @param shapes read once; of two of the same code the first gives name and parent, both give area. One with an empty
     *     geometry is found as a parent only
     */
    public static LocateLevel of(Layer layer, Iterable<DivisionShape> shapes) {
        GridIndex.Builder builder = new GridIndex.Builder();
        Map<String, DivisionNode> byCode = new TreeMap<>();
        for (DivisionShape shape : shapes) {
            builder.add(shape);
            byCode.putIfAbsent(shape.division().code(), shape.division());
        }
        GridIndex index = builder.build();
        List<DivisionNode> inOrder = new ArrayList<>(byCode.size());
        for (int ordinal = 0; ordinal < index.size(); ordinal++) {
            inOrder.add(byCode.remove(index.code(ordinal)));
        }
        inOrder.addAll(byCode.values());
        return new LocateLevel(layer, index, DivisionTable.of(layer.name(), inOrder));
    }

    /**
     * Opens a level that was {@linkplain #save saved}: mapped into memory, so that several processes share it, and without
     * reading a geometry.
     *
     * @param fingerprint 32 bytes that tell the content that is expected from any other
     * @throws NotFound if there is no such file
     * @throws CorruptData if the file is damaged, cut off, of other content, version or machine; it says why, and the level
     *     must be built anew
     */
    public static LocateLevel open(Layer layer, Path file, byte[] fingerprint) {
        GridIndexFile opened = GridIndexFile.open(file, layer.name(), fingerprint);
        return new LocateLevel(layer, opened.index(), opened.divisions());
    }

    /**
     * Writes the level to a file, which takes its place in one step.
     *
     * @param fingerprint 32 bytes that tell its content from any other
     * @throws StoreUnavailable if it cannot be written
     */
    public void save(Path file, byte[] fingerprint) {
        GridIndexFile.write(file, fingerprint, index, divisions);
    }

    /** The layer as it was when it was indexed. */
    public Layer layer() {
        return layer;
    }

    /** Point → divisions of this layer. */
    public GridIndex index() {
        return index;
    }

    /** All divisions, those with an area in the order of their ordinals, then those without. */
    public DivisionTable divisions() {
        return divisions;
    }

    /** Whether the layer has no area at all. */
    public boolean isEmpty() {
        return index.size() == 0;
    }

    String name() {
        return layer.name();
    }

    Optional<DivisionNode> find(String code) {
        return divisions.find(code);
    }

    /** The ordinal of a code: that of the index, and beyond it for divisions without an area. */
    int ordinal(String code) {
        return divisions.placeOf(code);
    }

    DivisionNode division(int ordinal) {
        return divisions.get(ordinal);
    }

    /** How many divisions there are, with and without an area. */
    int size() {
        return divisions.size();
    }

    BoundaryIndex boundaries() {
        return index.boundaries();
    }

    ShareIndex shares() {
        return shares;
    }
}
