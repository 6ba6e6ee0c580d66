package org.onemap.snapshot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeSet;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;

/**
 * What tells the current content of a layer from any other without reading it: the change sets that touched the layer, each
 * with its time, sources and counts, how many rows there are, their box, and who may see them.
 */
final class LayerFingerprint {

    private LayerFingerprint() {}

    /** 32 bytes. */
    static byte[] of(ReadView view, Principal principal, Layer layer) {
        StringBuilder text = new StringBuilder();
        text.append(layer.name())
                .append('|')
                .append(layer.keyField())
                .append('|')
                .append(layer.parentLayer());
        text.append('|').append(principal.scope().all());
        text.append('|').append(new TreeSet<>(principal.scope().divisions()));
        text.append('|').append(view.count(principal, FeatureQuery.of(layer.name())));
        text.append('|').append(view.extent(principal, layer.name()));
        for (ChangeSet change : view.listChangeSets()) {
            if (change.counts().containsKey(layer.name())) {
                text.append('\n').append(change);
            }
        }
        return sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
