package org.onemap.code;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names of divisions by code: the counties of Zhengzhou and the 78 communities and villages of the High-tech Zone, as the National
 * Bureau of Statistics published them (edition of 2022-10-31, via china-division 2.7.0, WTFPL), with what people and map vendors call
 * them otherwise. Immutable.
 */
public final class DivisionNames {

    private final Map<String, String> names;
    private final List<Alias> aliases;
    private final List<Trap> traps;

    private DivisionNames(Map<String, String> names, List<Alias> aliases, List<Trap> traps) {
        this.names = names;
        this.aliases = List.copyOf(aliases);
        this.traps = List.copyOf(traps);
    }

    /** The shipped names. */
    public static DivisionNames shipped() {
        return Holder.SHIPPED;
    }

    /** These names, and above them others, of a store for instance. */
    public DivisionNames with(Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(names);
        all.putAll(others);
        return new DivisionNames(all, aliases, traps);
    }

    /** The name of the division of this code. */
    public Optional<String> find(String code) {
        return Optional.ofNullable(names.get(code));
    }

    /** All codes with a name, those of the communities included. */
    public Map<String, String> all() {
        return Map.copyOf(names);
    }

    /** Codes under which the same ground goes elsewhere. */
    public List<Alias> aliases() {
        return aliases;
    }

    /** Villages whose name belongs to another office than they do. */
    public List<Trap> traps() {
        return traps;
    }

    /**
     * Two codes for one place.
     *
     * @param code in the statistical code
     * @param name there
     * @param alias the code in addresses and in the data of map vendors
     * @param aliasName there
     * @param note in Chinese
     */
    public record Alias(String code, String name, String alias, String aliasName, String note) {}

    /**
     * A name that leads astray.
     *
     * @param name of the village
     * @param code of the village
     * @param office the one it belongs to
     * @param looksLike the one its name belongs to
     * @param note in Chinese
     */
    public record Trap(String name, String code, String office, String looksLike, String note) {}

    private static DivisionNames read() {
        JsonNode table = CodeTables.json("divisions.json");
        Map<String, String> names = new LinkedHashMap<>(CodeTables.texts(table.path("names")));
        for (String line : CodeTables.lines("410172_villages.csv")) {
            String[] cells = line.split(",", -1);
            names.put(cells[0], cells[1].replace("\"", ""));
        }
        List<Alias> aliases = new ArrayList<>();
        for (JsonNode node : table.path("aliases")) {
            aliases.add(new Alias(
                    node.path("code").asText(),
                    node.path("name").asText(),
                    node.path("alias").asText(),
                    node.path("aliasName").asText(),
                    node.path("note").asText()));
        }
        List<Trap> traps = new ArrayList<>();
        for (JsonNode node : table.path("traps")) {
            traps.add(new Trap(
                    node.path("name").asText(),
                    node.path("code").asText(),
                    node.path("office").asText(),
                    node.path("looksLike").asText(),
                    node.path("note").asText()));
        }
        return new DivisionNames(names, aliases, traps);
    }

    private static final class Holder {

        private static final DivisionNames SHIPPED = read();
    }
}
