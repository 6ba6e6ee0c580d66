package org.onemap.store.postgis;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.onemap.InvalidInput;

/**
 * Where a PostGIS store lies: {@code postgresql://user@host:port/database?schema=onemap}, or the same behind
 * {@code jdbc:}. Immutable.
 *
 * <p>The password comes from the URL, else from {@code ONEMAP_PG_PASSWORD}, else from {@code PGPASSWORD}, else the driver
 * looks into {@code ~/.pgpass}. It is never part of {@link #toString()}.
 *
 * @param host the server
 * @param port its port
 * @param database the database
 * @param user who logs in; empty for the name of the operating system's user
 * @param password the password; empty to let the driver look for it
 * @param schema the schema that holds the store
 * @param pool how many connections readers share, and how long one waits for a free one
 * @param others further parameters, for the driver, such as {@code sslmode}
 */
record PostgisUrl(
        String host,
        int port,
        String database,
        Optional<String> user,
        Optional<String> password,
        String schema,
        Pool pool,
        Map<String, String> others) {

    private static final int DEFAULT_PORT = 5432;
    private static final int NAME_BYTES = 48;

    PostgisUrl {
        others = Map.copyOf(others);
    }

    /**
     * The readers' connections.
     *
     * @param size how many at most
     * @param patience how long a reader waits for one
     */
    record Pool(int size, Duration patience) {}

    /**
     * Reads a URL.
     *
     * @param environment where passwords may stand
     * @throws InvalidInput if it is none; the message is without the password
     */
    static PostgisUrl parse(String text, Map<String, String> environment) {
        String plain = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
        URI uri = uri(plain);
        Map<String, String> parameters = parameters(uri.getRawQuery());
        List<String> login = login(uri.getRawUserInfo());
        String database = decode(uri.getRawPath().replaceFirst("^/", ""));
        if (database.isBlank()) {
            throw new InvalidInput("the store's URL names no database: write postgresql://user@host:port/database");
        }
        String userParameter = take(parameters, "user", "");
        String passwordParameter = take(parameters, "password", "");
        String currentSchema = take(parameters, "currentSchema", "onemap");
        return new PostgisUrl(
                uri.getHost(),
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                database,
                first(List.of(login.get(0), userParameter, environment.getOrDefault("PGUSER", ""))),
                first(List.of(
                        login.get(1),
                        passwordParameter,
                        environment.getOrDefault("ONEMAP_PG_PASSWORD", ""),
                        environment.getOrDefault("PGPASSWORD", ""))),
                schema(take(parameters, "schema", currentSchema)),
                new Pool(
                        number(parameters, "pool", 10, 200),
                        Duration.ofMillis(number(parameters, "waitMs", 2_000, 60_000))),
                parameters);
    }

    private static URI uri(String plain) {
        try {
            URI uri = URI.create(plain.startsWith("postgresql://") || plain.startsWith("postgres://") ? plain : "x:");
            if (uri.getHost() != null && uri.getRawPath() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below, without the text, which may hold a password
        }
        throw new InvalidInput(
                "the store's URL cannot be read: write postgresql://user@host:port/database?schema=onemap,"
                        + " with %-signs for special characters in user and password");
    }

    private static List<String> login(String info) {
        if (info == null) {
            return List.of("", "");
        }
        int colon = info.indexOf(':');
        return colon < 0
                ? List.of(decode(info), "")
                : List.of(decode(info.substring(0, colon)), decode(info.substring(colon + 1)));
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query != null) {
            for (String part : query.split("&", -1)) {
                int equals = part.indexOf('=');
                if (equals > 0) {
                    parameters.put(decode(part.substring(0, equals)), decode(part.substring(equals + 1)));
                }
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String take(Map<String, String> parameters, String name, String otherwise) {
        String value = parameters.remove(name);
        return value == null ? otherwise : value;
    }

    private static Optional<String> first(List<String> candidates) {
        return candidates.stream().filter(text -> !text.isEmpty()).findFirst();
    }

    /** Short enough for the names that are made from it, and plain: it stands in role names and migrations. */
    private static String schema(String name) {
        boolean plain = name.matches("[\\p{L}_][\\p{L}\\p{N}_]*");
        if (!plain
                || name.getBytes(StandardCharsets.UTF_8).length > NAME_BYTES
                || name.startsWith("pg_")
                || name.equals("information_schema")) {
            throw new InvalidInput("'" + name + "' is no schema for a store: letters, digits and _, at most "
                    + NAME_BYTES + " bytes, not beginning with pg_");
        }
        return name;
    }

    private static int number(Map<String, String> parameters, String name, int otherwise, int most) {
        String text = take(parameters, name, Integer.toString(otherwise));
        if (!text.matches("[1-9][0-9]{0,5}") || Integer.parseInt(text) > most) {
            throw new InvalidInput("'" + text + "' is no value for " + name + " in the store's URL: give 1 to " + most);
        }
        return Integer.parseInt(text);
    }

    /** The driver's URL, without user and password. */
    String jdbcUrl() {
        List<String> parameters = new ArrayList<>();
        new TreeMap<>(others)
                .forEach((name, value) -> parameters.add(name + "="
                        + java.net.URLEncoder.encode(value, StandardCharsets.UTF_8)
                                .replace("+", "%20")));
        String encoded =
                java.net.URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
        return "jdbc:postgresql://" + host + ":" + port + "/" + encoded
                + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
    }

    /** Server and database, for messages. */
    String server() {
        return host + ":" + port;
    }

    @Override
    public String toString() {
        return "postgresql://" + user.map(name -> name + "@").orElse("") + server() + "/" + database + "?schema="
                + schema;
    }
}
