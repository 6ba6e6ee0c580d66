package org.onemap.api.divisions;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onemap.NotFound;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Link;
import org.onemap.api.http.Representation;
import org.onemap.division.DivisionNode;
import org.onemap.division.DivisionTree;
import org.onemap.snapshot.Snapshot;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/** Answers with a page of divisions. */
final class DivisionList {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Store store;
    private final DivisionDays days;

    DivisionList(Store store, DivisionDays days) {
        this.store = store;
        this.days = days;
    }

    /**
     * Answers with those that match.
     *
     * @param parent the division whose children are asked for by the path
     * @throws NotFound if there is no such parent on that day
     */
    void answer(Exchange exchange, Optional<String> parent) throws IOException {
        Representation form = exchange.negotiate(Representation.JSON);
        DivisionsQuery query = DivisionsQuery.parse(exchange.query(), parent);
        Snapshot snapshot = days.at(query.asOf());
        DivisionTree tree = snapshot.divisions();
        if (parent.isPresent() && tree.find(parent.get()).isEmpty()) {
            throw new NotFound("no division has the code " + parent.get()
                    + query.asOf().map(day -> " on " + day).orElse(" now")
                    + wayOut(tree, parent.get(), query.asOf()));
        }
        if (exchange.isAnsweredBy(exchange.tagOf(snapshot.changeNumber(), form), form)) {
            return;
        }
        List<DivisionNode> all = query.select(tree, store);
        int start = query.start(all);
        int end = Math.min(all.size(), start + query.page().limit());
        exchange.json(form.mediaType(), json -> {
            json.writeStartObject();
            json.writeNumberField("numberMatched", all.size());
            json.writeNumberField("numberReturned", end - start);
            json.writeNumberField("changeNumber", snapshot.changeNumber());
            json.writeArrayFieldStart("divisions");
            for (DivisionNode node : all.subList(start, end)) {
                write(json, exchange, tree, node);
            }
            json.writeEndArray();
            Link.write(json, links(exchange, end < all.size() ? Optional.of(all.get(end - 1)) : Optional.empty()));
            json.writeEndObject();
        });
    }

    /** Until when the code was in force, and where its successors are. */
    private String wayOut(DivisionTree tree, String code, Optional<LocalDate> asOf) {
        LocalDate day = asOf.orElseGet(() -> LocalDate.now(SHANGHAI));
        try (ReadView view = store.read()) {
            return Retired.find(view, tree, Optional.empty(), code, day)
                    .map(one -> "; it was in force until " + one.lastDay() + ": asOf=" + one.lastDay()
                            + " lists what lay below it then, its card /v1/divisions/" + code
                            + " names what came after it")
                    .orElse(asOf.isPresent() ? "" : "; asOf=YYYY-MM-DD reads a day past");
        }
    }

    private static void write(JsonGenerator json, Exchange exchange, DivisionTree tree, DivisionNode node)
            throws IOException {
        json.writeStartObject();
        DivisionJson.write(json, tree, node);
        DivisionJson.text(json, "parentCode", tree.findParent(node).map(DivisionNode::code));
        json.writeNumberField("children", tree.listChildren(node).size());
        json.writeStringField("href", DivisionLinks.card(exchange, node.level(), node.code()));
        json.writeEndObject();
    }

    private static List<Link> links(Exchange exchange, Optional<DivisionNode> last) {
        List<Link> links = new ArrayList<>();
        links.add(new Link(exchange.url(exchange.target()), "self", "application/json", "This page"));
        last.ifPresent(node -> links.add(new Link(
                exchange.selfUrl() + "?"
                        + exchange.query()
                                .with("cursor", DivisionsQuery.cursor(node))
                                .toText(),
                "next",
                "application/json",
                "Next page")));
        return links;
    }
}
