package org.onemap.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.onemap.feature.Feature;
import org.onemap.store.ChangeSetWriter.Mode;

/** Readers and writers at the same time, in one process and through two openings of one store, on whatever engine. */
public abstract class StoreProcessContract extends StoreContract {

    @Test
    void showsAReaderOnePictureWhileAWriterCommits() {
        replace("2024-01-01", "A 1", "B 2");
        try (ReadView before = store.read()) {
            assertThat(texts(before, FeatureQuery.of("plot"))).hasSize(2);
            replace("2024-02-01", "A 10", "C 3", "D 4");
            assertThat(before.changeNumber()).isEqualTo(1);
            assertThat(texts(before, FeatureQuery.of("plot")))
                    .containsExactly("1 A 1 2024-01-01 #1", "2 B 2 2024-01-01 #1");
            assertThat(before.listChangeSets()).hasSize(1);
            assertThat(store.changeNumber()).isEqualTo(2);
            try (ReadView after = store.read()) {
                assertThat(after.changeNumber()).isEqualTo(2);
                assertThat(texts(after, FeatureQuery.of("plot"))).hasSize(3);
            }
        }
    }

    @Test
    void keepsAPictureTakenBeforeTheFirstRead() {
        replace("2024-01-01", "A 1");
        try (ReadView view = store.read()) {
            replace("2024-02-01", "A 2");
            assertThat(view.changeNumber()).isEqualTo(1);
            assertThat(texts(view, FeatureQuery.of("plot"))).containsExactly("1 A 1 2024-01-01 #1");
        }
    }

    @Test
    void readsWhileAWriterIsUnderWay() {
        replace("2024-01-01", "A 1");
        try (ChangeSetWriter writer = begin("2024-02-01")) {
            writer.load(PLOT, Mode.REPLACE);
            for (int i = 0; i < 1000; i++) {
                writer.put(plot(PLOT, "N" + i + " " + i));
            }
            writer.finishLayer();
            assertThat(rows("now")).containsExactly("1 A 1 2024-01-01 #1");
            assertThat(store.changeNumber()).isEqualTo(1);
            writer.commit();
        }
        assertThat(rows("now")).hasSize(1000);
    }

    @Test
    void seesWhatAnotherOpeningWrites() {
        try (Store other = openStore(folder, clock)) {
            replace("2024-01-01", "A 1");
            assertThat(other.changeNumber()).isEqualTo(1);
            try (ReadView view = other.read()) {
                assertThat(texts(view, FeatureQuery.of("plot"))).containsExactly("1 A 1 2024-01-01 #1");
            }
            other.undo(1, "other");
            assertThat(store.changeNumber()).isEqualTo(2);
        }
    }

    @Test
    void letsWritersFollowOneAnother() throws Exception {
        int writers = 4;
        int each = 5;
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            int number = w;
            tasks.add(() -> {
                for (int i = 0; i < each; i++) {
                    upsert("2024-01-01", "W" + number + "x" + i + " " + i);
                }
                return null;
            });
        }
        runAll(tasks);
        assertThat(store.changeNumber()).isEqualTo((long) writers * each);
        try (ReadView view = store.read()) {
            assertThat(features(view, FeatureQuery.of("plot")))
                    .hasSize(writers * each)
                    .extracting(Feature::oid)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void appliesADueChangeOnceWhoeverNotices() throws Exception {
        replace("2025-01-01", "A 1");
        replace("2025-07-01", "A 2");
        clock.turnTo("2025-07-01");
        List<Future<List<ChangeSet>>> results;
        try (Store other = openStore(folder, clock)) {
            CountDownLatch start = new CountDownLatch(1);
            List<Callable<List<ChangeSet>>> tasks = new ArrayList<>();
            for (Store opened : List.of(store, other, store, other)) {
                tasks.add(() -> {
                    start.await();
                    return opened.applyDue();
                });
            }
            ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
            try {
                results = new ArrayList<>();
                for (Callable<List<ChangeSet>> task : tasks) {
                    results.add(threads.submit(task));
                }
                start.countDown();
                int applied = 0;
                for (Future<List<ChangeSet>> result : results) {
                    applied += result.get().size();
                }
                assertThat(applied).isEqualTo(1);
            } finally {
                threads.shutdownNow();
            }
        }
        assertThat(store.changeNumber()).isEqualTo(3);
        assertThat(rows("now")).containsExactly("1 A 2 2025-07-01 #2");
    }

    private static void runAll(List<Callable<Void>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void readsInManyThreads() throws Exception {
        replace("2024-01-01", "A 1", "B 2", "C 3");
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            tasks.add(() -> {
                for (int i = 0; i < 50; i++) {
                    assertThat(rows("now")).hasSize(3);
                    assertThat(store.changeNumber()).isEqualTo(1);
                }
                return null;
            });
        }
        runAll(tasks);
    }
}
