package org.onemap.ingest.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.onemap.InvalidInput;
import org.onemap.geoserver.rest.Credentials;

/**
 * Passwords from where they may stand: a file that only its owner can read, the environment, or a prompt; in this
 * order, each value by itself. Never the command line, where every user of the machine could read them. Immutable, and
 * prints nothing of what it holds.
 *
 * <p>The file has lines {@code user=…}, {@code password=…} and {@code db-password=…}; {@code #} begins a comment.
 */
final class Secrets {

    static final String USER = "ONEMAP_GEOSERVER_USER";
    static final String PASSWORD = "ONEMAP_GEOSERVER_PASSWORD";
    static final String DB_PASSWORD = "ONEMAP_GEOSERVER_DB_PASSWORD";

    private static final Set<String> NAMES = Set.of("user", "password", "db-password");
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Map<String, String> file;
    private final Function<String, Optional<String>> environment;

    private Secrets(Map<String, String> file, Function<String, Optional<String>> environment) {
        this.file = file;
        this.environment = environment;
    }

    /**
     * Reads them.
     *
     * @param file given by {@code --credentials}
     * @param environment value of a variable, if it is set
     * @throws InvalidInput if the file cannot be read, can be read by others, or has lines that mean nothing
     */
    static Secrets of(Optional<Path> file, Function<String, Optional<String>> environment) {
        return new Secrets(file.map(Secrets::read).orElse(Map.of()), environment);
    }

    private static Map<String, String> read(Path file) {
        try {
            refuseIfOpen(file);
            Map<String, String> values = new LinkedHashMap<>();
            int number = 0;
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                number++;
                if (line.isBlank() || line.stripLeading().startsWith("#")) {
                    continue;
                }
                int equals = line.indexOf('=');
                String name = equals < 0 ? "" : line.substring(0, equals).strip();
                if (!NAMES.contains(name)) { // the line itself may be a password: it is not shown
                    throw new InvalidInput("credentials " + file + " line " + number
                            + ": expected user=…, password=… or db-password=…");
                }
                values.put(name, line.substring(equals + 1).strip());
            }
            return values;
        } catch (IOException e) {
            throw new InvalidInput("credentials " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void refuseIfOpen(Path file) throws IOException {
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return; // Windows: access lists are the administrator's business
        }
        if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new InvalidInput(
                    "credentials " + file + " can be read by other users of this machine; 'chmod 600 " + file + "'");
        }
    }

    /**
     * Who signs in to GeoServer.
     *
     * @param prompt asks for what is nowhere else; empty where nobody can be asked
     * @throws InvalidInput if user or password is nowhere
     */
    Credentials geoServer(Optional<Prompt> prompt) {
        String user = find("user", USER)
                .or(() -> prompt.map(ask -> ask.line("GeoServer user: ")))
                .filter(name -> !name.isEmpty())
                .orElseThrow(() -> missing("user", USER));
        String password = find("password", PASSWORD)
                .or(() -> prompt.map(ask -> ask.secret("GeoServer password of " + user + ": ")))
                .filter(word -> !word.isEmpty())
                .orElseThrow(() -> missing("password", PASSWORD));
        return new Credentials(user, password);
    }

    /** The password of the user with whom GeoServer reads the database. */
    Optional<String> database() {
        return find("db-password", DB_PASSWORD);
    }

    private Optional<String> find(String name, String variable) {
        return Optional.ofNullable(file.get(name))
                .or(() -> environment.apply(variable))
                .filter(value -> !value.isEmpty());
    }

    private static InvalidInput missing(String what, String variable) {
        return new InvalidInput("no GeoServer " + what + ": set " + variable
                + ", or give --credentials FILE with a line " + what + "=…");
    }

    /** Asks the person at the terminal. */
    interface Prompt {

        /** A line that is shown while it is typed. */
        String line(String question);

        /** A line that is not. */
        String secret(String question);

        /** The terminal of this process, if it has one; newer Java gives one that ends at once where there is none. */
        @SuppressWarnings("SystemConsoleNull") // Java 17 has no other way to ask
        static Optional<Prompt> ofProcess() {
            java.io.Console terminal = System.console();
            if (terminal == null) {
                return Optional.empty();
            }
            return Optional.of(new Prompt() {
                @Override
                public String line(String question) {
                    return Optional.ofNullable(terminal.readLine("%s", question))
                            .orElse("");
                }

                @Override
                public String secret(String question) {
                    return Optional.ofNullable(terminal.readPassword("%s", question))
                            .map(String::new)
                            .orElse("");
                }
            });
        }
    }
}
