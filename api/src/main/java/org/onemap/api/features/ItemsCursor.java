package org.onemap.api.features;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;

/**
 * The items of one or two boxes in ascending oid, each once. Confined to one thread.
 *
 * <p>A box across the antimeridian is two boxes, and a feature may meet both.
 */
final class ItemsCursor implements AutoCloseable {

    private final List<FeatureCursor> cursors = new ArrayList<>();
    private final List<Optional<Feature>> heads = new ArrayList<>();

    private ItemsCursor(ReadView view, List<FeatureQuery> queries) {
        try {
            for (FeatureQuery query : queries) {
                FeatureCursor cursor = view.query(Principal.anonymous(), query);
                cursors.add(cursor);
                heads.add(head(cursor));
            }
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /** The page that the query asks for, and one item more if there is one. */
    static ItemsCursor page(ReadView view, ItemsQuery query) {
        return new ItemsCursor(
                view,
                query.toStore().stream()
                        .map(one -> one.after(query.cursor()).limit(query.limit() + 1))
                        .toList());
    }

    /** How many items match on all pages. */
    static long count(ReadView view, ItemsQuery query) {
        List<FeatureQuery> queries = query.toStore();
        if (queries.size() == 1) {
            return view.count(Principal.anonymous(), queries.get(0));
        }
        long count = 0;
        try (ItemsCursor all = new ItemsCursor(view, queries)) {
            for (Optional<Feature> next = all.next(); next.isPresent(); next = all.next()) {
                count++;
            }
        }
        return count;
    }

    /** The layer with the schema that the items follow. */
    Layer layer() {
        return cursors.get(0).layer();
    }

    /** The next item; empty at the end. */
    Optional<Feature> next() {
        Optional<Feature> least = heads.stream().flatMap(Optional::stream).min(Comparator.comparingLong(Feature::oid));
        least.ifPresent(feature -> {
            for (int i = 0; i < heads.size(); i++) {
                if (heads.get(i).isPresent() && heads.get(i).get().oid() == feature.oid()) {
                    heads.set(i, head(cursors.get(i)));
                }
            }
        });
        return least;
    }

    private static Optional<Feature> head(FeatureCursor cursor) {
        return cursor.hasNext() ? Optional.of(cursor.next()) : Optional.empty();
    }

    @Override
    public void close() {
        cursors.forEach(FeatureCursor::close);
    }
}
