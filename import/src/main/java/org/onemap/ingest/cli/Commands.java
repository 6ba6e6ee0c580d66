package org.onemap.ingest.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** The commands of {@code onemap} by name, in the order of the help. */
final class Commands {

    private static final Map<String, Class<?>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("import", ImportCommand.class);
        ALL.put("check", CheckCommand.class);
        ALL.put("changes", ChangesCommand.class);
        ALL.put("store", StoreCommand.class);
        ALL.put("locate", LocateCommand.class);
        ALL.put("roads", RoadsCommand.class);
        ALL.put("code", CodeCommand.class);
        ALL.put("division", DivisionCommand.class);
        ALL.put("people", PeopleCommand.class);
        ALL.put("plan", PlanCommand.class);
        ALL.put("serve", ServeCommand.class);
        ALL.put("demo", DemoCommand.class);
        ALL.put("rehearse", RehearseCommand.class);
        ALL.put("publish", PublishCommand.class);
        ALL.put("style", StyleCommand.class);
    }

    private Commands() {}

    /**
     * What has to be known to run these words: the command that the first one names, else all. picocli reads the options of
     * every command by reflection, which for all of them takes longer than the start of the service (decision 150).
     */
    static Map<String, Class<?>> called(String... words) {
        Class<?> named = words.length == 0 ? null : ALL.get(words[0]);
        return named == null ? new LinkedHashMap<>(ALL) : Map.of(words[0], named);
    }
}
