package org.onemap.ingest.mapping;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.onemap.InvalidInput;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping file: which column of the source becomes which field. Immutable.
 *
 * <pre>
 * columns:
 *   网格编码: code          # the system columns are code, name and parent_code
 *   网格名称: name
 *   所属片区: parent_code
 *   面积: area_m2           # any other field: the column under another name
 *   备注: "-"               # left out
 * layers:                   # where one command reads several layers, a section for each
 *   zone:
 *     片区编码: code
 * </pre>
 *
 * <p>The word {@code columns} may be left out where there is nothing else. For the three system columns the other
 * direction ({@code code: 网格编码}) is understood too. Columns that are not named keep their names; system columns that
 * are not named are mapped automatically.
 */
public final class MappingFile {

    private final String name;
    private final List<Entry> columns;
    private final Map<String, List<Entry>> layers;

    private MappingFile(String name, List<Entry> columns, Map<String, List<Entry>> layers) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.layers = Map.copyOf(layers);
    }

    /** The mapping that names nothing. */
    public static MappingFile none() {
        return new MappingFile("", List.of(), Map.of());
    }

    /**
     * Reads a mapping file in UTF-8.
     *
     * @throws InvalidInput if there is no such file or it is not of the form above; the message has the line
     */
    public static MappingFile read(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InvalidInput("the mapping file " + file + " cannot be read as UTF-8 text: " + e.getMessage(), e);
        }
        return parse(file.getFileName().toString(), text);
    }

    /**
     * Reads the text of a mapping file.
     *
     * @throws InvalidInput if it is not of the form above; the message has the line
     */
    public static MappingFile parse(String name, String text) {
        Node root;
        try {
            root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(strip(text)));
        } catch (MarkedYAMLException e) {
            throw new InvalidInput(name + " line " + (e.getProblemMark().getLine() + 1) + ": " + e.getProblem(), e);
        }
        if (root == null) {
            return new MappingFile(name, List.of(), Map.of());
        }
        return new Parser(name).file(root);
    }

    private static String strip(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The entries for a layer: its own section, or the common one where it has none. */
    List<Entry> entries(String layer) {
        return Optional.ofNullable(layers.get(layer.toLowerCase(Locale.ROOT))).orElse(columns);
    }

    /** An error at an entry. */
    InvalidInput fault(Entry entry, String what) {
        return new InvalidInput(name + " line " + entry.line() + ": " + what);
    }

    /**
     * One line of the file.
     *
     * @param left what stands before the colon: a column
     * @param right what stands behind it: a field; empty text to leave the column out
     * @param line 1-based line number
     */
    record Entry(String left, String right, int line) {}

    private static final class Parser {
        private final String name;

        private Parser(String name) {
            this.name = name;
        }

        private MappingFile file(Node root) {
            MappingNode top = mapping(root, "columns and their fields");
            boolean sections = top.getValue().stream().anyMatch(tuple -> tuple.getValueNode() instanceof MappingNode);
            if (!sections) {
                return new MappingFile(name, entries(top), Map.of());
            }
            List<Entry> columns = List.of();
            Map<String, List<Entry>> layers = new LinkedHashMap<>();
            for (NodeTuple tuple : top.getValue()) {
                String key = text(tuple.getKeyNode());
                switch (key) {
                    case "columns", "fields", "mapping" ->
                        columns = entries(mapping(tuple.getValueNode(), "columns and their fields"));
                    case "layers" -> {
                        for (NodeTuple layer :
                                mapping(tuple.getValueNode(), "layers").getValue()) {
                            addLayer(layers, layer);
                        }
                    }
                    default ->
                        throw fault(
                                tuple.getKeyNode(),
                                "'" + key + "' is not known; a mapping file has 'columns' and 'layers'");
                }
            }
            return new MappingFile(name, columns, layers);
        }

        private void addLayer(Map<String, List<Entry>> layers, NodeTuple layer) {
            layers.put(
                    text(layer.getKeyNode()).toLowerCase(Locale.ROOT),
                    entries(mapping(layer.getValueNode(), "columns and their fields")));
        }

        private List<Entry> entries(MappingNode node) {
            Map<String, Entry> entries = new LinkedHashMap<>();
            for (NodeTuple tuple : node.getValue()) {
                String left = text(tuple.getKeyNode());
                Entry entry = new Entry(left, target(tuple.getValueNode()), line(tuple.getKeyNode()));
                Entry earlier = entries.put(left.toLowerCase(Locale.ROOT), entry);
                if (earlier != null) {
                    throw fault(tuple.getKeyNode(), "'" + left + "' stands in line " + earlier.line() + " already");
                }
            }
            return List.copyOf(entries.values());
        }

        private String target(Node node) {
            if (Tag.NULL.equals(node.getTag())) {
                return "";
            }
            String target = text(node).strip();
            return target.equals("-") ? "" : target;
        }

        private MappingNode mapping(Node node, String what) {
            if (node instanceof MappingNode mapping) {
                return mapping;
            }
            throw fault(node, "here " + what + " are expected, as in '网格编码: code'");
        }

        private String text(Node node) {
            if (node instanceof ScalarNode scalar) {
                return scalar.getValue();
            }
            throw fault(node, "here the name of a column or field is expected");
        }

        private InvalidInput fault(Node node, String what) {
            return new InvalidInput(name + " line " + line(node) + ": " + what);
        }

        private static int line(Node node) {
            return node.getStartMark().getLine() + 1;
        }
    }
}
