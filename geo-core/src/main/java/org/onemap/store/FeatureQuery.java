package org.onemap.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * Which features of one layer are asked for. Immutable; each {@code with…} gives a narrower query.
 *
 * <p>The box is in EPSG:4490, longitude first; a feature matches when the box of its geometry meets it (features
 * without geometry never do). Filters compare a system column or a field with a text by equality: integers and reals by
 * value, dates in ISO form.
 */
public final class FeatureQuery {

    private final String layer;
    private final Optional<Envelope> box;
    private final Map<String, String> filters;
    private final ValidTime when;
    private final long afterOid;
    private final int limit;

    private FeatureQuery(Parts parts) {
        this.layer = parts.layer;
        this.box = parts.box;
        this.filters = Map.copyOf(parts.filters);
        this.when = parts.when;
        this.afterOid = parts.afterOid;
        this.limit = parts.limit;
    }

    /** All current features of a layer. */
    public static FeatureQuery of(String layer) {
        return new FeatureQuery(new Parts(layer));
    }

    /** Only those whose box meets this one. */
    public FeatureQuery within(Envelope box) {
        Parts parts = parts();
        parts.box = Optional.of(new Envelope(box));
        return new FeatureQuery(parts);
    }

    /** Only those whose column equals the value. */
    public FeatureQuery where(String column, String value) {
        Parts parts = parts();
        parts.filters.put(column, value);
        return new FeatureQuery(parts);
    }

    /** Those valid at this time. */
    public FeatureQuery at(ValidTime when) {
        Parts parts = parts();
        parts.when = when;
        return new FeatureQuery(parts);
    }

    /** Only those with a larger oid: the position of a page. */
    public FeatureQuery after(long oid) {
        Parts parts = parts();
        parts.afterOid = oid;
        return new FeatureQuery(parts);
    }

    /** At most this many. */
    public FeatureQuery limit(int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit " + limit);
        }
        Parts parts = parts();
        parts.limit = limit;
        return new FeatureQuery(parts);
    }

    /** The layer asked. */
    public String layer() {
        return layer;
    }

    /** The box, if there is one. */
    public Optional<Envelope> box() {
        return box;
    }

    /** Column to value. */
    public Map<String, String> filters() {
        return filters;
    }

    /** The time asked for. */
    public ValidTime when() {
        return when;
    }

    /** Features with this or a smaller oid are left out; 0 leaves out none. */
    public long afterOid() {
        return afterOid;
    }

    /** The largest number of features; {@link Integer#MAX_VALUE} for all. */
    public int limit() {
        return limit;
    }

    private Parts parts() {
        Parts parts = new Parts(layer);
        parts.box = box;
        parts.filters.putAll(filters);
        parts.when = when;
        parts.afterOid = afterOid;
        parts.limit = limit;
        return parts;
    }

    private static final class Parts {
        private final String layer;
        private Optional<Envelope> box = Optional.empty();
        private final Map<String, String> filters = new LinkedHashMap<>();
        private ValidTime when = ValidTime.now();
        private long afterOid;
        private int limit = Integer.MAX_VALUE;

        private Parts(String layer) {
            this.layer = layer;
        }
    }
}
