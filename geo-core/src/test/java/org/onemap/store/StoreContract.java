package org.onemap.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.onemap.store.ChangeSet.Counts;

/** What a change set does to the rows of a layer, on whatever engine: load, atomicity, undo, retired codes. */
public abstract class StoreContract extends StoreContractBase {

    @Test
    void createsReplacesKeepsAndRetires() {
        ChangeSet first = replace("2024-01-01", "A 1", "B 2", "C 3");
        assertThat(first.counts()).containsEntry("plot", new Counts(3, 0, 0, 0));
        ChangeSet second = replace("2024-02-01", "A 1", "B 22", "D 4");
        assertThat(second.counts()).containsEntry("plot", new Counts(1, 1, 1, 1));
        assertThat(rows("now")).containsExactly("1 A 1 2024-01-01 #1", "2 B 22 2024-02-01 #2", "4 D 4 2024-02-01 #2");
        assertThat(rows("2024-01-15"))
                .containsExactly("1 A 1 2024-01-01 #1", "2 B 2 2024-01-01 #1", "3 C 3 2024-01-01 #1");
        assertThat(rows("2024-02-01")).isEqualTo(rows("now"));
        assertThat(rows("2023-12-31")).isEmpty();
    }
}
