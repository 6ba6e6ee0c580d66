package org.onemap.api.divisions;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.onemap.NotFound;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.QueryParameters;
import org.onemap.api.http.Representation;
import org.onemap.api.security.PhoneReaders;
import org.onemap.division.DivisionNode;
import org.onemap.division.DivisionTree;
import org.onemap.feature.Feature;
import org.onemap.rights.Principal;
import org.onemap.snapshot.Snapshot;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.store.ValidTime;

/**
 * {@code /v1/divisions/{code}}: the card of a division. A code that went out of use is answered too, as it was on its last
 * day, with what came after it.
 */
public final class Division implements Endpoint {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Store store;
    private final DivisionDays days;
    private final PhoneReaders phoneReaders;
    private final Clock clock = Clock.system(ZONE);

    /** Reads cards from the store, the tree from these days. */
    public Division(Store store, DivisionDays days, PhoneReaders phoneReaders) {
        this.store = store;
        this.days = days;
        this.phoneReaders = phoneReaders;
    }

    @Override
    public String path() {
        return "/v1/divisions/{code}";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        QueryParameters query = exchange.query().requireOnly(Set.of("level", "asOf"));
        Representation form = exchange.negotiate(Representation.JSON);
        Optional<LocalDate> asOf = query.day("asOf");
        Snapshot snapshot = days.at(asOf);
        DivisionTree tree = snapshot.divisions();
        Optional<String> level = query.find("level")
                .map(name -> DivisionsQuery.require(tree, name).name());
        boolean wholeNumbers = phoneReaders.includes(exchange);
        DivisionCard card;
        try (ReadView view = store.read()) {
            LocalDate today = LocalDate.now(clock);
            String also = today + (wholeNumbers ? " whole" : "");
            if (exchange.isAnsweredBy(exchange.tagOf(view.changeNumber(), also, form), form)) {
                return;
            }
            card = new Reading(view, tree, asOf, today).card(exchange.pathPart("code"), level);
        }
        exchange.json(form.mediaType(), json -> card.write(json, exchange, wholeNumbers));
    }

    /** Reads one card. */
    private record Reading(ReadView view, DivisionTree tree, Optional<LocalDate> asOf, LocalDate today) {

        DivisionCard card(String code, Optional<String> level) {
            LocalDate day = asOf.orElse(today);
            Optional<DivisionNode> node = level.isPresent() ? tree.find(level.get(), code) : tree.find(code);
            ValidTime when = asOf.map(ValidTime::asOf).orElse(ValidTime.now());
            Optional<Feature> found = node.flatMap(one -> find(one.level(), code, when));
            Ancestry ancestry =
                    Ancestry.read(view, node.map(DivisionNode::level).or(() -> level), code, day);
            if (found.isPresent()) {
                DivisionCard.Place place =
                        new DivisionCard.Place(tree, node.get().level(), when, day, Optional.empty());
                return DivisionCard.of(view, found.get(), place, ancestry);
            }
            return retired(code, level, ancestry)
                    .orElseThrow(() -> new NotFound("no division"
                            + level.map(name -> " of level " + name).orElse("") + " has the code " + code
                            + asOf.map(date -> " on " + date).orElse(" now; asOf=YYYY-MM-DD reads a day past")
                            + heirs(ancestry)));
        }

        /** A code that went on the day it came has no day to show, but heirs to go on with. */
        private static String heirs(Ancestry ancestry) {
            return ancestry.end().isEmpty()
                    ? ""
                    : ancestry.end().stream()
                            .map(step -> step.lineage().to())
                            .collect(joining(
                                    ", ", "; change " + ancestry.end().get(0).change() + " put in its place ", ""));
        }

        /** The card of the last day of a code that an edit, a plan or an import took out of use. */
        private Optional<DivisionCard> retired(String code, Optional<String> level, Ancestry ancestry) {
            return Retired.find(view, tree, level, code, asOf.orElse(today)).map(one -> {
                LocalDate last = one.lastDay();
                ValidTime when = ValidTime.asOf(last);
                return DivisionCard.of(
                        view,
                        find(one.level(), code, when).orElseThrow(),
                        new DivisionCard.Place(tree, one.level(), when, last, Optional.of(one.until())),
                        ancestry);
            });
        }

        private Optional<Feature> find(String level, String code, ValidTime when) {
            return view.find(Principal.anonymous(), level, code, when);
        }
    }
}
