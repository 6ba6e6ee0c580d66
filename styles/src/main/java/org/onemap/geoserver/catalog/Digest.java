package org.onemap.geoserver.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The fingerprint of a text, by which contents are compared: SHA-256 over UTF-8, line ends and margins evened out. */
public final class Digest {

    /** The property that holds the fingerprint of an object's content. */
    public static final String PROPERTY = "content";

    private static final int SHOWN = 12;

    private Digest() {}

    /** The first hexadecimal digits of the fingerprint. */
    public static String of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(text.replace("\r\n", "\n").strip().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
