package org.onemap.locate;

import java.util.Arrays;

/**
 * What a sub-cell is made of while it is written: its faces, which are those with an edge in it and those that hold all of it,
 * and its edges, each once with the mask of the faces on its sides. Confined to one thread, collected again and again.
 */
final class SubCellEdges {

    /** With more edges than this in a sub-cell nobody looks for twins: each edge stands for itself. */
    private static final int TWIN_LIMIT = 512;

    private final CellContents contents;
    private final SubGrid sub;
    private int[] placeOfFace = new int[16];
    private int[] faces = new int[16];
    private int faceCount;
    private int words;
    private int[] edges = new int[64];
    private int[] masks = new int[64];
    private int size;

    SubCellEdges(CellContents contents, SubGrid sub) {
        this.contents = contents;
        this.sub = sub;
    }

    /** @param allFaces not only those in the sub-cell, but all of the top cell: it is not known which hold all of it */
    void collect(int cell, boolean allFaces) {
        collectFaces(cell, allFaces);
        collectEdges(cell);
    }

    private void collectFaces(int cell, boolean allFaces) {
        int all = contents.faceCount();
        if (faces.length < all) {
            faces = new int[2 * all];
            placeOfFace = new int[2 * all];
        }
        Arrays.fill(placeOfFace, 0, all, -1);
        for (int i = sub.start(cell); i < sub.start(cell + 1); i++) {
            placeOfFace[contents.face(sub.edge(i))] = 0;
        }
        faceCount = 0;
        for (int face = 0; face < all; face++) {
            if (placeOfFace[face] == 0 || contents.isInside(face) || allFaces) {
                placeOfFace[face] = faceCount;
                faces[faceCount++] = face;
            }
        }
        words = LongRecord.maskWords(faceCount);
    }

    private void collectEdges(int cell) {
        int from = sub.start(cell);
        int count = sub.start(cell + 1) - from;
        if (edges.length < count || masks.length < count * words) {
            edges = new int[2 * count];
            masks = new int[2 * count * words];
        }
        size = 0;
        for (int i = 0; i < count; i++) {
            int edge = sub.edge(from + i);
            int place = placeOfFace[contents.face(edge)];
            int twin = count > TWIN_LIMIT ? -1 : findTwin(edge);
            if (twin < 0) {
                twin = size++;
                edges[twin] = edge;
                Arrays.fill(masks, twin * words, (twin + 1) * words, 0);
            }
            masks[twin * words + place / Integer.SIZE] ^= 1 << place;
        }
    }

    private int findTwin(int edge) {
        for (int i = 0; i < size; i++) {
            if (contents.isTwin(edges[i], edge)) {
                return i;
            }
        }
        return -1;
    }

    /** How many edges there are. */
    int size() {
        return size;
    }

    /** An edge of the top cell; ascending. */
    int edge(int number) {
        return edges[number];
    }

    /** A word of the mask of the faces on its sides; bit i of word w is face 32·w + i. */
    int mask(int number, int word) {
        return masks[number * words + word];
    }

    /** Whether two edges divide the same faces. */
    boolean isSameMask(int number, int other) {
        return Arrays.equals(masks, number * words, (number + 1) * words, masks, other * words, (other + 1) * words);
    }

    int maskWords() {
        return words;
    }

    int faceCount() {
        return faceCount;
    }

    /** A face of the top cell; ascending. */
    int face(int place) {
        return faces[place];
    }
}
