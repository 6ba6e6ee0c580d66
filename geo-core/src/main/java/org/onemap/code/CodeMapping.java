package org.onemap.code;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onemap.InvalidInput;
import org.onemap.NotFound;

/**
 * Turns codes of one edition into those of another, by a table. Immutable.
 *
 * @param id for instance {@code longhua-chaoyang}
 * @param title in Chinese
 * @param confidence how sure it is
 * @param source where the table comes from
 * @param rule how a code is taken apart
 * @param table old to new; what is not in it has no counterpart
 */
public record CodeMapping(
        String id, String title, Confidence confidence, String source, Rule rule, Map<String, String> table) {

    public CodeMapping {
        table = Map.copyOf(table);
    }

    /** How a code is taken apart. */
    public enum Rule {
        /** The whole code stands in the table: a user's list of old and new codes. */
        WHOLE,
        /** The four digits of major and minor class after the county stand in the table. */
        PART_CLASS,
        /** 6 + 2 + 2 + 6 → 6 + 2 + 3 + 5: a zero before the minor class, the number one digit shorter. */
        WIDEN_MINOR,
        /** 6 + 2 + 3 + 5 → 6 + 2 + 2 + 6, the way back. */
        NARROW_MINOR
    }

    /** All shipped mappings. */
    public static List<CodeMapping> list() {
        List<CodeMapping> all = new ArrayList<>();
        for (JsonNode node : CodeTables.json("code-mappings.json").path("mappings")) {
            all.add(new CodeMapping(
                    node.path("id").asText(),
                    node.path("title").asText(),
                    Confidence.parse(node.path("confidence").asText()),
                    node.path("source").asText(),
                    Rule.valueOf(node.path("rule").asText()),
                    CodeTables.texts(node.path("table"))));
        }
        return all;
    }

    /**
     * The shipped mapping of this id.
     *
     * @throws NotFound if there is none
     */
    public static CodeMapping get(String id) {
        List<CodeMapping> all = list();
        return all.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("no code mapping '" + id + "'; there are "
                        + all.stream().map(CodeMapping::id).toList()));
    }

    /**
     * A user's table, one {@code old,new} a line, UTF-8; lines with {@code #} are comments.
     *
     * @throws InvalidInput if a line has not two codes, or an old code comes twice
     */
    public static CodeMapping read(Path file) {
        Map<String, String> table = new LinkedHashMap<>();
        int number = 0;
        try {
            for (String line : Files.readAllLines(file)) {
                number++;
                String[] cells = line.strip().split("[,;\t]", -1);
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (cells.length != 2 || cells[0].isBlank() || cells[1].isBlank()) {
                    throw new InvalidInput(file + " line " + number + ": '" + line + "' is not 'old,new'");
                }
                if (table.putIfAbsent(cells[0].strip(), cells[1].strip()) != null) {
                    throw new InvalidInput(file + " line " + number + ": " + cells[0] + " comes twice");
                }
            }
        } catch (IOException e) {
            throw new InvalidInput(file + " cannot be read: " + e.getMessage(), e);
        }
        return new CodeMapping(
                file.toString(), "对照表 " + file.getFileName(), Confidence.VERIFIED, file.toString(), Rule.WHOLE, table);
    }

    /**
     * The new code; empty if the table has no counterpart.
     *
     * @throws InvalidInput if the code cannot be one of the old edition, or does not fit into the new one
     */
    public Optional<String> convert(String code) {
        return switch (rule) {
            case WHOLE -> Optional.ofNullable(table.get(code));
            case PART_CLASS ->
                Optional.ofNullable(table.get(part(code).substring(6, 10)))
                        .map(minor -> code.substring(0, 6) + minor + code.substring(10));
            case WIDEN_MINOR -> {
                require(
                        part(code).charAt(10) == '0',
                        code,
                        "its number " + code.substring(10) + " has more than five digits");
                yield Optional.of(code.substring(0, 8) + "0" + code.substring(8, 10) + code.substring(11));
            }
            case NARROW_MINOR -> {
                require(
                        part(code).charAt(8) == '0',
                        code,
                        "its minor class " + code.substring(8, 11) + " has three digits");
                yield Optional.of(code.substring(0, 8) + code.substring(9, 11) + "0" + code.substring(11));
            }
        };
    }

    private String part(String code) {
        require(code.matches("[0-9]{16}"), code, "a part's code has 16 digits");
        return code;
    }

    private void require(boolean condition, String code, String why) {
        if (!condition) {
            throw new InvalidInput("'" + code + "' cannot be converted by " + id + ": " + why);
        }
    }
}
