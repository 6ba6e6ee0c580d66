package org.onemap.api.divisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.onemap.InvalidInput;
import org.onemap.api.features.Boxes;
import org.onemap.api.http.QueryParameters;
import org.onemap.division.DivisionNode;
import org.onemap.division.DivisionTree;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.store.ValidTime;

/**
 * Which divisions a request asks for. Immutable.
 *
 * @param level only this level
 * @param parent only those right below the division of this code
 * @param prefix only codes that begin so
 * @param name only names that contain this
 * @param boxes only those whose box meets one of these; none asks for all
 * @param asOf the day; empty for now
 * @param page the page
 */
record DivisionsQuery(
        Optional<String> level,
        Optional<String> parent,
        Optional<String> prefix,
        Optional<String> name,
        List<Envelope> boxes,
        Optional<LocalDate> asOf,
        Page page) {

    /** What {@code /v1/divisions} knows. */
    static final Set<String> PARAMETERS =
            Set.of("level", "parent", "prefix", "name", "bbox", "asOf", "limit", "cursor");

    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 10_000;

    /**
     * A page of a list.
     *
     * @param limit its size
     * @param cursor level and code, as {@code grid/410172560001003}, after which it begins; empty for the first
     */
    record Page(int limit, Optional<String> cursor) {}

    /** The query of a request; the parameters are known to be ours. */
    static DivisionsQuery parse(QueryParameters query, Optional<String> parent) {
        return new DivisionsQuery(
                query.find("level"),
                parent.or(() -> query.find("parent")),
                query.find("prefix"),
                query.find("name"),
                query.find("bbox").map(Boxes::parse).orElse(List.of()),
                query.day("asOf"),
                new Page(
                        query.integer("limit", DEFAULT_LIMIT, new QueryParameters.Range(1, MOST)),
                        query.find("cursor")));
    }

    /** The divisions of all pages: level by level from the top, ascending by code. */
    List<DivisionNode> select(DivisionTree tree, Store store) {
        List<DivisionNode> found = new ArrayList<>();
        for (Layer layer : levels(tree)) {
            Optional<Set<String>> near = boxes.isEmpty() ? Optional.empty() : Optional.of(near(store, layer));
            for (DivisionNode node : tree.list(layer.name())) {
                boolean wanted = prefix.map(node.code()::startsWith).orElse(true)
                        && name.map(node.name()::contains).orElse(true)
                        && (parent.isEmpty()
                                || parent.equals(tree.findParent(node).map(DivisionNode::code)))
                        && near.map(codes -> codes.contains(node.code())).orElse(true);
                if (wanted) {
                    found.add(node);
                }
            }
        }
        return found;
    }

    /** Where the page begins in the list of all. */
    int start(List<DivisionNode> all) {
        if (page.cursor().isEmpty()) {
            return 0;
        }
        String after = page.cursor().get();
        for (int i = 0; i < all.size(); i++) {
            if (cursor(all.get(i)).equals(after)) {
                return i + 1;
            }
        }
        throw new InvalidInput("cursor=" + after + " is none of this list; follow the link 'next' of a page");
    }

    /** The cursor of the page that begins after this division. */
    static String cursor(DivisionNode node) {
        return node.level() + "/" + node.code();
    }

    private List<Layer> levels(DivisionTree tree) {
        if (level.isEmpty()) {
            return tree.levels();
        }
        return List.of(require(tree, level.get()));
    }

    /**
     * The level of this name.
     *
     * @throws InvalidInput if there is none
     */
    static Layer require(DivisionTree tree, String level) {
        return tree.levels().stream()
                .filter(layer -> layer.name().equals(level))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("level=" + level + " is no level of divisions here; there are "
                        + String.join(
                                ", ", tree.levels().stream().map(Layer::name).toList())));
    }

    /** Codes of the divisions whose box meets one of the boxes. */
    private Set<String> near(Store store, Layer layer) {
        Set<String> codes = new HashSet<>();
        ValidTime when = asOf.map(ValidTime::asOf).orElse(ValidTime.now());
        try (ReadView view = store.read()) {
            for (Envelope box : boxes) {
                FeatureQuery query = FeatureQuery.of(layer.name()).at(when).within(box);
                try (FeatureCursor cursor = view.query(Principal.anonymous(), query)) {
                    cursor.forEachRemaining(feature -> codes.add(feature.id(layer)));
                }
            }
        }
        return codes;
    }
}
