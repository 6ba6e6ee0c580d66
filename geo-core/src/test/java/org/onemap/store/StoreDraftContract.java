package org.onemap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.feature.Content;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;
import org.onemap.store.ChangeSet.Counts;
import org.onemap.store.ChangeSet.State;
import org.onemap.store.ChangeSetRequest.Effective;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.ChangeSetWriter.Outcome;

/** Drafts: kept aside, read beside the store, accepted once, discarded; and rows retired by name. */
public abstract class StoreDraftContract extends StoreContract {

    private static final Effective TODAY = Effective.today();

    private static Content key(String code) {
        return Content.builder(PLOT.schema()).code(code).build();
    }

    /** Rows such as {@code A 1}; {@code -A} retires A. */
    private ChangeSet draft(Mode mode, String... rows) {
        return write(Effective.draft(), mode, rows);
    }

    private ChangeSet write(Effective effective, Mode mode, String... rows) {
        try (ChangeSetWriter writer =
                store.begin(new ChangeSetRequest(ChangeSet.Kind.PLAN, "planner", effective, "方案甲"))) {
            writer.load(PLOT, mode);
            for (String row : rows) {
                if (row.startsWith("-")) {
                    writer.retire(key(row.substring(1)));
                } else {
                    writer.put(plot(PLOT, row));
                }
            }
            writer.finishLayer();
            return writer.commit();
        }
    }

    private List<String> staged(long number) {
        List<String> texts = new ArrayList<>();
        try (ReadView view = store.read();
                FeatureCursor cursor = view.queryStaged(ALL, number, "plot")) {
            while (cursor.hasNext()) {
                Feature f = cursor.next();
                texts.add(f.oid() + " " + f.code().orElse("-") + " "
                        + f.content().value("value").orElse("-") + " "
                        + f.geometry().isPresent());
            }
        }
        return texts;
    }

    @Test
    void keepsADraftBesideTheStore() {
        replace("2025-01-01", "A 1", "B 2", "C 3");
        ChangeSet draft = draft(Mode.UPSERT, "A 10", "D 4", "-B");
        assertThat(draft.state()).isEqualTo(State.DRAFT);
        assertThat(draft.appliedAs()).isEmpty();
        assertThat(draft.counts()).containsEntry("plot", new Counts(1, 1, 0, 1));
        assertThat(store.changeNumber()).isEqualTo(1);
        assertThat(rows("now")).containsExactly("1 A 1 2025-01-01 #1", "2 B 2 2025-01-01 #1", "3 C 3 2025-01-01 #1");
        assertThat(staged(2)).containsExactly("1 A 10 true", "2 D 4 true");
        try (ReadView view = store.read()) {
            assertThat(view.listStaged(2)).containsExactly(new StagedLayer(PLOT, Mode.UPSERT, List.of("B"), Map.of()));
            assertThat(view.listStaged(1)).isEmpty();
            assertThatThrownBy(() -> view.queryStaged(ALL, 2, "lake"))
                    .isInstanceOf(NotFound.class)
                    .hasMessageContaining("lake");
        }
        clock.turnTo("2026-01-01");
        assertThat(store.applyDue()).isEmpty();
    }

    @Test
    void appliesADraftOnTheDayOfItsAcceptance() {
        replace("2025-01-01", "A 1", "B 2", "C 3");
        draft(Mode.UPSERT, "A 10", "D 4", "-B");
        clock.turnTo("2025-06-20");
        ChangeSet accepted = store.accept(2, TODAY, "chief");
        assertThat(accepted.state()).isEqualTo(State.APPLIED);
        assertThat(accepted.effective()).isEqualTo(LocalDate.parse("2025-06-20"));
        assertThat(accepted.appliedAs()).contains(3L);
        assertThat(accepted.note()).contains("方案甲").contains("chief");
        assertThat(accepted.counts()).containsEntry("plot", new Counts(1, 1, 0, 1));
        assertThat(store.changeNumber()).isEqualTo(3);
        assertThat(rows("now")).containsExactly("1 A 10 2025-06-20 #2", "3 C 3 2025-01-01 #1", "4 D 4 2025-06-20 #2");
        assertThat(rows("2025-06-19"))
                .containsExactly("1 A 1 2025-01-01 #1", "2 B 2 2025-01-01 #1", "3 C 3 2025-01-01 #1");
        try (ReadView view = store.read()) {
            assertThat(view.listStaged(2)).isEmpty();
        }
        store.undo(2, "tester");
        assertThat(rows("now")).containsExactly("1 A 1 2025-01-01 #1", "2 B 2 2025-01-01 #1", "3 C 3 2025-01-01 #1");
    }

    @Test
    void replacesAWholeLayerByADraft() {
        replace("2025-01-01", "A 1", "B 2");
        draft(Mode.REPLACE, "A 1", "C 3");
        assertThat(store.accept(2, TODAY, "chief").counts()).containsEntry("plot", new Counts(1, 0, 1, 1));
        assertThat(rows("now")).containsExactly("1 A 1 2025-01-01 #1", "3 C 3 2025-06-15 #2");
    }

    @Test
    void schedulesADraftThatIsAcceptedForADayAhead() {
        replace("2025-01-01", "A 1", "B 2");
        draft(Mode.UPSERT, "A 10", "-B");
        assertThat(store.accept(2, Effective.from(LocalDate.parse("2025-07-01")), "chief")
                        .state())
                .isEqualTo(State.SCHEDULED);
        assertThat(rows("now")).hasSize(2);
        clock.turnTo("2025-07-01");
        assertThat(store.applyDue()).hasSize(1);
        assertThat(rows("now")).containsExactly("1 A 10 2025-07-01 #2");
    }

    @Test
    void createsALayerByADraft() {
        draft(Mode.REPLACE, "A 1");
        try (ReadView view = store.read()) {
            assertThat(view.layers(ALL).find("plot")).isEmpty();
        }
        store.accept(1, TODAY, "chief");
        assertThat(rows("now")).containsExactly("1 A 1 2025-06-15 #1");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            accepted twice         | accept     | today      | accepted already
            accepted while waiting | schedule   | today      | takes effect on 2025-07-01
            discarded before       | discard    | today      | discarded
            before today           | nothing    | 2025-06-14 | before today
            before the last change | ahead      | 2025-06-16 | last changed from 2025-06-18
            no day                 | nothing    | draft      | say from which day
            not a draft            | first      | today      | accepted already
            """)
    void refusesToAccept(String row, String before, String day, String message) {
        replace("2025-01-01", "A 1");
        long number = draft(Mode.UPSERT, "B 2").number();
        switch (before) {
            case "accept" -> store.accept(number, TODAY, "chief");
            case "schedule" -> store.accept(number, Effective.from(LocalDate.parse("2025-07-01")), "chief");
            case "discard" -> assertThat(store.undo(number, "chief").state()).isEqualTo(State.UNDONE);
            case "ahead" -> {
                upsert("2025-06-18", "C 3");
                clock.turnTo("2025-06-18");
                store.applyDue();
                clock.turnTo("2025-06-15"); // a clock that was put back
            }
            case "first" -> number = 1;
            default -> assertThat(before).isEqualTo("nothing");
        }
        List<String> now = rows("now");
        Effective effective =
                switch (day) {
                    case "today" -> TODAY;
                    case "draft" -> Effective.draft();
                    default -> Effective.from(LocalDate.parse(day));
                };
        long refused = number;
        assertThatThrownBy(() -> store.accept(refused, effective, "chief"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("change set " + refused)
                .hasMessageContaining(message);
        assertThat(rows("now")).isEqualTo(now);
    }

    @Test
    void refusesToAcceptWhatIsNotThere() {
        assertThatThrownBy(() -> store.accept(7, TODAY, "chief")).isInstanceOf(NotFound.class);
    }

    @Test
    void refusesADraftWhoseRowsChangedMeanwhile() {
        replace("2025-01-01", "A 1", "B 2", "C 3");
        long onA = draft(Mode.UPSERT, "A 10").number();
        long offB = draft(Mode.UPSERT, "-B").number();
        long whole = draft(Mode.REPLACE, "A 1", "B 2").number();
        long onC = draft(Mode.UPSERT, "C 30").number();
        store.accept(onA, TODAY, "chief");
        assertThat(store.accept(onC, TODAY, "chief").state()).isEqualTo(State.APPLIED);
        assertThatThrownBy(() -> store.accept(whole, TODAY, "chief"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'plot'")
                .hasMessageContaining("anew");
        upsert("", "B 20");
        assertThatThrownBy(() -> store.accept(offB, TODAY, "chief")).isInstanceOf(InvalidInput.class);
        assertThat(rows("now").stream().map(text -> text.split(" ", -1)[2])).containsExactly("10", "20", "30");
    }

    @Test
    void refusesADraftThatWouldReuseACodeRetiredMeanwhile() {
        replace("2025-01-01", "A 1", "B 2");
        long draft = draft(Mode.UPSERT, "C 3").number();
        upsert("", "C 4");
        write(TODAY, Mode.UPSERT, "-C");
        assertThatThrownBy(() -> store.accept(draft, TODAY, "chief"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("plot");
        assertThat(rows("now")).hasSize(2);
    }

    @Test
    void discardsADraft() {
        replace("2025-01-01", "A 1");
        draft(Mode.UPSERT, "A 10");
        ChangeSet off = store.undo(2, "chief");
        assertThat(off.number()).isEqualTo(2);
        assertThat(off.state()).isEqualTo(State.UNDONE);
        try (ReadView view = store.read()) {
            assertThat(view.listStaged(2)).isEmpty();
            assertThatThrownBy(() -> view.queryStaged(ALL, 2, "plot")).isInstanceOf(NotFound.class);
        }
        assertThat(store.undo(1, "chief").state()).isEqualTo(State.APPLIED); // a draft is in nobody's way
    }

    @Test
    void retiresRowsByName() {
        replace("2025-01-01", "A 1", "B 2", "C 3");
        try (ChangeSetWriter writer = begin("2025-02-01")) {
            writer.load(PLOT, Mode.UPSERT);
            assertThat(writer.retire(key("B"))).isEqualTo(Outcome.RETIRED);
            assertThat(writer.retire(key("B"))).isEqualTo(Outcome.DUPLICATE_KEY);
            assertThat(writer.put(plot(PLOT, "B 2"))).isEqualTo(Outcome.DUPLICATE_KEY);
            assertThat(writer.put(plot(PLOT, "A 9"))).isEqualTo(Outcome.REPLACED);
            assertThat(writer.retire(key("A"))).isEqualTo(Outcome.DUPLICATE_KEY);
            assertThat(writer.retire(key("X"))).isEqualTo(Outcome.ABSENT);
            assertThat(writer.finishLayer()).isEqualTo(new Counts(0, 1, 0, 1));
            writer.commit();
        }
        assertThat(rows("now")).containsExactly("1 A 9 2025-02-01 #2", "3 C 3 2025-01-01 #1");
        try (ReadView view = store.read()) {
            List<String> log = new ArrayList<>();
            view.forEachChangeSince(
                    1, entry -> log.add(entry.code() + " " + entry.newBox().isPresent()));
            assertThat(log).containsExactlyInAnyOrder("A true", "B false");
        }
        assertThatThrownBy(() -> {
                    try (ChangeSetWriter writer = begin("2025-03-01")) {
                        writer.load(PLOT, Mode.UPSERT);
                        if (writer.put(plot(PLOT, "B 2")) == Outcome.REUSES_RETIRED) {
                            throw new InvalidInput("B is retired");
                        }
                    }
                })
                .isInstanceOf(InvalidInput.class);
        store.undo(2, "tester");
        assertThat(rows("now")).containsExactly("1 A 1 2025-01-01 #1", "2 B 2 2025-01-01 #1", "3 C 3 2025-01-01 #1");
    }

    @Test
    void givesARowAnotherCodeUnderItsOldId() {
        replace("2025-01-01", "A 1", "B 2", "C 3");
        try (ChangeSetWriter writer = begin("2025-02-01")) {
            writer.load(PLOT, Mode.UPSERT);
            assertThat(writer.recode(key("X"), plot(PLOT, "Y 1"))).isEqualTo(Outcome.ABSENT);
            assertThat(writer.recode(key("A"), plot(PLOT, "B 1"))).isEqualTo(Outcome.DUPLICATE_KEY);
            assertThat(writer.recode(key("A"), plot(PLOT, "N 1"))).isEqualTo(Outcome.REPLACED);
            assertThat(writer.recode(key("A"), plot(PLOT, "M 1"))).isEqualTo(Outcome.ABSENT);
            assertThat(writer.put(plot(PLOT, "A 1"))).isEqualTo(Outcome.DUPLICATE_KEY);
            assertThat(writer.finishLayer()).isEqualTo(new Counts(0, 1, 0, 0));
            writer.commit();
        }
        assertThat(rows("now")).containsExactly("1 N 1 2025-02-01 #2", "2 B 2 2025-01-01 #1", "3 C 3 2025-01-01 #1");
        assertThat(rows("2025-01-15")).startsWith("1 A 1 2025-01-01 #1");
        try (ChangeSetWriter writer = begin("2025-03-01")) {
            writer.load(PLOT, Mode.UPSERT);
            assertThat(writer.put(plot(PLOT, "A 1"))).isEqualTo(Outcome.REUSES_RETIRED);
            assertThat(writer.recode(key("B"), plot(PLOT, "A 2"))).isEqualTo(Outcome.REUSES_RETIRED);
        }
        store.undo(2, "tester");
        assertThat(rows("now")).startsWith("1 A 1 2025-01-01 #1");
    }

    @Test
    void keepsANewCodeInADraft() {
        replace("2025-01-01", "A 1", "B 2");
        try (ChangeSetWriter writer =
                store.begin(new ChangeSetRequest(ChangeSet.Kind.EDIT, "tester", Effective.draft(), ""))) {
            writer.load(PLOT, Mode.UPSERT);
            assertThat(writer.recode(key("A"), plot(PLOT, "B 1"))).isEqualTo(Outcome.DUPLICATE_KEY);
            assertThat(writer.recode(key("A"), plot(PLOT, "N 10"))).isEqualTo(Outcome.REPLACED);
            assertThat(writer.put(plot(PLOT, "A 1"))).isEqualTo(Outcome.DUPLICATE_KEY);
            assertThat(writer.finishLayer()).isEqualTo(new Counts(0, 1, 0, 0));
            writer.commit();
        }
        try (ReadView view = store.read()) {
            assertThat(view.listStaged(2))
                    .containsExactly(new StagedLayer(PLOT, Mode.UPSERT, List.of(), Map.of("A", "N")));
        }
        store.accept(2, TODAY, "chief");
        assertThat(rows("now")).containsExactly("1 N 10 2025-06-15 #2", "2 B 2 2025-01-01 #1");
    }

    @Test
    void tellsRowsOfADraftApart() {
        replace("2025-01-01", "A 1", "B 2");
        try (ChangeSetWriter writer =
                store.begin(new ChangeSetRequest(ChangeSet.Kind.EDIT, "tester", Effective.draft(), ""))) {
            Layer stored = writer.load(PLOT, Mode.UPSERT);
            assertThat(stored).isEqualTo(PLOT);
            assertThat(writer.retire(key("B"))).isEqualTo(Outcome.RETIRED);
            assertThat(writer.put(plot(PLOT, "B 2"))).isEqualTo(Outcome.DUPLICATE_KEY);
            assertThat(writer.put(plot(PLOT, "A 1"))).isEqualTo(Outcome.UNCHANGED);
            assertThat(writer.retire(key("A"))).isEqualTo(Outcome.DUPLICATE_KEY);
            assertThat(writer.retire(key("X"))).isEqualTo(Outcome.ABSENT);
            assertThat(writer.finishLayer()).isEqualTo(new Counts(0, 0, 1, 1));
        } // closed without a commit
        try (ReadView view = store.read()) {
            assertThat(view.listChangeSets()).hasSize(1);
        }
    }
}
