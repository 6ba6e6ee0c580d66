package org.onemap.ingest.edit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.onemap.InvalidInput;
import org.onemap.division.life.Lineage;
import org.onemap.division.people.Assignment;
import org.onemap.division.people.AssignmentRows;
import org.onemap.division.people.Roster;
import org.onemap.division.people.Succession;
import org.onemap.feature.Content;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.ChangeSetWriter.Outcome;
import org.onemap.store.ReadView;

/** The people of a store as a roster that is edited and written back. Confined to one thread. */
final class StorePeople {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Map<String, Content> rows = new HashMap<>();
    private final AssignmentRows form;
    private final Roster roster;

    StorePeople(ReadView view) {
        StoreReading reading = new StoreReading(view);
        reading.forEach(AssignmentRows.LAYER, row -> row.code().ifPresent(code -> rows.put(code, row)));
        Optional<Layer> stored = view.layers(Principal.anonymous()).find(AssignmentRows.LAYER);
        form = AssignmentRows.of(stored);
        roster = new Roster(
                rows.values().stream().map(AssignmentRows::read).toList(), reading.usedCodes(AssignmentRows.LAYER));
    }

    Roster roster() {
        return roster;
    }

    /**
     * Takes the people along with divisions that change.
     *
     * @param weight how large a division of a code was before
     */
    void follow(List<Lineage> lineage, ToDoubleFunction<String> weight) {
        new Succession(roster, LocalDate.now(SHANGHAI), weight).follow(lineage);
    }

    /** As {@link #follow}, with divisions that a plan draws anew. */
    void followPlan(List<Lineage> lineage, ToDoubleFunction<String> weight) {
        new Succession(roster, LocalDate.now(SHANGHAI), weight).followPlan(lineage);
    }

    /** Writes what differs; a roster without changes does not touch the layer. */
    void write(ChangeSetWriter writer) {
        Map<String, Assignment> changed = roster.changed();
        if (changed.isEmpty() && roster.retired().isEmpty()) {
            return;
        }
        writer.load(form.layer(), ChangeSetWriter.Mode.UPSERT);
        for (String code : roster.retired()) {
            writer.retire(Content.builder(form.layer().schema()).code(code).build());
        }
        changed.forEach((code, one) -> {
            if (writer.put(form.write(Optional.ofNullable(rows.get(code)), one)) == Outcome.REUSES_RETIRED) {
                throw new InvalidInput(one + ": the code " + code + " was retired before; leave it out for a new one");
            }
        });
        writer.finishLayer();
    }
}
