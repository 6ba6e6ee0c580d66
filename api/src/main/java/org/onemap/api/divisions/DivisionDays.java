package org.onemap.api.divisions;

import java.time.LocalDate;
import java.util.Optional;
import org.onemap.snapshot.AsOfLocators;
import org.onemap.snapshot.Snapshot;
import org.onemap.snapshot.SnapshotHolder;

/** The division trees of now and of other days. Thread-safe. */
public final class DivisionDays {

    private final SnapshotHolder snapshots;
    private final AsOfLocators days;

    /** Now from the current one of these snapshots, other days from the store. */
    public DivisionDays(SnapshotHolder snapshots, AsOfLocators days) {
        this.snapshots = snapshots;
        this.days = days;
    }

    /** The snapshot of a day, or of now. A request takes it once and finishes on it. */
    Snapshot at(Optional<LocalDate> asOf) {
        return asOf.map(days::snapshotAt).orElseGet(snapshots::current);
    }
}
