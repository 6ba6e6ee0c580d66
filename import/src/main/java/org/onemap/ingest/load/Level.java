package org.onemap.ingest.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.onemap.feature.Content;
import org.onemap.feature.Feature;
import org.onemap.ingest.check.Member;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.rights.Principal;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;

/** One level of the division tree in memory, to be checked and to be found in by the level below. Confined to one thread. */
final class Level {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final List<Member> members = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();
    private final Map<String, String> codeOfName = new HashMap<>();

    /** The current rows of a layer in the store. */
    static Level stored(ReadView view, String layer) {
        Level level = new Level();
        try (FeatureCursor cursor = view.query(Principal.anonymous(), FeatureQuery.of(layer))) {
            while (cursor.hasNext()) {
                Feature feature = cursor.next();
                level.add(feature.content(), Place.file(layer + " in the store"));
            }
        }
        return level;
    }

    void add(Content content, Place place) {
        Geometry geometry = content.geometry().orElseGet(FACTORY::createPolygon);
        String code = content.code().orElse("");
        members.add(new Member(code, content.parentCode().orElse(""), geometry, place));
        codes.add(code);
        content.name().ifPresent(name -> codeOfName.merge(name, code, (a, b) -> ""));
    }

    /** Adds the rows of another level whose codes this one lacks. */
    void addMissing(Level other) {
        other.members.stream()
                .filter(member -> !codes.contains(member.code()))
                .toList()
                .forEach(member -> {
                    members.add(member);
                    codes.add(member.code());
                });
    }

    List<Member> members() {
        return members;
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    boolean has(String code) {
        return codes.contains(code);
    }

    /** The code of the one division of this name. */
    Optional<String> codeOfName(String name) {
        return Optional.ofNullable(codeOfName.get(name)).filter(code -> !code.isEmpty());
    }

    /** The code here that the given code begins with; the longest where there are several. */
    Optional<String> prefixOf(String code) {
        for (int length = code.length() - 1; length > 0; length--) {
            String prefix = code.substring(0, length);
            if (codes.contains(prefix)) {
                return Optional.of(prefix);
            }
        }
        return Optional.empty();
    }
}
