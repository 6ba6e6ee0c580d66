package org.onemap.theme;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onemap.InvalidInput;

/**
 * A piece of a theme file that knows its line: a text, a list or a map. Immutable.
 *
 * <p>Jackson's own binding reports the end of the object around a fault; a theme author needs the line of the fault
 * itself, so the few types of a theme are read from this tree.
 */
final class ThemeNode {

    private final String file;
    private final int line;
    private final String text;
    private final List<ThemeNode> items;
    private final Map<String, ThemeNode> entries;
    private final Kind kind;

    private enum Kind {
        TEXT,
        LIST,
        MAP
    }

    private ThemeNode(Place place, Kind kind, String text, List<ThemeNode> items, Map<String, ThemeNode> entries) {
        this.file = place.file;
        this.line = place.line;
        this.kind = kind;
        this.text = text;
        this.items = items;
        this.entries = entries;
    }

    private record Place(String file, int line) {}

    /** Reads a whole file. */
    static ThemeNode parse(String file, String yaml) {
        try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
            if (parser.nextToken() == null) {
                throw new InvalidInput("theme " + file + " line 1: the file is empty; a theme begins with 'name:'");
            }
            return read(file, parser);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new InvalidInput("theme " + file + " line " + line + ": " + firstLine(e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new InvalidInput("theme " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("not YAML");
    }

    private static ThemeNode read(String file, JsonParser parser) throws IOException {
        Place place = new Place(file, parser.currentTokenLocation().getLineNr());
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, ThemeNode> entries = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                int line = parser.currentTokenLocation().getLineNr();
                parser.nextToken();
                if (entries.put(key, read(file, parser)) != null) {
                    throw new InvalidInput("theme " + file + " line " + line + ": '" + key + "' stands here twice");
                }
            }
            return new ThemeNode(place, Kind.MAP, "", List.of(), entries);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<ThemeNode> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(read(file, parser));
            }
            return new ThemeNode(place, Kind.LIST, "", items, Map.of());
        }
        return new ThemeNode(place, Kind.TEXT, parser.getText(), List.of(), Map.of());
    }

    /** The refusal of this piece. */
    InvalidInput error(String message) {
        return new InvalidInput("theme " + file + " line " + line + ": " + message);
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }

    boolean isMap() {
        return kind == Kind.MAP;
    }

    String text() {
        if (kind != Kind.TEXT) {
            throw error("a single value is expected here, not a " + kindName());
        }
        return text;
    }

    /** The items of a list; a single value counts as a list of one. */
    List<ThemeNode> items() {
        if (kind == Kind.MAP) {
            throw error("a list is expected here, not a map");
        }
        return kind == Kind.TEXT ? List.of(this) : items;
    }

    /** Key to value in the order of the file. */
    Map<String, ThemeNode> entries() {
        if (kind != Kind.MAP) {
            throw error("'key: value' pairs are expected here, not a " + kindName());
        }
        return entries;
    }

    private String kindName() {
        return switch (kind) {
            case TEXT -> "single value '" + text + "'";
            case LIST -> "list";
            case MAP -> "map";
        };
    }

    /** Refuses keys that nobody reads: they are misspelt. */
    ThemeNode allow(Set<String> keys) {
        entries().forEach((key, value) -> {
            if (!keys.contains(key)) {
                throw value.error("'" + key + "' is unknown here; known are "
                        + keys.stream().sorted().toList());
            }
        });
        return this;
    }

    ThemeNode get(String key) {
        return find(key).orElseThrow(() -> error("'" + key + "' is missing here"));
    }

    Optional<ThemeNode> find(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    double number() {
        try {
            double number = Double.parseDouble(text());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw error("'" + text + "' is not a number");
        }
        throw error("'" + text + "' is not a number");
    }

    double numberFrom(double low, double high) {
        double number = number();
        if (number < low || number > high) {
            throw error("'" + text + "' lies outside " + low + " to " + high);
        }
        return number;
    }

    boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw error("'" + text + "' is neither true nor false");
        };
    }
}
