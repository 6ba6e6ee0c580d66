package org.onemap.locate;

import java.util.Arrays;

/**
 * One top cell while its block is built: its edges, and its faces: the parts that have an edge in it or cover all of it, in
 * ascending order. Confined to one thread, loaded again and again.
 */
final class CellContents {

    private final Rings rings;
    private final CellEdges edges;
    private final int[] partOfRing;
    private int size;
    private double[] coordinates = new double[4 * 256];
    private int[] vertices = new int[256];
    private int[] faceOfEdge = new int[256];
    private int faceCount;
    private int[] parts = new int[16];
    private boolean[] inside = new boolean[16];

    /** @param partOfRing which part a ring belongs to */
    CellContents(Rings rings, CellEdges edges, int[] partOfRing) {
        this.rings = rings;
        this.edges = edges;
        this.partOfRing = partOfRing;
    }

    void load(int cell) {
        int from = edges.edgeStart(cell);
        size = edges.edgeStart(cell + 1) - from;
        if (vertices.length < size) {
            vertices = new int[2 * size];
            faceOfEdge = new int[2 * size];
            coordinates = new double[8 * size];
        }
        faceCount = 0;
        int ring = -1;
        for (int i = 0; i < size; i++) {
            int vertex = edges.edge(from + i);
            vertices[i] = vertex;
            coordinates[4 * i] = rings.x(vertex);
            coordinates[4 * i + 1] = rings.y(vertex);
            coordinates[4 * i + 2] = rings.x(vertex + 1);
            coordinates[4 * i + 3] = rings.y(vertex + 1);
            if (ring < 0 || vertex >= rings.firstVertex(ring + 1)) {
                ring = rings.ringOf(vertex);
                addFace(partOfRing[ring]);
            }
            faceOfEdge[i] = faceCount - 1;
        }
        Arrays.fill(inside, 0, faceCount, false);
        addCovering(cell);
    }

    private void addFace(int part) {
        if (faceCount > 0 && parts[faceCount - 1] == part) {
            return; // another ring of it
        }
        if (faceCount == parts.length) {
            parts = Arrays.copyOf(parts, 2 * faceCount);
            inside = Arrays.copyOf(inside, 2 * faceCount);
        }
        parts[faceCount++] = part;
    }

    /** Parts that hold the centre and have no edge here cover the cell. */
    private void addCovering(int cell) {
        int withEdges = faceCount;
        for (int i = edges.centreStart(cell); i < edges.centreStart(cell + 1); i++) {
            int part = edges.centrePart(i);
            if (Arrays.binarySearch(parts, 0, withEdges, part) < 0) {
                addFace(part);
                inside[faceCount - 1] = true;
            }
        }
        if (withEdges > 0 && faceCount > withEdges) {
            sortFaces(withEdges);
        }
    }

    private void sortFaces(int withEdges) {
        int[] sorted = Arrays.copyOf(parts, faceCount);
        Arrays.sort(sorted);
        int[] places = new int[withEdges];
        for (int face = 0; face < withEdges; face++) {
            places[face] = Arrays.binarySearch(sorted, parts[face]);
        }
        Arrays.fill(inside, 0, faceCount, true);
        for (int place : places) {
            inside[place] = false;
        }
        for (int i = 0; i < size; i++) {
            faceOfEdge[i] = places[faceOfEdge[i]];
        }
        System.arraycopy(sorted, 0, parts, 0, faceCount);
    }

    /** How many edges there are; each is one side of one ring. */
    int size() {
        return size;
    }

    int vertex(int edge) {
        return vertices[edge];
    }

    int face(int edge) {
        return faceOfEdge[edge];
    }

    double ax(int edge) {
        return coordinates[4 * edge];
    }

    double ay(int edge) {
        return coordinates[4 * edge + 1];
    }

    double bx(int edge) {
        return coordinates[4 * edge + 2];
    }

    double by(int edge) {
        return coordinates[4 * edge + 3];
    }

    /** Whether an edge is another one, from its end to its start. */
    boolean isTwin(int edge, int other) {
        return ax(edge) == bx(other) && ay(edge) == by(other) && bx(edge) == ax(other) && by(edge) == ay(other);
    }

    int faceCount() {
        return faceCount;
    }

    /** The part that a face is. */
    int part(int face) {
        return parts[face];
    }

    /** Whether a face holds the place where the {@link CentreWalk} stands. */
    boolean isInside(int face) {
        return inside[face];
    }

    void setInside(int face, boolean value) {
        inside[face] = value;
    }

    boolean[] copyInside() {
        return Arrays.copyOf(inside, faceCount);
    }

    void restoreInside(boolean[] copy) {
        System.arraycopy(copy, 0, inside, 0, copy.length);
    }
}
