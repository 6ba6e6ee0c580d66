package org.onemap.api.suggest;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;

/**
 * A thing that can be found. Immutable; the box is changed by nobody.
 *
 * @param id its id in its collection
 * @param code its code; empty text for none
 * @param name its name; empty text for none
 * @param folded code and name as they are compared: see {@link #fold}
 * @param box its box in EPSG:4490; empty if it has no geometry
 */
record Suggestion(String id, String code, String name, Folded folded, Optional<Envelope> box) {

    /**
     * Code and name as they are compared.
     *
     * @param code the code
     * @param name the name
     */
    record Folded(String code, String name) {}

    static Suggestion of(Layer layer, Feature feature) {
        String code = feature.code().orElse("");
        String name = feature.name().orElse("");
        return new Suggestion(
                feature.id(layer),
                code,
                name,
                new Folded(fold(code), fold(name)),
                feature.geometry()
                        .filter(geometry -> !geometry.isEmpty())
                        .map(geometry -> new Envelope(geometry.getEnvelopeInternal())));
    }

    /** The same thing with a box that holds another part of it too. */
    Suggestion joinedWith(Suggestion part) {
        if (part.box.isEmpty()) {
            return this;
        }
        Envelope both = new Envelope(part.box.get());
        box.ifPresent(both::expandToInclude);
        return new Suggestion(id, code, name, folded, Optional.of(both));
    }

    /** Without regard to case, blanks and full-width forms, as people type. */
    static String fold(String text) {
        if (text.isEmpty()) {
            return text;
        }
        String folded = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                .toLowerCase(java.util.Locale.ROOT)
                .replace(" ", "");
        return folded.equals(text) ? text : folded; // one string in memory where nothing differs
    }

    /** How well it fits: 0 exactly, 1 at the beginning, 2 anywhere in the name, {@link #NO_FIT} not at all. */
    int fit(String wanted) {
        if (folded.code.equals(wanted) || folded.name.equals(wanted)) {
            return 0;
        }
        if (!folded.code.isEmpty() && folded.code.startsWith(wanted)) {
            return 1;
        }
        int at = folded.name.indexOf(wanted);
        return at == 0 ? 1 : at > 0 ? 2 : NO_FIT;
    }

    static final int NO_FIT = 3;
}
