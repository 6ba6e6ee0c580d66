package org.onemap.ingest.locate;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onemap.CorruptData;
import org.onemap.InvalidInput;
import org.onemap.locate.batch.ByteOrderMark;
import org.onemap.locate.batch.ByteWindow;
import org.onemap.locate.batch.Decimals;
import org.onemap.locate.batch.JsonMembers;
import org.onemap.locate.batch.NdjsonPoints;
import org.onemap.locate.batch.PointColumns;
import org.onemap.locate.batch.PointFault;

/**
 * Lines of JSON. What is added stands before the closing brace; a line that is no object becomes one, which holds the
 * line as a text.
 */
final class JsonRowFormat implements RowFormat {

    private static final int LON = 0;
    private static final int LAT = 1;
    private static final int ACCURACY = 2;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final ByteWindow window;
    private final AddedColumns added;
    private final String prefix;
    private final JsonMembers members;
    private final boolean withAccuracy;
    private final AnswerBytes values;

    private JsonRowFormat(ByteWindow window, LocateOptions options, AddedColumns added, List<String> lonLat) {
        this.window = window;
        this.added = added;
        this.prefix = options.prefix();
        this.withAccuracy = options.position().accuracy().isPresent();
        List<List<String>> names = new ArrayList<>(List.of(List.of(lonLat.get(0)), List.of(lonLat.get(1))));
        options.position().accuracy().ifPresent(name -> names.add(List.of(name)));
        this.members = new JsonMembers(names);
        this.values = new AnswerBytes(answer -> bytes(membersOf(answer)));
    }

    /**
     * Looks at the first line.
     *
     * @return empty for an empty stream
     * @throws InvalidInput if it is no object with a position, or has a member that is to be added
     */
    static Optional<RowFormat> open(ByteWindow window, LocateOptions options, AddedColumns added) throws IOException {
        List<String> names = memberNames(window);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        LocateOptions.Position position = options.position();
        PointColumns columns = PointColumns.find(names, position.lon(), position.lat());
        for (String word : added.words()) {
            if (names.contains(options.prefix() + word)) {
                throw new InvalidInput("the rows have a member '" + options.prefix() + word
                        + "' already; name the added ones otherwise with --prefix, or choose them with --columns");
            }
        }
        List<String> lonLat = List.of(names.get(columns.lon()), names.get(columns.lat()));
        return Optional.of(new JsonRowFormat(window, options, added, lonLat));
    }

    private static List<String> memberNames(ByteWindow window) throws IOException {
        int mark = ByteOrderMark.length(window, "UTF-8");
        int end = endOfFirstLine(window);
        int from = window.from() + mark;
        String line = new String(window.bytes(), from, Math.max(0, end - from), StandardCharsets.UTF_8).strip();
        if (line.isEmpty()) {
            return List.of();
        }
        try {
            JsonNode first = new ObjectMapper().readTree(line);
            List<String> names = new ArrayList<>();
            first.fieldNames().forEachRemaining(names::add);
            return names;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new InvalidInput("the first line is no JSON object: " + e.getOriginalMessage(), e);
        }
    }

    private static int endOfFirstLine(ByteWindow window) throws IOException {
        while (true) {
            int end = NdjsonPoints.endOfLine(window.bytes(), window.from(), window.limit());
            if (end < window.limit() || window.ended() || window.isFull()) {
                return end;
            }
            window.more();
        }
    }

    @Override
    public void begin(RowOutput out) throws IOException {
        int from = window.from() + ByteOrderMark.length(window, "UTF-8");
        out.write(window.bytes(), window.from(), from);
        window.release(from);
    }

    @Override
    public boolean read(RowBlock block) throws IOException {
        block.clear();
        int at = window.from();
        while (!block.points.isFull()) {
            int limit = window.limit();
            int end = NdjsonPoints.endOfLine(window.bytes(), at, limit);
            if (end < limit || (window.ended() && end > at)) {
                add(block, at, end, Math.min(end + 1, limit));
                at = Math.min(end + 1, limit);
            } else if (window.ended() || block.points.size() > 0) {
                break;
            } else if (window.isFull()) {
                throw new CorruptData("a line is longer than " + (limit - at) + " bytes; these are no lines of JSON");
            } else {
                window.more();
                at = window.from();
            }
        }
        window.release(at);
        return block.points.size() > 0;
    }

    private void add(RowBlock block, int from, int lineEnd, int behind) {
        byte[] bytes = window.bytes();
        int content = withoutSpace(bytes, from, lineEnd);
        block.at(from, content, behind);
        int row = block.points.size();
        if (content == from) {
            block.missing[row] = -1;
            block.points.add(PointFault.LON_MISSING);
            return;
        }
        int start = JsonMembers.afterSpace(bytes, from, content);
        boolean object = bytes[start] == '{' && members.scan(bytes, start, content) == content;
        if (!object) {
            block.points.add(PointFault.MALFORMED);
        } else if (!members.has(LON)) {
            block.points.add(PointFault.LON_MISSING);
        } else if (!members.has(LAT)) {
            block.points.add(PointFault.LAT_MISSING);
        } else {
            block.points.add(number(bytes, LON), number(bytes, LAT));
        }
        if (object && withAccuracy && members.has(ACCURACY)) {
            double accuracy = number(bytes, ACCURACY);
            block.accuracyM[row] = Double.isNaN(accuracy) ? Double.POSITIVE_INFINITY : accuracy;
        }
    }

    private double number(byte[] bytes, int slot) {
        return Decimals.parse(bytes, members.start(slot), members.end(slot));
    }

    private static int withoutSpace(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && (bytes[end - 1] == ' ' || bytes[end - 1] == '\r' || bytes[end - 1] == '\t')) {
            end--;
        }
        return end;
    }

    @Override
    public void write(RowBlock block, int row, int answer, Uncertainty uncertainty, RowOutput out) throws IOException {
        byte[] bytes = window.bytes();
        int start = block.start[row];
        int end = block.contentEnd[row];
        if (!block.isBlank(row)) {
            if (answer == PointFault.MALFORMED.answer()) {
                writeAsText(bytes, start, end, out);
            } else {
                boolean empty =
                        bytes[JsonMembers.afterSpace(bytes, JsonMembers.afterSpace(bytes, start, end) + 1, end)] == '}';
                out.write(bytes, start, end - 1);
                if (!empty) {
                    out.write(',');
                }
            }
            out.write(values.of(answer));
            if (withAccuracy) {
                out.write(bytes(membersOf(uncertainty)));
            }
            out.write('}');
            start = end;
        }
        out.write(bytes, start, block.end[row]);
    }

    /** The line as a member of a new object; bytes that are no JSON text on their own are escaped. */
    private void writeAsText(byte[] bytes, int from, int to, RowOutput out) throws IOException {
        out.write(bytes("{\"" + prefix + "row\":\""));
        for (int at = from; at < to; at++) {
            byte b = bytes[at];
            if (b == '"' || b == '\\') {
                out.write('\\');
                out.write((char) b);
            } else if (b >= 0 && b < ' ') {
                out.write(new byte[] {'\\', 'u', '0', '0', HEX[b >> 4], HEX[b & 15]});
            } else {
                out.write(bytes, at, at + 1);
            }
        }
        out.write('"');
        out.write(',');
    }

    private String membersOf(int answer) {
        StringBuilder text = new StringBuilder();
        List<String> found = added.values(answer);
        for (int i = 0; i < found.size(); i++) {
            append(text, added.words().get(i), found.get(i));
            text.append(',');
        }
        append(text, AddedColumns.NOTE, added.note(answer));
        return text.toString();
    }

    private String membersOf(Uncertainty uncertainty) {
        StringBuilder text = new StringBuilder(",");
        text.append('"').append(prefix).append(AddedColumns.PROBABILITY).append("\":");
        text.append(uncertainty.probability().isEmpty() ? "null" : uncertainty.probability())
                .append(',');
        append(text, AddedColumns.ALTERNATIVES, uncertainty.alternatives());
        if (!uncertainty.note().isEmpty()) {
            text.append(',');
            append(text, "accuracy_note", uncertainty.note());
        }
        return text.toString();
    }

    private void append(StringBuilder text, String name, String value) {
        text.append('"');
        JsonStringEncoder.getInstance().quoteAsString(prefix + name, text);
        text.append("\":");
        if (value.isEmpty()) {
            text.append("null");
        } else {
            text.append('"');
            JsonStringEncoder.getInstance().quoteAsString(value, text);
            text.append('"');
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
