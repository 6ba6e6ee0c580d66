package org.onemap.api.features;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.onemap.InvalidInput;
import org.onemap.api.http.QueryParameters;
import org.onemap.feature.Field;
import org.onemap.feature.Layer;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ValidTime;

/**
 * Which items of a collection a request asks for. Immutable.
 *
 * @param layer the collection
 * @param boxes the parts of {@code bbox}: none without it, two where it crosses the antimeridian
 * @param filters column to value
 * @param when the day asked for
 * @param limit the size of a page
 * @param cursor the oid after which the page begins; 0 for the first page
 */
record ItemsQuery(
        Layer layer, List<Envelope> boxes, Map<String, String> filters, ValidTime when, int limit, long cursor) {

    /** The size of a page that nobody chose. */
    static final int DEFAULT_LIMIT = 10;

    /** The largest page. */
    static final int MOST = 10_000;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Set<String> OWN = Set.of("bbox", "limit", "cursor", "asOf", "datetime");
    private static final List<String> SYSTEM_COLUMNS =
            List.of("code", "name", "parent_code", "valid_from", "change_set");

    /**
     * Reads the query of a request for items.
     *
     * @throws InvalidInput if a parameter is unknown or its value cannot be used
     */
    static ItemsQuery parse(Layer layer, QueryParameters query) {
        query.requireOnly(known(layer, query));
        Map<String, String> filters = new LinkedHashMap<>();
        for (String name : query.names()) {
            if (!OWN.contains(name) && !name.equals("f")) {
                filters.put(column(layer, name), query.find(name).orElse(""));
            }
        }
        return new ItemsQuery(
                layer,
                query.find("bbox").map(Boxes::parse).orElse(List.of()),
                filters,
                when(query),
                query.integer("limit", DEFAULT_LIMIT, new QueryParameters.Range(1, MOST)),
                cursor(query));
    }

    /** The names of the columns by which items can be filtered: not what is masked, lest it be guessed digit by digit. */
    static List<String> filterColumns(Layer layer) {
        List<String> columns = new ArrayList<>(SYSTEM_COLUMNS);
        layer.schema().fields().stream()
                .filter(field -> !GeoJson.isPhone(layer, field))
                .map(Field::name)
                .forEach(columns::add);
        return columns;
    }

    /** The day asked for by {@code asOf} or {@code datetime}. */
    static ValidTime when(QueryParameters query) {
        Optional<LocalDate> asOf = query.day("asOf");
        Optional<String> datetime = query.find("datetime");
        if (asOf.isPresent() && datetime.isPresent()) {
            throw new InvalidInput("give asOf or datetime, not both; they mean the same day");
        }
        return asOf.map(ValidTime::asOf)
                .or(() -> datetime.map(ItemsQuery::instant))
                .orElse(ValidTime.now());
    }

    /** The queries of the store: one for each part of the box. */
    List<FeatureQuery> toStore() {
        FeatureQuery query = FeatureQuery.of(layer.name()).at(when);
        for (Map.Entry<String, String> filter : filters.entrySet()) {
            query = query.where(filter.getKey(), filter.getValue());
        }
        if (boxes.isEmpty()) {
            return List.of(query);
        }
        List<FeatureQuery> queries = new ArrayList<>();
        for (Envelope box : boxes) {
            queries.add(query.within(box));
        }
        return queries;
    }

    private static Set<String> known(Layer layer, QueryParameters query) {
        Set<String> known = new LinkedHashSet<>(OWN);
        known.addAll(filterColumns(layer));
        query.names().stream() // columns are found without regard to case
                .filter(name -> {
                    OptionalInt position = layer.schema().findPosition(name);
                    return position.isPresent()
                            && !GeoJson.isPhone(layer, layer.schema().fields().get(position.getAsInt()));
                })
                .forEach(known::add);
        return known;
    }

    private static String column(Layer layer, String name) {
        var position = layer.schema().findPosition(name);
        return position.isPresent()
                ? layer.schema().fields().get(position.getAsInt()).name()
                : name;
    }

    private static long cursor(QueryParameters query) {
        Optional<String> text = query.find("cursor");
        try {
            long cursor = text.map(Long::parseLong).orElse(0L);
            if (cursor >= 0) {
                return cursor;
            }
        } catch (NumberFormatException e) {
            throw new InvalidInput(
                    "cursor=" + text.orElse("") + " is none of ours; follow the link 'next' of a page", e);
        }
        throw new InvalidInput("cursor=" + text.orElse("") + " is none of ours; follow the link 'next' of a page");
    }

    /**
     * A day, an instant, which lies on a day of Asia/Shanghai, or an interval of two of them, either end open with
     * {@code ..}. Of an interval the items are answered as they stood at its end: each item once, in its latest form.
     */
    private static ValidTime instant(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return ValidTime.asOf(dayOfInstant(text, text));
        }
        Optional<LocalDate> start = end(text.substring(0, slash), text);
        Optional<LocalDate> end = end(text.substring(slash + 1), text);
        if (start.isPresent() && end.isPresent() && start.get().isAfter(end.get())) {
            throw new InvalidInput("datetime=" + text + " ends before it starts; write start/end");
        }
        return end.map(ValidTime::asOf).orElse(ValidTime.now());
    }

    private static Optional<LocalDate> end(String part, String whole) {
        return part.isEmpty() || part.equals("..") ? Optional.empty() : Optional.of(dayOfInstant(part, whole));
    }

    private static LocalDate dayOfInstant(String text, String whole) {
        try {
            return text.indexOf('T') < 0 && text.indexOf('t') < 0
                    ? LocalDate.parse(text)
                    : OffsetDateTime.parse(text).atZoneSameInstant(ZONE).toLocalDate();
        } catch (DateTimeException e) {
            throw new InvalidInput(
                    "datetime=" + whole + " is no time; write a day (2024-05-01), an instant as RFC 3339 has it"
                            + " (2024-05-01T00:00:00Z), or an interval of two (2024-05-01/2024-06-01, ../2024-06-01)",
                    e);
        }
    }
}
