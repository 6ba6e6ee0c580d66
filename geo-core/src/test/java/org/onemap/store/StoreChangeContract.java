package org.onemap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.feature.Schema;
import org.onemap.store.ChangeSet.Counts;
import org.onemap.store.ChangeSet.Kind;
import org.onemap.store.ChangeSet.State;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.ChangeSetWriter.Outcome;

/** Loading, atomicity, undo, retired codes and the change log, on whatever engine. */
public abstract class StoreChangeContract extends StoreContract {

    @Test
    void createsReplacesKeepsAndRetires() {
        assertThat(replace("2024-01-01", "A 1", "B 2", "C 3").counts()).containsEntry("plot", new Counts(3, 0, 0, 0));
        ChangeSet second = replace("2024-02-01", "A 1", "B 22", "D 4");
        assertThat(second.counts()).containsEntry("plot", new Counts(1, 1, 1, 1));
        assertThat(rows("now")).containsExactly("1 A 1 2024-01-01 #1", "2 B 22 2024-02-01 #2", "4 D 4 2024-02-01 #2");
    }

    @Test
    void keepsRowsThatAnUpsertDoesNotName() {
        replace("2024-01-01", "A 1", "B 2");
        ChangeSet second = upsert("2024-02-01", "B 3", "C 4");
        assertThat(second.counts()).containsEntry("plot", new Counts(1, 1, 0, 0));
        assertThat(rows("now")).containsExactly("1 A 1 2024-01-01 #1", "2 B 3 2024-02-01 #2", "3 C 4 2024-02-01 #2");
    }

    @Test
    void saysWhatBecameOfEachRow() {
        replace("2024-01-01", "A 1", "B 2", "C 3");
        replace("2024-01-02", "A 1", "B 2");
        try (ChangeSetWriter writer = begin("2024-02-01")) {
            writer.load(PLOT, Mode.REPLACE);
            assertThat(writer.put(plot(PLOT, "A 1"))).isEqualTo(Outcome.UNCHANGED);
            assertThat(writer.put(plot(PLOT, "A 2"))).isEqualTo(Outcome.DUPLICATE_KEY);
            assertThat(writer.put(plot(PLOT, "B 3"))).isEqualTo(Outcome.REPLACED);
            assertThat(writer.put(plot(PLOT, "C 3"))).isEqualTo(Outcome.REUSES_RETIRED);
            assertThat(writer.put(plot(PLOT, "D 4"))).isEqualTo(Outcome.CREATED);
            assertThat(writer.put(plot(PLOT, "D 5"))).isEqualTo(Outcome.DUPLICATE_KEY);
            assertThat(writer.finishLayer()).isEqualTo(new Counts(1, 1, 1, 0));
            writer.commit();
        }
        assertThat(rows("now")).containsExactly("1 A 1 2024-01-01 #1", "2 B 3 2024-02-01 #3", "4 D 4 2024-02-01 #3");
    }

    @Test
    void noticesARepeatedKeyInANewLayerAndGoesOn() {
        try (ChangeSetWriter writer = begin("2024-02-01")) {
            writer.load(PLOT, Mode.REPLACE);
            assertThat(writer.put(plot(PLOT, "A 1"))).isEqualTo(Outcome.CREATED);
            assertThat(writer.put(plot(PLOT, "A 2"))).isEqualTo(Outcome.DUPLICATE_KEY);
            assertThat(writer.put(plot(PLOT, "B 3"))).isEqualTo(Outcome.CREATED);
            assertThat(writer.put(plot(PLOT, "B 3"))).isEqualTo(Outcome.DUPLICATE_KEY);
            assertThat(writer.finishLayer()).isEqualTo(new Counts(2, 0, 0, 0));
            writer.commit();
        }
        assertThat(rows("now")).containsExactly("1 A 1 2024-02-01 #1", "2 B 3 2024-02-01 #1");
    }

    @Test
    void leavesNoTraceWithoutCommit() {
        replace("2024-01-01", "A 1");
        long before = store.changeNumber();
        try (ChangeSetWriter writer = begin("2024-02-01")) {
            writer.load(PLOT, Mode.REPLACE);
            writer.put(plot(PLOT, "B 2"));
            writer.finishLayer();
            writer.load(Layer.builder("other").build(), Mode.REPLACE);
        }
        assertThat(store.changeNumber()).isEqualTo(before);
        assertThat(rows("now")).containsExactly("1 A 1 2024-01-01 #1");
        try (ReadView view = store.read()) {
            assertThat(view.listChangeSets()).hasSize(1);
            assertThat(view.layers(ALL).list()).extracting(Layer::name).containsExactly("plot");
        }
        assertThat(replace("2024-02-01", "A 1").number()).isEqualTo(2);
    }

    @Test
    void leavesNoTraceAfterARowThatDoesNotFit() {
        Content line = Content.builder(PLOT.schema())
                .code("L")
                .geometry(wkt("LINESTRING(1 1, 2 2)"))
                .build();
        assertThatThrownBy(() -> {
                    try (ChangeSetWriter writer = begin("")) {
                        writer.load(PLOT, Mode.REPLACE);
                        writer.put(plot(PLOT, "A 1"));
                        writer.put(line);
                        writer.commit();
                    }
                })
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("LineString")
                .hasMessageContaining("points");
        assertThat(store.changeNumber()).isZero();
    }

    @Test
    void refusesToLoadALayerTwiceInOneChangeSet() {
        try (ChangeSetWriter writer = begin("")) {
            writer.load(PLOT, Mode.REPLACE);
            writer.finishLayer();
            assertThatThrownBy(() -> writer.load(PLOT, Mode.UPSERT))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("'plot'");
        }
    }

    @Test
    void keepsSourcesAndNote() {
        ChangeSet.Source source = new ChangeSet.Source("网格.zip!grid.shp", "ab12", "EPSG:4547");
        try (ChangeSetWriter writer =
                store.begin(new ChangeSetRequest(Kind.EDIT, "王芳", ChangeSetRequest.Effective.today(), "第三次调整"))) {
            writer.addSource(source);
            writer.commit();
        }
        try (ReadView view = store.read()) {
            ChangeSet record = view.getChangeSet(1);
            assertThat(record.sources()).containsExactly(source);
            assertThat(record.author()).isEqualTo("王芳");
            assertThat(record.note()).isEqualTo("第三次调整");
            assertThat(record.kind()).isEqualTo(Kind.EDIT);
            assertThat(record.state()).isEqualTo(State.APPLIED);
            assertThat(record.effective()).hasToString("2025-06-15");
            assertThat(record.appliedAs()).contains(1L);
            assertThat(record.madeAt()).isEqualTo(clock.instant());
            assertThatThrownBy(() -> view.getChangeSet(7))
                    .isInstanceOf(NotFound.class)
                    .hasMessageContaining("7");
        }
    }

    @Test
    void bringsBackWhatAnUndoneChangeSetReplacedAndRetired() {
        replace("2024-01-01", "A 1", "B 2", "C 3");
        List<String> before = rows("now");
        replace("2024-02-01", "A 1", "B 22", "D 4");
        ChangeSet undo = store.undo(2, "tester");
        assertThat(undo.kind()).isEqualTo(Kind.UNDO);
        assertThat(undo.note()).isEqualTo("takes back 2");
        assertThat(undo.counts()).containsEntry("plot", new Counts(1, 1, 0, 1));
        assertThat(rows("now")).isEqualTo(before);
        assertThat(rows("2024-02-01")).isEqualTo(before);
        assertThat(store.changeNumber()).isEqualTo(3);
        try (ReadView view = store.read()) {
            assertThat(view.getChangeSet(2).state()).isEqualTo(State.UNDONE);
            assertThat(view.getChangeSet(2).undoneBy()).contains(3L);
            assertThat(view.listChangeSets()).extracting(ChangeSet::number).containsExactly(3L, 2L, 1L);
        }
    }

    @Test
    void undoesAChainBackwardsOnly() {
        replace("2024-01-01", "A 1");
        replace("2024-02-01", "A 2");
        replace("2024-03-01", "A 3");
        assertThatThrownBy(() -> store.undo(1, "tester"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("undo 3 first");
        store.undo(3, "tester");
        store.undo(2, "tester");
        assertThat(rows("now")).containsExactly("1 A 1 2024-01-01 #1");
        assertThatThrownBy(() -> store.undo(2, "tester"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("undone already by change set 5");
        assertThatThrownBy(() -> store.undo(4, "tester"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("takes back 3");
        assertThatThrownBy(() -> store.undo(99, "tester")).isInstanceOf(NotFound.class);
        store.undo(1, "tester");
        assertThatThrownBy(() -> rows("now")).isInstanceOf(NotFound.class).hasMessageContaining("plot");
    }

    @Test
    void doesNotMindLaterChangesOfOtherLayers() {
        replace("2024-01-01", "A 1");
        Layer other = Layer.builder("other")
                .schema(PLOT.schema())
                .geometry(GeometryKind.POINT)
                .build();
        load("2024-01-01", other, Mode.REPLACE, "A 1");
        store.undo(1, "tester");
        assertThat(rows("other", "now")).hasSize(1);
    }

    @Test
    void neverGivesAnOidTwiceButTakesCodesOfUndoneRows() {
        replace("2024-01-01", "A 1", "B 2");
        store.undo(1, "tester");
        assertThat(replace("2024-01-01", "A 1", "B 2").counts()).containsEntry("plot", new Counts(2, 0, 0, 0));
        assertThat(rows("now")).containsExactly("3 A 1 2024-01-01 #3", "4 B 2 2024-01-01 #3");
        assertThat(rows("2024-01-01")).isEqualTo(rows("now"));
    }

    @Test
    void neverReusesARetiredCodeEvenAfterAnUndoInBetween() {
        replace("2024-01-01", "A 1", "B 2");
        replace("2024-02-01", "A 1");
        store.undo(2, "tester");
        assertThat(upsert("2024-02-01", "B 3").counts()).containsEntry("plot", new Counts(0, 1, 0, 0));
        replace("2024-03-01", "A 1");
        assertThat(upsert("2024-04-01", "B 3").counts()).containsEntry("plot", new Counts(0, 0, 0, 0));
        assertThat(rows("now")).containsExactly("1 A 1 2024-01-01 #1");
    }

    @Test
    void writesAReusedCodeOfAnOtherLayerAsANewObject() {
        Layer other = PLOT.toBuilder().role(LayerRole.OTHER).build();
        load("2024-01-01", other, Mode.REPLACE, "A 1", "B 2");
        load("2024-02-01", other, Mode.REPLACE, "A 1");
        try (ChangeSetWriter writer = begin("2024-03-01")) {
            writer.load(other, Mode.UPSERT);
            assertThat(writer.put(plot(other, "B 2"))).isEqualTo(Outcome.REUSES_RETIRED);
            assertThat(writer.put(plot(other, "B 2"))).isEqualTo(Outcome.DUPLICATE_KEY);
            assertThat(writer.finishLayer()).isEqualTo(new Counts(1, 0, 0, 0));
            writer.commit();
        }
        assertThat(rows("now")).containsExactly("1 A 1 2024-01-01 #1", "3 B 2 2024-03-01 #3");
        assertThat(rows("2024-01-15")).containsExactly("1 A 1 2024-01-01 #1", "2 B 2 2024-01-01 #1");
    }

    @Test
    void recognisesRowsByAnotherKey() {
        Schema schema = Schema.of(List.of(Field.of("编号", FieldType.INTEGER)));
        Layer keyed = Layer.builder("keyed")
                .schema(schema)
                .keyField("编号")
                .geometry(GeometryKind.NONE)
                .build();
        try (ChangeSetWriter writer = begin("2024-01-01")) {
            writer.load(keyed, Mode.REPLACE);
            writer.put(keyed(schema, 1L, "X"));
            writer.put(keyed(schema, 2L, "X"));
            writer.put(keyed(schema, null, "Y"));
            assertThat(writer.put(keyed(schema, 2L, "Z"))).isEqualTo(Outcome.DUPLICATE_KEY);
            writer.finishLayer();
            writer.commit();
        }
        try (ChangeSetWriter writer = begin("2024-02-01")) {
            writer.load(keyed, Mode.REPLACE);
            assertThat(writer.put(keyed(schema, 2L, "X"))).isEqualTo(Outcome.UNCHANGED);
            assertThat(writer.put(keyed(schema, 1L, "W"))).isEqualTo(Outcome.REPLACED);
            assertThat(writer.finishLayer()).isEqualTo(new Counts(0, 1, 1, 1));
            writer.commit();
        }
        try (ReadView view = store.read()) {
            assertThat(view.find(ALL, "keyed", "1", ValidTime.now())
                            .orElseThrow()
                            .name())
                    .contains("W");
            assertThat(view.find(ALL, "keyed", "x", ValidTime.now())).isEmpty();
        }
    }

    private static Content keyed(Schema schema, Long key, String name) {
        return Content.builder(schema).name(name).value(0, key).build();
    }

    @Test
    void logsEachRowWithItsBoxes() {
        replace("2024-01-01", "A 1", "B 2", "C 3");
        replace("2024-02-01", "A 1", "B 22", "D 4");
        store.undo(2, "tester");
        assertThat(log(0))
                .containsExactly(
                        "1 plot 1 A - 1",
                        "1 plot 2 B - 2",
                        "1 plot 3 C - 3",
                        "2 plot 2 B 2 22",
                        "2 plot 3 C 3 -",
                        "2 plot 4 D - 4",
                        "3 plot 2 B 22 2",
                        "3 plot 3 C - 3",
                        "3 plot 4 D 4 -");
        assertThat(log(2)).hasSize(3);
        assertThat(log(3)).isEmpty();
    }

    private List<String> log(long since) {
        List<String> log = new ArrayList<>();
        try (ReadView view = store.read()) {
            view.forEachChangeSince(
                    since,
                    e -> log.add(e.changeNumber() + " " + e.layer() + " " + e.oid() + " " + e.code() + " "
                            + lon(e.oldBox()) + " " + lon(e.newBox())));
        }
        return log;
    }

    private static String lon(java.util.Optional<Envelope> box) {
        return box.map(b -> Long.toString(Math.round(b.getMinX()))).orElse("-");
    }

    @Test
    void keepsWhatItWroteWhenOpenedAgain() {
        replace("2024-01-01", "A 1", "B 2");
        replace("2024-02-01", "A 2");
        List<String> rows = rows("now");
        List<String> then = rows("2024-01-15");
        store.close();
        store = openStore(folder, clock);
        assertThat(store.changeNumber()).isEqualTo(2);
        assertThat(rows("now")).isEqualTo(rows);
        assertThat(rows("2024-01-15")).isEqualTo(then);
    }

    @Test
    void givesABlankLayerAnotherShape() {
        replace("2024-01-01", "A 1");
        store.undo(1, "tester");
        Layer line = Layer.builder("plot")
                .title("地块线")
                .geometry(GeometryKind.LINE)
                .schema(Schema.of(List.of(Field.of("value", FieldType.TEXT))))
                .build();
        try (ChangeSetWriter writer = begin("2024-01-01")) {
            assertThat(writer.load(line, Mode.REPLACE)).isEqualTo(line);
            writer.put(Content.builder(line.schema())
                    .code("A")
                    .value(0, "x")
                    .geometry(wkt("LINESTRING(1 1, 2 2)"))
                    .build());
            writer.finishLayer();
            writer.commit();
        }
        assertThat(rows("now")).containsExactly("2 A x 2024-01-01 #3");
        store.undo(3, "tester");
        replace("2024-01-01", "A 1");
        assertThat(rows("now")).containsExactly("3 A 1 2024-01-01 #5");
    }
}
