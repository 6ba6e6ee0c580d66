package org.onemap.store.sql;

import java.sql.SQLException;
import org.onemap.feature.Content;
import org.onemap.feature.Layer;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSet.Counts;
import org.onemap.store.ChangeSetWriter;

/** The change set that a caller writes: a {@link Change} that owns its transaction. Confined to one thread. */
final class SqlWriter implements ChangeSetWriter {

    private final Engine engine;
    private final Transaction transaction;
    private final Change change;
    private boolean ended;

    SqlWriter(Engine engine, Transaction transaction, Change change) {
        this.engine = engine;
        this.transaction = transaction;
        this.change = change;
    }

    @Override
    public long number() {
        return change.number();
    }

    @Override
    public void addSource(ChangeSet.Source source) {
        change.addSource(source);
    }

    @Override
    public Layer load(Layer layer, Mode mode) {
        requireOpen();
        try {
            return change.load(layer, mode);
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    @Override
    public Outcome put(Content content) {
        requireOpen();
        try {
            return change.put(content);
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    @Override
    public Outcome retire(Content key) {
        requireOpen();
        try {
            return change.retire(key);
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    @Override
    public Outcome recode(Content key, Content content) {
        requireOpen();
        try {
            return change.recode(key, content);
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    @Override
    public Counts finishLayer() {
        requireOpen();
        try {
            return change.finishLayer();
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    @Override
    public ChangeSet commit() {
        requireOpen();
        try {
            ChangeSet done = change.save();
            transaction.commit();
            return done;
        } catch (SQLException e) {
            throw engine.failure(e);
        } finally {
            close();
        }
    }

    private void requireOpen() {
        if (ended) {
            throw new IllegalStateException("change set " + change.number() + " is closed");
        }
    }

    @Override
    public void close() {
        if (ended) {
            return;
        }
        ended = true;
        try (transaction) {
            change.abandon();
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }
}
