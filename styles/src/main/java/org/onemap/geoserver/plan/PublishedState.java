package org.onemap.geoserver.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What onemap keeps in GeoServer about its own work in one workspace. Immutable.
 *
 * @param owned objects that onemap made or took over; claimed before they are made, so that an interrupted run finds
 *     its own again
 * @param pending tile layers whose tiles an interrupted run left to be thrown away
 * @param change change number of the store up to which no tile is stale; 0 for none
 * @param styles how GeoServer gives a style back that it wrote in its own way: name to hash of sent and returned text
 * @param applied what the last finished run applied
 * @param previous what was applied before
 */
public record PublishedState(
        Set<ObjectKey> owned,
        Set<String> pending,
        long change,
        Map<String, String> styles,
        Optional<Manifest> applied,
        Optional<Manifest> previous) {

    public PublishedState {
        owned = Collections.unmodifiableSet(new LinkedHashSet<>(owned));
        pending = Collections.unmodifiableSet(new LinkedHashSet<>(pending));
        styles = Collections.unmodifiableMap(new LinkedHashMap<>(styles));
    }

    /** Of a workspace where onemap has done nothing yet. */
    public static PublishedState none() {
        return new PublishedState(Set.of(), Set.of(), 0, Map.of(), Optional.empty(), Optional.empty());
    }

    /** Before a run: claims objects and notes the tiles that the run will make stale. */
    public PublishedState claim(Set<ObjectKey> claimed, Set<String> stale) {
        Set<ObjectKey> all = new LinkedHashSet<>(owned);
        all.addAll(claimed);
        Set<String> tiles = new LinkedHashSet<>(pending);
        tiles.addAll(stale);
        return new PublishedState(all, tiles, change, styles, applied, previous);
    }

    /** After a run: nothing is pending, what was applied before another publication becomes the way back. */
    public PublishedState finish(Manifest manifest, long upTo, Map<String, String> returned) {
        Set<ObjectKey> own = new LinkedHashSet<>();
        manifest.objects().stream()
                .map(ObjectState::key)
                .filter(key -> key.kind().isOwned())
                .forEach(own::add);
        boolean same = applied.map(manifest::wantsSameAs).orElse(false);
        return new PublishedState(
                own, Set.of(), upTo, returned, Optional.of(manifest), same ? previous : applied.or(() -> previous));
    }
}
