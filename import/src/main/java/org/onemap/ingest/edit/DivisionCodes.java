package org.onemap.ingest.edit;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onemap.division.overlay.NetArea;
import org.onemap.division.people.AssignmentRules.Known;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.rights.Principal;
import org.onemap.store.ReadView;
import org.onemap.store.ValidTime;

/** Which codes stand for something that people can be assigned to. Confined to the thread of its view. */
final class DivisionCodes {

    private static final Principal ALL = Principal.anonymous();

    private final ReadView view;
    private final List<String> layers;
    private @Nullable Set<String> used;

    DivisionCodes(ReadView view) {
        this.view = view;
        this.layers = view.layers(ALL).list().stream()
                .filter(layer -> layer.role() == LayerRole.DIVISION
                        || layer.role() == LayerRole.OVERLAY
                        || layer.name().equals(NetArea.LAYER.name()))
                .map(Layer::name)
                .collect(Collectors.toList());
    }

    /** Whether a division, or an overlay, has this code today, or had it once. */
    Known known(String code) {
        if (findLayer(code).isPresent()) {
            return Known.CURRENT;
        }
        if (used == null) {
            Set<String> all = new HashSet<>();
            view.forEachChangeSince(0, entry -> {
                if (layers.contains(entry.layer())) {
                    all.add(entry.code());
                }
            });
            used = all;
        }
        return used.contains(code) ? Known.RETIRED : Known.NEVER;
    }

    /** The layer in which a code stands today. */
    Optional<String> findLayer(String code) {
        return layers.stream()
                .filter(layer -> view.find(ALL, layer, code, ValidTime.now()).isPresent())
                .findFirst();
    }
}
