package org.onemap.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.feature.Schema;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.sql.StoreCheck;
import org.onemap.store.sql.StoreProblem;

/** The check of a store finds nothing in a sound one and each kind of damage in one that others have written into. */
public abstract class StoreDamageContract extends StoreContract {

    private static final Layer GRID = Layer.builder("grid")
            .role(LayerRole.DIVISION)
            .geometry(GeometryKind.POLYGON)
            .schema(Schema.of(List.of(Field.of("value", FieldType.INTEGER))))
            .build();

    /** Runs SQL in the store as somebody who does not know its rules. */
    protected abstract void damage(String sql) throws SQLException;

    /** How this engine's spatial index and geometries are damaged: a statement for each of these words. */
    protected abstract String sqlOf(String word);

    @Override
    protected final boolean staysSound() {
        return false;
    }

    /** Oids 1 to 40, of which 1 to 10 are retired; oids 12, 15, 18… have a closed version; oids 41 to 60 came later. */
    @BeforeEach
    void fill() {
        load("2024-01-01", 1, 40, 0);
        load("2024-03-01", 11, 60, 5);
    }

    private void load(String effective, int from, int to, long value) {
        try (ChangeSetWriter writer = begin(effective)) {
            writer.load(GRID, Mode.REPLACE);
            for (int i = from; i <= to; i++) {
                String box = (113 + i / 100.0) + " 34, " + (113.01 + i / 100.0) + " 34, " + (113 + i / 100.0) + " 35, "
                        + (113 + i / 100.0) + " 34";
                writer.put(Content.builder(GRID.schema())
                        .code("410172160601%03d".formatted(i))
                        .name("网格" + i)
                        .value(0, i % 3 == 0 ? value : 0)
                        .geometry(wkt("POLYGON((" + box + "))"))
                        .build());
            }
            writer.finishLayer();
            writer.commit();
        }
    }

    @Test
    void findsNothingInASoundStore() {
        store.undo(2, "tester");
        load("2025-06-15", 21, 70, 6);
        assertThat(StoreCheck.check(store)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            sequence | the last oid given is 1, but      | UPDATE onemap_sequence SET value = 1 WHERE name = 'oid'
            sequence | readers see change 1, but         | UPDATE onemap_sequence SET value = 1 WHERE name = 'applied'
            sequence | the last number given is 1, but   | UPDATE onemap_sequence SET value = 1 WHERE name = 'change'
            code     | 2 current rows have it            | DROP INDEX onemap_grid_code; UPDATE grid SET code = '410172160601021' WHERE oid = 22
            code     | only 14 digits of 15              | UPDATE grid SET code = '41017216060102' WHERE oid = 22
            code     | is no digit                       | UPDATE grid SET code = '4101721606010O2' WHERE oid = 22
            code     | no province has the number 00     | UPDATE grid SET code = '000172160601022' WHERE oid = 22
            code     | 18 digits, more than 15           | UPDATE grid SET code = '410172160601022001' WHERE oid = 22
            code     | a row of its history: 网格代码 99  | UPDATE grid_history SET code = '99' WHERE oid = 12
            code     | a division without a code         | UPDATE grid SET code = NULL WHERE oid = 22
            code     | its code is blank                 | UPDATE grid SET code = ' ' WHERE oid = 22
            code     | was retired before under another  | UPDATE grid SET code = '410172160601003' WHERE oid = 22
            validity | two of its rows are valid on      | UPDATE grid_history SET valid_to = '2024-03-15' WHERE oid = 12
            validity | no row is valid from 2024-02-15   | UPDATE grid_history SET valid_to = '2024-02-15' WHERE oid = 12
            validity | ends before it begins             | UPDATE grid_history SET valid_to = '2023-02-15' WHERE oid = 12
            records  | written by change set 77, which   | UPDATE grid SET change_set = 77 WHERE oid = 22
            records  | closed by change set 77, which    | UPDATE grid_history SET closed_by = 77 WHERE oid = 12
            records  | 1 counts of change sets           | UPDATE onemap_change_layer SET change_set = 77 WHERE change_set = 2
            log      | is not in the change log          | DELETE FROM onemap_change_log WHERE oid = 12
            log      | its change 1 is not in the change | DELETE FROM onemap_change_log WHERE change_number = 1
            log      | lie ahead of the change           | UPDATE onemap_change_log SET change_number = 9 WHERE oid = 50
            log      | belong to no layer                | UPDATE onemap_change_log SET layer_id = 9 WHERE oid = 50
            index    | onemap_grid_code is missing       | DROP INDEX onemap_grid_code
            index    | onemap_grid_history_oid is        | DROP INDEX onemap_grid_history_oid
            index    | is missing                        | drop-spatial-index
            index    |                                   | spoil-spatial-index
            geometry |                                   | spoil-geometry
            """)
    void namesWhatDoesNotFit(String check, String message, String sql) throws SQLException {
        damage(sql.contains(" ") ? sql : sqlOf(sql));
        String fragment = message == null ? "" : message;
        assertThat(StoreCheck.check(store)).anySatisfy(problem -> {
            assertThat(problem.check()).isEqualTo(check);
            assertThat(problem.message()).contains(fragment);
        });
    }

    @Test
    void namesTheFirstTwentyOfAKindOnly() throws SQLException {
        damage("UPDATE grid SET code = 'x' || code");
        assertThat(StoreCheck.check(store))
                .hasSize(20)
                .extracting(StoreProblem::check)
                .containsOnly("code");
    }
}
