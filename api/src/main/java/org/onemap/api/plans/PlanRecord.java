package org.onemap.api.plans;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.onemap.feature.Layer;
import org.onemap.store.ChangeSet;

/** What the list and the card of plans say alike. */
final class PlanRecord {

    private PlanRecord() {}

    /** Writes number, kind, state, author, times and note of a plan into the object that is open. */
    static void write(JsonGenerator json, ChangeSet set) throws IOException {
        json.writeNumberField("id", set.number());
        json.writeStringField("kind", set.kind().name());
        json.writeStringField("state", set.state().name());
        json.writeStringField("author", set.author());
        json.writeStringField("madeAt", set.madeAt().toString());
        boolean undecided =
                set.state() == ChangeSet.State.DRAFT || (set.appliedAs().isEmpty() && isUndone(set));
        if (undecided) {
            json.writeNullField("effective");
        } else {
            json.writeStringField("effective", set.effective().toString());
        }
        json.writeStringField("note", set.note());
    }

    private static boolean isUndone(ChangeSet set) {
        return set.state() == ChangeSet.State.UNDONE;
    }

    /** Writes how many divisions of a level change into the object that is open. */
    static void counts(JsonGenerator json, ChangeSet set, Layer level) throws IOException {
        ChangeSet.Counts counts = set.counts().get(level.name());
        json.writeStringField("level", level.name());
        json.writeStringField("title", level.title());
        json.writeNumberField("created", counts == null ? 0 : counts.created());
        json.writeNumberField("changed", counts == null ? 0 : counts.replaced());
        json.writeNumberField("unchanged", counts == null ? 0 : counts.unchanged());
        json.writeNumberField("retired", counts == null ? 0 : counts.retired());
    }

    /** Writes the field {@code levels} with nothing but counts. */
    static void levels(JsonGenerator json, ChangeSet set, List<Layer> levels) throws IOException {
        json.writeArrayFieldStart("levels");
        for (Layer level : levels) {
            json.writeStartObject();
            counts(json, set, level);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
