package org.onemap.api.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The validator of a representation (RFC 9110 §8.8.3). Immutable.
 *
 * <p>A strong tag is the hash of the bytes; the gzip form of the same content then has other bytes and so another tag, with
 * {@code -gzip} at its end. A weak tag says that the content means the same: it is made before the content is, from the
 * change number and all that shapes the answer.
 *
 * @param opaque what stands between the quotes
 * @param weak whether only the meaning is promised
 */
public record EntityTag(String opaque, boolean weak) {

    private static final String GZIP = "-gzip";

    /** The tag of exactly these bytes. */
    public static EntityTag ofContent(byte[] content) {
        return new EntityTag(hash(content), false);
    }

    /** The tag of an answer that these texts determine. */
    public static EntityTag ofParts(String... parts) {
        return new EntityTag(hash(String.join("\n", parts).getBytes(StandardCharsets.UTF_8)), true);
    }

    /** What the {@code ETag} header says, quotes included. */
    String headerValue(boolean gzip) {
        return (weak ? "W/" : "") + '"' + opaque + (gzip && !weak ? GZIP : "") + '"';
    }

    /** Whether an {@code If-None-Match} header names this content, in whichever coding (weak comparison). */
    boolean isNamedIn(String ifNoneMatch) {
        return ifNoneMatch.trim().equals("*")
                || Arrays.stream(ifNoneMatch.split(",", -1)).anyMatch(candidate -> names(candidate.trim()));
    }

    private boolean names(String candidate) {
        String tag = candidate.startsWith("W/") ? candidate.substring(2) : candidate;
        return tag.equals('"' + opaque + '"') || tag.equals('"' + opaque + GZIP + '"');
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
