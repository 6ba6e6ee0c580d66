package org.onemap.api.locate;

import java.time.LocalDate;
import java.util.Optional;
import org.onemap.locate.Locator;
import org.onemap.snapshot.AsOfLocators;
import org.onemap.snapshot.Snapshot;
import org.onemap.snapshot.SnapshotHolder;

/** The divisions of now and of other days. Thread-safe. */
public final class Locators {

    private final SnapshotHolder snapshots;
    private final AsOfLocators days;

    /** Now from the current one of these snapshots, other days from the store. */
    public Locators(SnapshotHolder snapshots, AsOfLocators days) {
        this.snapshots = snapshots;
        this.days = days;
    }

    /** Those of a day, or of now. A request takes them once and finishes on them. */
    Chosen choose(Optional<LocalDate> asOf) {
        Snapshot snapshot = snapshots.current();
        return new Chosen(asOf.map(days::at).orElseGet(snapshot::locator), snapshot.changeNumber());
    }

    /**
     * A locator and where it comes from.
     *
     * @param locator of the day
     * @param changeNumber the change number that was current
     */
    record Chosen(Locator locator, long changeNumber) {}
}
