package org.onemap.api.plans;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.onemap.InvalidInput;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Link;
import org.onemap.api.http.QueryParameters;
import org.onemap.api.http.Representation;
import org.onemap.division.DivisionTree;
import org.onemap.store.ChangeSet;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/** {@code /v1/plans}: plans and edits of divisions, newest first, page by page. */
public final class Plans implements Endpoint {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 1_000;

    private final Store store;

    /** Lists those of this store. */
    public Plans(Store store) {
        this.store = store;
    }

    @Override
    public String path() {
        return "/v1/plans";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        QueryParameters query = exchange.query().requireOnly(Set.of("state", "asOf", "limit", "cursor"));
        Representation form = exchange.negotiate(Representation.JSON);
        Optional<ChangeSet.State> state = query.find("state").map(Plans::state);
        Optional<LocalDate> asOf = query.day("asOf");
        int limit = query.integer("limit", DEFAULT_LIMIT, new QueryParameters.Range(1, MOST));
        int before = query.integer("cursor", Integer.MAX_VALUE, new QueryParameters.Range(1, Integer.MAX_VALUE));
        try (ReadView view = store.read()) {
            if (exchange.isAnsweredBy(exchange.tagOf(view.changeNumber(), PlanQuery.version(view), form), form)) {
                return;
            }
            DivisionTree levels = PlanRows.levels(view);
            List<ChangeSet> matching = view.listChangeSets().stream()
                    .filter(set -> PlanRows.isPlan(set, levels))
                    .filter(set -> state.map(wanted -> set.state() == wanted).orElse(true))
                    .filter(set ->
                            asOf.map(day -> !set.effective().isAfter(day)).orElse(true))
                    .toList();
            List<ChangeSet> rest =
                    matching.stream().filter(set -> set.number() < before).toList();
            List<ChangeSet> page = rest.subList(0, Math.min(limit, rest.size()));
            exchange.json(form.mediaType(), json -> {
                json.writeStartObject();
                json.writeNumberField("numberMatched", matching.size());
                json.writeNumberField("numberReturned", page.size());
                json.writeNumberField("changeNumber", view.changeNumber());
                json.writeArrayFieldStart("plans");
                for (ChangeSet set : page) {
                    json.writeStartObject();
                    PlanRecord.write(json, set);
                    PlanRecord.levels(json, set, new PlanRows(view, set, Optional.empty()).levels());
                    json.writeStringField("href", PlanQuery.href(exchange, set, ""));
                    json.writeEndObject();
                }
                json.writeEndArray();
                Link.write(json, links(exchange, page, page.size() < rest.size()));
                json.writeEndObject();
            });
        }
    }

    private static ChangeSet.State state(String text) {
        return Arrays.stream(ChangeSet.State.values())
                .filter(state -> state.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("state=" + text + " is none: give "
                        + Arrays.stream(ChangeSet.State.values())
                                .map(state -> state.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    private static List<Link> links(Exchange exchange, List<ChangeSet> page, boolean more) {
        List<Link> links = new ArrayList<>();
        links.add(new Link(exchange.url(exchange.target()), "self", "application/json", "This page"));
        if (more) {
            String last = Long.toString(page.get(page.size() - 1).number());
            links.add(new Link(
                    exchange.selfUrl() + "?"
                            + exchange.query().with("cursor", last).toText(),
                    "next",
                    "application/json",
                    "Next page"));
        }
        return links;
    }
}
