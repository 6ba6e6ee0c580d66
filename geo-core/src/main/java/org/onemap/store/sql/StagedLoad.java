package org.onemap.store.sql;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.store.ChangeSet.Counts;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.ChangeSetWriter.Outcome;

/**
 * A load of a change set whose day lies ahead: rows go into a {@link StagingTable}, and the answer says what would
 * become of them today. The layer itself is not touched.
 */
final class StagedLoad implements LayerLoad {

    private final Layer layer;
    private final Mode mode;
    private final StagingTable staging;
    private final @Nullable CurrentRows current;
    private long created;
    private long replaced;
    private long unchanged;
    private long retired;

    /**
     * Opens the load.
     *
     * @param session the session of the transaction
     * @param staged the layer as the scheduled change set will load it
     * @param stored the layer as its tables are now, its fields the first ones of the staged layer; null if it has none
     */
    StagedLoad(Session session, Catalog.Entry staged, @Nullable Layer stored) throws SQLException {
        this.layer = staged.layer();
        this.mode = staged.mode();
        this.staging = StagingTable.create(session, staged);
        this.current = stored == null ? null : new CurrentRows(session, stored, () -> {});
    }

    @Override
    public Outcome put(Row row) throws SQLException {
        Object key = row.key(layer);
        StoredRow old = current == null ? null : current.find(key);
        boolean newCode = row.code != null && (old == null || !Objects.equals(row.code, old.row().code));
        boolean retired = newCode && current != null && current.isRetired(Objects.requireNonNull(row.code));
        if (retired && layer.role() != LayerRole.OTHER) {
            return Outcome.REUSES_RETIRED;
        } else if (old != null && current != null && !current.name(old.oid())) {
            return Outcome.DUPLICATE_KEY;
        } else if (!staging.add(key, row)) {
            return Outcome.DUPLICATE_KEY;
        } else if (old == null || current == null) {
            created++;
            return retired ? Outcome.REUSES_RETIRED : Outcome.CREATED;
        }
        if (widened(old.row()).sameAs(row)) {
            unchanged++;
            return Outcome.UNCHANGED;
        }
        replaced++;
        return retired ? Outcome.REUSES_RETIRED : Outcome.REPLACED;
    }

    @Override
    public Outcome retire(Row row) throws SQLException {
        Object key = row.key(layer);
        StoredRow old = current == null ? null : current.find(key);
        if (key == null || old == null || current == null) {
            return Outcome.ABSENT;
        } else if (!current.name(old.oid())) {
            return Outcome.DUPLICATE_KEY;
        }
        staging.retire(key);
        retired++;
        return Outcome.RETIRED;
    }

    @Override
    public Outcome recode(Row keyRow, Row row) throws SQLException {
        Object key = keyRow.key(layer);
        StoredRow old = current == null ? null : current.find(key);
        if (key == null || old == null || current == null) {
            return Outcome.ABSENT;
        } else if (row.code != null && current.isRetired(row.code) && layer.role() != LayerRole.OTHER) {
            return Outcome.REUSES_RETIRED;
        } else if (current.find(row.key(layer)) != null || !current.name(old.oid())) {
            return Outcome.DUPLICATE_KEY;
        } else if (!staging.add(row.key(layer), row)) {
            return Outcome.DUPLICATE_KEY;
        }
        staging.recode(key, row.key(layer));
        replaced++;
        return Outcome.REPLACED;
    }

    private Row widened(Row old) {
        return new Row(
                old.code,
                old.name,
                old.parentCode,
                old.geometry,
                Arrays.copyOf(old.values, layer.schema().size()));
    }

    @Override
    public Counts finish() throws SQLException {
        retired += mode == Mode.REPLACE && current != null ? current.countUnnamed() : 0;
        abandon();
        if (current != null) {
            current.drop();
        }
        return new Counts(created, replaced, unchanged, retired);
    }

    @Override
    public void abandon() throws SQLException {
        staging.close();
        if (current != null) {
            current.close();
        }
    }
}
