package org.onemap.api.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.onemap.api.http.Exchange;

/**
 * Who may see whole telephone numbers: those who send the service's token as {@code Authorization: Bearer …}. Without a token
 * nobody may. Immutable, safe for any number of threads, and prints nothing of the token.
 */
public final class PhoneReaders {

    private static final String SCHEME = "Bearer ";

    private final Optional<byte[]> token;

    /** Those who know this token; nobody if there is none. */
    public PhoneReaders(Optional<String> token) {
        this.token = token.map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whether the caller is one of them. An answer to such a caller is not kept by anybody on the way.
     *
     * @throws RuntimeException a problem 401 if the caller sends another token: a mistake is not to pass for a right
     */
    public boolean includes(Exchange exchange) {
        exchange.varyBy("Authorization");
        Optional<String> given = exchange.header("Authorization");
        if (given.isEmpty()) {
            return false;
        }
        boolean known = given.get().startsWith(SCHEME)
                && token.isPresent()
                && MessageDigest.isEqual(
                        token.get(),
                        given.get().substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
        if (!known) {
            throw exchange.unauthorized("this token opens nothing here; ask without Authorization for masked numbers");
        }
        exchange.header("Cache-Control", "private, no-cache");
        return true;
    }
}
