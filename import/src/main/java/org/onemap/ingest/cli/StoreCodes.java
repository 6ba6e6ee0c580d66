package org.onemap.ingest.cli;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.rights.Principal;
import org.onemap.store.ReadView;
import org.onemap.store.ValidTime;

/** What a store knows of codes. */
final class StoreCodes {

    private StoreCodes() {}

    /** The names of the divisions whose code the given one begins with, and of the thing itself. */
    static Map<String, String> names(String location, String code) {
        Map<String, String> names = new LinkedHashMap<>();
        try (OpenedStore opened = OpenedStore.existing(location);
                ReadView view = opened.store().read()) {
            for (Layer layer : view.layers(Principal.anonymous()).list()) {
                int first = layer.role() == LayerRole.DIVISION ? Math.min(6, code.length()) : code.length();
                for (int end = first; end <= code.length(); end++) {
                    String part = code.substring(0, end);
                    view.find(Principal.anonymous(), layer.name(), part, ValidTime.now())
                            .flatMap(feature -> feature.name())
                            .ifPresent(name -> names.put(part, name));
                }
            }
        }
        return names;
    }

    /** All codes that rows of a layer ever had; none if the layer is not there yet. */
    static Set<String> everGiven(String location, String layer) {
        Set<String> given = new HashSet<>();
        try (OpenedStore opened = OpenedStore.existing(location);
                ReadView view = opened.store().read()) {
            view.forEachChangeSince(0, entry -> {
                if (entry.layer().equals(layer) && !entry.code().isEmpty()) {
                    given.add(entry.code());
                }
            });
        }
        return given;
    }
}
