package org.onemap.api.plans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onemap.InvalidInput;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Link;
import org.onemap.api.http.QueryParameters;
import org.onemap.api.http.Representation;
import org.onemap.division.plan.PlanFigureRows.Stage;
import org.onemap.store.ChangeSet;
import org.onemap.store.ReadView;

/** What requests about plans have in common. */
final class PlanQuery {

    private PlanQuery() {}

    /**
     * Which divisions are asked for: {@code plan}, also where nothing is said, or {@code today}.
     *
     * @throws InvalidInput if it is another word
     */
    static Stage stage(QueryParameters query) {
        Optional<String> word = query.find("stage");
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.word().equals(word.orElse(Stage.PLAN.word())))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("stage=" + word.orElse("") + " is none: give "
                        + Arrays.stream(Stage.values()).map(Stage::word).collect(Collectors.joining(" or "))));
    }

    /** Drafts come and go without a new change number: their states are part of the version of an answer. */
    static String version(ReadView view) {
        return view.listChangeSets().stream()
                .map(set -> set.number() + "" + set.state().name().charAt(0))
                .collect(Collectors.joining());
    }

    /**
     * The links of a page of GeoJSON.
     *
     * @param next the cursor of the next page; empty for the last
     */
    static List<Link> pageLinks(Exchange exchange, Optional<String> next) {
        List<Link> links = new ArrayList<>();
        String type = Representation.GEOJSON.mediaType();
        links.add(new Link(exchange.url(exchange.target()), "self", type, "This page"));
        next.ifPresent(cursor -> links.add(new Link(
                exchange.selfUrl() + "?"
                        + exchange.query().with("cursor", cursor).toText(),
                "next",
                type,
                "Next page")));
        return links;
    }

    /** The address of a plan, or of something below it. */
    static String href(Exchange exchange, ChangeSet set, String below) {
        String day = exchange.query().find("asOf").map(text -> "asOf=" + text).orElse("");
        String separator = day.isEmpty() ? "" : below.indexOf('?') >= 0 ? "&" : "?";
        return exchange.url("/v1/plans/" + set.number() + below + separator + day);
    }
}
