package org.onemap.tile;

import java.util.Arrays;
import java.util.List;

/** Writes the command integers of a geometry: MoveTo, LineTo and ClosePath, each relative to the cursor. */
final class CommandWriter {

    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE_PATH = 7;

    private int[] commands = new int[16];
    private int size;
    private int x;
    private int y;

    /** A place in tile units. */
    record Vertex(int x, int y) {}

    void points(List<Vertex> points) {
        put(MOVE_TO | (points.size() << 3));
        points.forEach(this::to);
    }

    void line(List<Vertex> line) {
        put(MOVE_TO | (1 << 3));
        to(line.get(0));
        put(LINE_TO | ((line.size() - 1) << 3));
        line.subList(1, line.size()).forEach(this::to);
    }

    /** A ring without its closing vertex. */
    void ring(List<Vertex> ring) {
        line(ring);
        put(CLOSE_PATH | (1 << 3));
    }

    int[] toCommands() {
        return Arrays.copyOf(commands, size);
    }

    private void to(Vertex vertex) {
        put(Protobuf.zigZag(vertex.x() - x));
        put(Protobuf.zigZag(vertex.y() - y));
        x = vertex.x();
        y = vertex.y();
    }

    private void put(int command) {
        if (size == commands.length) {
            commands = Arrays.copyOf(commands, size * 2);
        }
        commands[size++] = command;
    }
}
