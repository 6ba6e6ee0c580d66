package org.onemap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.Layer;
import org.onemap.feature.Schema;
import org.onemap.store.ChangeSet.Counts;
import org.onemap.store.ChangeSet.State;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.ChangeSetWriter.Outcome;

/** Valid time: what was valid on a day, changes ahead of their day, and the order of days, on whatever engine. */
public abstract class StoreTimeContract extends StoreContract {

    @Test
    void answersForEachDayOfAHalfOpenInterval() {
        replace("2024-01-01", "A 1", "B 2");
        replace("2024-02-01", "A 10");
        assertThat(rows("2023-12-31")).isEmpty();
        assertThat(rows("2024-01-01")).containsExactly("1 A 1 2024-01-01 #1", "2 B 2 2024-01-01 #1");
        assertThat(rows("2024-01-31")).containsExactly("1 A 1 2024-01-01 #1", "2 B 2 2024-01-01 #1");
        assertThat(rows("2024-02-01")).containsExactly("1 A 10 2024-02-01 #2");
        assertThat(rows("2099-01-01")).isEqualTo(rows("now"));
    }

    @Test
    void forgetsWhatWasReplacedOnTheSameDay() {
        replace("2024-01-01", "A 1");
        replace("2024-01-01", "A 2");
        assertThat(rows("2024-01-01")).containsExactly("1 A 2 2024-01-01 #2");
        store.undo(2, "tester");
        assertThat(rows("2024-01-01")).containsExactly("1 A 1 2024-01-01 #1");
    }

    @Test
    void answersBoxesCountsAndIdsOfThePast() {
        replace("2024-01-01", "A 1", "B 2", "C 3");
        replace("2024-02-01", "A 100");
        ValidTime then = ValidTime.asOf(LocalDate.parse("2024-01-15"));
        FeatureQuery query = FeatureQuery.of("plot").at(then);
        try (ReadView view = store.read()) {
            Envelope box = new Envelope(0.5, 2.5, 29, 31);
            assertThat(texts(view, query.within(box))).containsExactly("1 A 1 2024-01-01 #1", "2 B 2 2024-01-01 #1");
            assertThat(view.count(ALL, query)).isEqualTo(3);
            assertThat(view.count(ALL, query.within(box))).isEqualTo(2);
            assertThat(texts(view, query.where("code", "C"))).containsExactly("3 C 3 2024-01-01 #1");
            assertThat(texts(view, query.after(1).limit(1))).containsExactly("2 B 2 2024-01-01 #1");
            assertThat(view.find(ALL, "plot", "A", then).orElseThrow().content().value("value"))
                    .contains(1L);
            assertThat(view.find(ALL, "plot", "A", ValidTime.now())
                            .orElseThrow()
                            .content()
                            .value("value"))
                    .contains(100L);
            assertThat(view.find(ALL, "plot", "B", ValidTime.now())).isEmpty();
        }
    }

    @Test
    void knowsWhenACodeWentOutOfUse() {
        replace("2024-01-01", "A 1", "B 2");
        replace("2024-02-01", "A 10");
        replace("2024-03-01", "A 11", "C 3");
        replace("2024-03-01", "A 11");
        assertThat(ends("A", "2024-12-31")).as("its last version but one").isEqualTo("2024-03-01");
        assertThat(ends("B", "2024-12-31")).isEqualTo("2024-02-01");
        assertThat(ends("B", "2024-02-01")).isEqualTo("2024-02-01");
        assertThat(ends("B", "2024-01-31")).isEqualTo("never");
        assertThat(ends("C", "2024-12-31")).as("came and went on one day").isEqualTo("never");
        assertThat(ends("D", "2024-12-31")).isEqualTo("never");
        store.undo(4, "tester");
        store.undo(3, "tester");
        store.undo(2, "tester");
        assertThat(ends("B", "2024-12-31")).as("taken back").isEqualTo("never");
    }

    private String ends(String code, String day) {
        try (ReadView view = store.read()) {
            return view.findEnd(ALL, "plot", code, LocalDate.parse(day))
                    .map(LocalDate::toString)
                    .orElse("never");
        }
    }

    @Test
    void refusesAChangeBeforeTheLastOneOfTheLayer() {
        replace("2024-02-01", "A 1");
        assertThatThrownBy(() -> replace("2024-01-31", "A 2"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("2024-02-01")
                .hasMessageContaining("2024-01-31");
        store.undo(1, "tester");
        assertThat(replace("2024-01-31", "A 2").state()).isEqualTo(State.APPLIED);
    }

    @Test
    void waitsWithAChangeUntilItsDay() {
        replace("2025-01-01", "A 1", "B 2");
        ChangeSet ahead = replace("2025-07-01", "A 10", "C 3");
        assertThat(ahead.state()).isEqualTo(State.SCHEDULED);
        assertThat(ahead.appliedAs()).isEmpty();
        assertThat(ahead.counts()).containsEntry("plot", new Counts(1, 1, 0, 1));
        assertThat(store.changeNumber()).isEqualTo(1);
        assertThat(rows("now")).containsExactly("1 A 1 2025-01-01 #1", "2 B 2 2025-01-01 #1");
        assertThat(rows("2025-07-02")).isEqualTo(rows("now"));
        assertThat(store.applyDue()).isEmpty();

        clock.turnToInstant("2025-06-30T15:59:59Z"); // one second before midnight in Shanghai
        assertThat(store.applyDue()).isEmpty();
        clock.turnToInstant("2025-06-30T16:00:00Z");
        List<ChangeSet> applied = store.applyDue();
        assertThat(applied).hasSize(1);
        assertThat(applied.get(0).number()).isEqualTo(2);
        assertThat(applied.get(0).appliedAs()).contains(3L);
        assertThat(store.changeNumber()).isEqualTo(3);
        assertThat(store.applyDue()).isEmpty();
        assertThat(rows("now")).containsExactly("1 A 10 2025-07-01 #2", "3 C 3 2025-07-01 #2");
        assertThat(rows("2025-06-30")).containsExactly("1 A 1 2025-01-01 #1", "2 B 2 2025-01-01 #1");
        try (ReadView view = store.read()) {
            assertThatThrownBy(() -> view.getChangeSet(3))
                    .isInstanceOf(NotFound.class)
                    .hasMessageContaining("scheduled change set 2 took effect");
        }
        store.undo(2, "tester");
        assertThat(rows("now")).containsExactly("1 A 1 2025-01-01 #1", "2 B 2 2025-01-01 #1");
    }

    @Test
    void appliesDueChangesInTheOrderOfTheirDays() {
        replace("2025-01-01", "A 1");
        replace("2025-08-01", "A 8");
        replace("2025-07-01", "A 7");
        clock.turnTo("2025-09-01");
        ChangeSet next = replace("", "A 9");
        assertThat(next.number()).isEqualTo(6);
        try (ReadView view = store.read()) {
            assertThat(view.getChangeSet(3).appliedAs()).contains(4L);
            assertThat(view.getChangeSet(2).appliedAs()).contains(5L);
        }
        assertThat(rows("2025-07-15")).containsExactly("1 A 7 2025-07-01 #3");
        assertThat(rows("2025-08-15")).containsExactly("1 A 8 2025-08-01 #2");
        assertThat(rows("now")).containsExactly("1 A 9 2025-09-01 #6");
    }

    @Test
    void callsAScheduledChangeOff() {
        replace("2025-01-01", "A 1");
        replace("2025-07-01", "A 2");
        ChangeSet off = store.undo(2, "tester");
        assertThat(off.number()).isEqualTo(2);
        assertThat(off.state()).isEqualTo(State.UNDONE);
        clock.turnTo("2025-07-02");
        assertThat(store.applyDue()).isEmpty();
        assertThat(rows("now")).containsExactly("1 A 1 2025-01-01 #1");
        assertThatThrownBy(() -> store.undo(2, "tester")).isInstanceOf(InvalidInput.class);
        store.undo(1, "tester");
    }

    @Test
    void bringsANewLayerAndNewFieldsOnTheirDay() {
        replace("2025-01-01", "A 1");
        Schema wider = Schema.of(List.of(Field.of("value", FieldType.INTEGER), Field.of("备注", FieldType.TEXT)));
        Layer wide = PLOT.toBuilder().schema(wider).build();
        Layer fresh = PLOT.toBuilder().schema(wider).build();
        load("2025-07-01", wide, Mode.UPSERT, "B 2");
        try (ReadView view = store.read()) {
            assertThat(view.layers(ALL).get("plot").schema()).isEqualTo(PLOT.schema());
        }
        Layer other =
                Layer.builder("other").schema(wider).geometry(fresh.geometry()).build();
        load("2025-07-02", other, Mode.REPLACE, "X 1");
        try (ReadView view = store.read()) {
            assertThat(view.layers(ALL).find("other")).isEmpty();
        }
        clock.turnTo("2025-07-02");
        assertThat(store.applyDue()).hasSize(2);
        assertThat(rows("now")).containsExactly("1 A 1 2025-01-01 #1", "2 B 2 2025-07-01 #2");
        assertThat(rows("other", "now")).hasSize(1);
    }

    @Test
    void tellsRowsOfAScheduledLoadApart() {
        replace("2025-01-01", "A 1", "B 2", "C 3");
        replace("2025-02-01", "A 1", "B 2");
        try (ChangeSetWriter writer = begin("2025-07-01")) {
            writer.load(PLOT, Mode.REPLACE);
            assertThat(writer.put(plot(PLOT, "A 1"))).isEqualTo(Outcome.UNCHANGED);
            assertThat(writer.put(plot(PLOT, "A 1"))).isEqualTo(Outcome.DUPLICATE_KEY);
            assertThat(writer.put(plot(PLOT, "C 3"))).isEqualTo(Outcome.REUSES_RETIRED);
            assertThat(writer.put(plot(PLOT, "D 4"))).isEqualTo(Outcome.CREATED);
            assertThat(writer.put(plot(PLOT, "D 4"))).isEqualTo(Outcome.DUPLICATE_KEY);
            assertThat(writer.finishLayer()).isEqualTo(new Counts(1, 0, 1, 1));
            writer.commit();
        }
        clock.turnTo("2025-07-01");
        assertThat(store.applyDue().get(0).counts()).containsEntry("plot", new Counts(1, 0, 1, 1));
    }

    @Test
    void setsAScheduledChangeAsideThatNoLongerFits() {
        replace("2025-01-01", "A 1");
        Layer text = PLOT.toBuilder()
                .schema(Schema.of(List.of(Field.of("value", FieldType.INTEGER), Field.of("x", FieldType.TEXT))))
                .build();
        Layer number = PLOT.toBuilder()
                .schema(Schema.of(List.of(Field.of("value", FieldType.INTEGER), Field.of("x", FieldType.REAL))))
                .build();
        load("2025-07-01", text, Mode.UPSERT, "B 2");
        load("2025-06-15", number, Mode.UPSERT, "C 3");
        clock.turnTo("2025-07-01");
        assertThat(store.applyDue()).isEmpty();
        try (ReadView view = store.read()) {
            assertThat(view.getChangeSet(2).state()).isEqualTo(State.DRAFT);
            assertThat(view.getChangeSet(2).note())
                    .contains("could not be applied")
                    .contains("'x'");
        }
        assertThat(upsert("", "D 4").state()).isEqualTo(State.APPLIED);
    }

    @Test
    void agreesWithReplayingEveryChangeSetInMemory() {
        long seed = 20250615;
        Random random = new Random(seed);
        TreeMap<String, TreeMap<String, Long>> states = new TreeMap<>(); // day → code → value
        TreeMap<String, Long> state = new TreeMap<>();
        for (int month = 1; month <= 12; month++) {
            String day = "2024-%02d-01".formatted(month);
            TreeMap<String, Long> next = new TreeMap<>();
            for (int i = 0; i < 30; i++) {
                String code = "K" + (month * 3 + i); // codes move on, so that none comes back
                Long old = state.get(code);
                if (random.nextInt(4) != 0 && (old != null || i >= 27 || month == 1)) {
                    next.put(code, old != null && random.nextBoolean() ? old : (Long) (long) random.nextInt(100));
                }
            }
            replace(
                    day,
                    next.entrySet().stream()
                            .map(e -> e.getKey() + " " + e.getValue())
                            .toArray(String[]::new));
            states.put(day, next);
            state = next;
        }
        for (int undone = 12; undone > 9; undone--) {
            store.undo(undone, "tester");
            states.remove("2024-%02d-01".formatted(undone));
        }
        for (int month = 1; month <= 12; month++) {
            String day = "2024-%02d-15".formatted(month);
            Stream<String> expected =
                    states.floorEntry(day).getValue().entrySet().stream().map(e -> e.getKey() + " " + e.getValue());
            assertThat(rows(day).stream().map(r -> r.split(" ", -1)[1] + " " + r.split(" ", -1)[2]))
                    .as("seed %d day %s", seed, day)
                    .containsExactlyInAnyOrderElementsOf(expected.toList());
        }
    }
}
