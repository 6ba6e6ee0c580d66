package org.onemap.store;

import java.util.List;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.StoreUnavailable;

/**
 * The port to the one map at rest. Two engines implement it, both under one contract test; answers are the same to the
 * byte.
 *
 * <p>Thread-safe. Any number of {@linkplain #read() read views} may be open beside one writer; a second writer, in this
 * or another process, waits a bounded time and then gets {@link StoreUnavailable}.
 */
public interface Store extends AutoCloseable {

    /** Where the store lies, for messages; never with a password. */
    String location();

    /**
     * The number of the latest change that readers can see; 0 for an empty store. It grows with every applied change
     * set and every undo, whichever process makes it. Cheap: meant to be polled.
     */
    long changeNumber();

    /** Opens a consistent picture of the store at its present change number. */
    ReadView read();

    /**
     * Starts a change set. Change sets that have fallen due are applied first.
     *
     * @throws InvalidInput if the effective date lies before the last applied change of a layer (known only when the
     *     layer is {@linkplain ChangeSetWriter#load loaded})
     * @throws StoreUnavailable if another writer holds the store longer than the wait
     */
    ChangeSetWriter begin(ChangeSetRequest request);

    /**
     * Gives a draft its day: it is applied, or scheduled if the day lies ahead.
     *
     * @param author who accepts it; the record's note says so
     * @return its record
     * @throws NotFound if there is no change set of this number
     * @throws InvalidInput if it is no draft (accepted before, discarded), its day is undecided still or lies before today
     *     or before the last change of one of its layers; if a row that it changes, or under {@link
     *     ChangeSetWriter.Mode#REPLACE} any row of the layer, was changed by somebody else after the draft was made; or
     *     if it would reuse a retired code. Nothing is written then
     */
    ChangeSet accept(long number, ChangeSetRequest.Effective effective, String author);

    /**
     * Takes a change set back by a counter change set: what it created is gone, also for {@code asOf}, what it replaced
     * or retired is there again under its old oid. A scheduled change set is called off instead, a draft is discarded.
     *
     * @return the counter change set (for a scheduled one or a draft, the change set itself, now undone)
     * @throws NotFound if there is no change set of this number
     * @throws InvalidInput if it is undone already, is itself an undo, or a later change set touched the same layers:
     *     the message names that one, to be undone first
     */
    ChangeSet undo(long number, String author);

    /**
     * Applies the scheduled change sets whose effective date has come (Asia/Shanghai), oldest date first. Idempotent,
     * whoever notices the date first; cheap when nothing is due.
     *
     * @return those that this call applied
     */
    List<ChangeSet> applyDue();

    /**
     * Calls the listener soon after a change that anybody makes, on a thread of the store. A hint that saves waiting for
     * the next look at {@link #changeNumber()}, which stays necessary: an engine may be unable to tell, and then never
     * calls; a call may come twice or without a change. The listener must return at once.
     */
    default void onChange(Runnable listener) {}

    @Override
    void close();
}
