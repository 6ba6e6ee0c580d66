package org.onemap.ingest.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.feature.StandardLayers;
import org.onemap.ingest.read.SourceSchema;

/**
 * Guesses which columns hold code, name and parent, from their names alone: first the names with the layer's own word
 * (网格编码, grid_code), then the general ones (编码, code, bm), at last {@code id}. The same columns give the same guess.
 */
final class AutoMapping {

    private static final List<String> CODE = List.of("code", "编码", "代码", "编号", "标识码", "bm", "dm", "bh", "objid");
    private static final List<String> CODE_ENDINGS = List.of("编码", "代码", "编号", "标识码", "号");
    private static final List<String> NAME = List.of("name", "名称", "mc", "objname", "标准名称", "名字", "姓名");
    private static final List<String> NAME_ENDINGS = List.of("名称", "名");
    private static final List<String> PARENT = List.of(
            "parent_code",
            "parentcode",
            "parent",
            "parent_id",
            "pcode",
            "上级编码",
            "区划编码",
            "上级代码",
            "父编码",
            "父级编码",
            "父代码",
            "上级",
            "sjbm",
            "fbm");
    private static final List<String> FINEST_FIRST = List.of("villname", "townname", "countyname");

    private static final int DBF_NAME_BYTES = 10;

    private final Layer layer;
    private final Map<String, Integer> columns = new HashMap<>();

    AutoMapping(Layer layer, SourceSchema schema) {
        this.layer = layer;
        for (int i = 0; i < schema.fields().size(); i++) {
            columns.put(fold(schema.fields().get(i).name()), i);
        }
    }

    /** The column that holds the code; {@code id} is not among them. */
    OptionalInt code() {
        List<String> candidates = new ArrayList<>();
        for (String word : words(layer)) {
            CODE_ENDINGS.forEach(ending -> candidates.add(word + ending));
            candidates.addAll(List.of(word + "_code", word + "code", word + "_id", word + "id"));
        }
        candidates.addAll(CODE);
        OptionalInt found = first(candidates);
        return found.isPresent() || isStandard() ? found : only(List.of("编码", "代码"));
    }

    /** The column of last resort for the code. */
    OptionalInt id() {
        return first(List.of("id"));
    }

    /** The column that holds the name. */
    OptionalInt name() {
        List<String> candidates = new ArrayList<>();
        for (String word : words(layer)) {
            NAME_ENDINGS.forEach(ending -> candidates.add(word + ending));
            candidates.addAll(List.of(word + "_name", word + "name"));
        }
        candidates.addAll(NAME);
        OptionalInt found = first(candidates);
        if (found.isPresent()) {
            return found;
        }
        OptionalInt akin = nameAkinToLayer();
        if (akin.isPresent()) {
            return akin;
        }
        return isStandard() ? OptionalInt.empty() : or(first(FINEST_FIRST), only(List.of("名称")));
    }

    /** The column that holds the parent's code. */
    OptionalInt parent() {
        List<String> candidates = new ArrayList<>();
        for (Layer above : parents()) {
            for (String word : words(above)) {
                for (String ending : List.of("编码", "代码", "编号", "")) {
                    candidates.add("所属" + word + ending);
                }
                CODE_ENDINGS.forEach(ending -> candidates.add(word + ending));
                candidates.addAll(List.of(word + "_code", word + "code", word + "_id", word + "id", word));
            }
        }
        candidates.addAll(PARENT);
        return first(candidates);
    }

    /** The layers whose codes may stand in the parent column: that above; for elements the grid. */
    private List<Layer> parents() {
        if (layer.parentLayer().isPresent()) {
            return StandardLayers.find(layer.parentLayer().get()).map(List::of).orElse(List.of());
        }
        if (layer.role() == LayerRole.ELEMENT || layer.role() == LayerRole.OVERLAY) {
            return StandardLayers.find("grid").map(List::of).orElse(List.of());
        }
        return List.of();
    }

    /** {@code VILLNAME} for a layer {@code villages}: what stands before NAME begins the layer's name. */
    private OptionalInt nameAkinToLayer() {
        String name = fold(layer.name());
        return columns.keySet().stream()
                .filter(column -> column.endsWith("name") && column.length() >= 7)
                .filter(column -> name.startsWith(stem(column)))
                .sorted()
                .mapToInt(columns::get)
                .findFirst();
    }

    /** {@code count} of {@code countyname}, so that it also begins {@code counties}. */
    private static String stem(String column) {
        String word = column.substring(0, column.length() - "name".length()).replaceAll("_$", "");
        return word.endsWith("y") ? word.substring(0, word.length() - 1) : word;
    }

    private boolean isStandard() {
        return StandardLayers.find(layer.name()).isPresent();
    }

    /** The words for a layer: its Chinese title first. */
    private static List<String> words(Layer layer) {
        List<String> words = new ArrayList<>();
        words.add(fold(layer.title()));
        if (layer.title().equals("办事处")) {
            words.add("街道");
        }
        if (layer.title().equals("部件")) {
            words.add("部件标识");
        }
        if (!layer.name().equals(layer.title())) {
            words.add(fold(layer.name()));
        }
        return words;
    }

    private OptionalInt first(List<String> candidates) {
        List<String> names = candidates.stream().map(AutoMapping::fold).toList();
        return Stream.concat(names.stream(), names.stream().flatMap(this::cut))
                .filter(columns::containsKey)
                .mapToInt(columns::get)
                .findFirst();
    }

    /** What a DBF, whose column names have ten bytes, leaves of a name; nothing where only a layer's word is left. */
    private Stream<String> cut(String name) {
        Set<String> known = new HashSet<>(words(layer));
        parents().forEach(above -> known.addAll(words(above)));
        return Stream.of(StandardCharsets.UTF_8, Charset.forName("GBK"))
                .filter(charset -> name.getBytes(charset).length > DBF_NAME_BYTES)
                .map(charset -> start(name, charset))
                .filter(left -> !known.contains(left));
    }

    /** As many whole characters as fit. */
    private static String start(String name, Charset charset) {
        int end = name.length();
        while (name.substring(0, end).getBytes(charset).length > DBF_NAME_BYTES) {
            end--;
        }
        return name.substring(0, end);
    }

    /** The one column with such an ending, if there is exactly one that does not point upwards. */
    private OptionalInt only(List<String> endings) {
        int[] found = columns.keySet().stream()
                .filter(column -> endings.stream().anyMatch(column::endsWith))
                .filter(column -> !column.startsWith("所属") && !column.startsWith("上级") && !column.startsWith("父"))
                .mapToInt(columns::get)
                .toArray();
        return found.length == 1 ? OptionalInt.of(found[0]) : OptionalInt.empty();
    }

    private static OptionalInt or(OptionalInt a, OptionalInt b) {
        return IntStream.concat(a.stream(), b.stream()).findFirst();
    }

    private static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
