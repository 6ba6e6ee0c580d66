package org.onemap.store.postgis;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.onemap.CorruptData;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.StoreUnavailable;

/** What failures of the database mean, by their SQLSTATE. Immutable, thread-safe. */
final class Failures {

    private final PostgisUrl url;

    Failures(PostgisUrl url) {
        this.url = url;
    }

    /** Whether the connection broke or none could be made: what was only read may be read again. */
    static boolean isLost(SQLException e) {
        String state = state(e);
        return state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
    }

    /** Hikari's own exception has no state; what lies behind it has. */
    private static String state(SQLException e) {
        String state = e.getSQLState();
        if (state == null && e.getCause() instanceof SQLException cause) {
            state = cause.getSQLState();
        }
        return state == null ? "" : state;
    }

    private static boolean isPoolSpent(SQLException e) {
        return e instanceof SQLTransientConnectionException && state(e).isEmpty();
    }

    /** What a failed statement or connection means to the caller; returned so that the caller can throw it. */
    RuntimeException explain(SQLException e) {
        if (isPoolSpent(e)) {
            return new StoreUnavailable(
                    "all " + url.pool().size() + " connections to store " + url + " are busy, waited "
                            + url.pool().patience().toMillis()
                            + " ms; try again, or give the server more with &pool= in the"
                            + " store's URL",
                    e);
        }
        String state = state(e);
        String detail = detail(e);
        @Nullable RuntimeException known = login(state, detail, e);
        if (known != null) {
            return known;
        } else if (isLost(e)) {
            return new StoreUnavailable(
                    "store " + url + " cannot be reached: " + detail + "; is PostgreSQL running at " + url.server()
                            + " and open for this machine?",
                    e,
                    true);
        }
        return switch (state) {
            case "55P03" ->
                new StoreUnavailable(
                        "store " + url + " is being written by another process, waited " + PostgisEngine.LOCK_WAIT_S
                                + " s; try again when that one is done",
                        e);
            case "40001", "40P01", "57014" ->
                new StoreUnavailable("store " + url + " broke off: " + detail + "; try again", e);
            case "25006" -> new StoreUnavailable("store " + url + " is read-only now (a standby?): " + detail, e);
            case "53100", "53200" ->
                new StoreUnavailable("the server of store " + url + " is short of space: " + detail, e);
            case "22021", "22P05" ->
                new InvalidInput("a text holds a character that PostgreSQL cannot keep: " + detail, e);
            case "XX001", "XX002" -> new CorruptData("store " + url + " is damaged: " + detail, e);
            default -> new IllegalStateException("statement on store " + url + " failed: " + detail, e);
        };
    }

    private @Nullable RuntimeException login(String state, String detail, SQLException e) {
        String who = url.user().map(user -> "user '" + user + "'").orElse("the user");
        return switch (state) {
            case "28P01", "28000", "08004" ->
                new InvalidInput(
                        who + " is not let into database '" + url.database() + "' at " + url.server() + ": " + detail
                                + "; the password comes from ONEMAP_PG_PASSWORD, PGPASSWORD or ~/.pgpass",
                        e);
            case "3D000" ->
                new NotFound("there is no database '" + url.database() + "' at " + url.server()
                        + "; make one with: createdb " + url.database());
            case "42501" ->
                new InvalidInput(
                        who + " lacks a right in store " + url + ": " + detail
                                + "; the roles are described in docs/postgis.md",
                        e);
            default -> null;
        };
    }

    private static String detail(SQLException e) {
        Throwable said = e.getSQLState() == null && e.getCause() != null ? e.getCause() : e;
        String text = String.valueOf(said.getMessage());
        return text.lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^(FATAL|ERROR): ", "")
                .replaceFirst("\\. Check that the hostname and port are correct.*$", "");
    }
}
