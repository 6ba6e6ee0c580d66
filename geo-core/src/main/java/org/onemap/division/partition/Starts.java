package org.onemap.division.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * How often a search starts anew, from which seed, and on how many threads. The threads change the time, never the
 * answer: every start draws from a generator of its own. Immutable.
 *
 * @param seed any number
 * @param count how many starts
 * @param threads how many at once
 */
public record Starts(long seed, int count, int threads) {

    public Starts {
        if (count < 1 || threads < 1) {
            throw new IllegalArgumentException("starts " + count + ", threads " + threads);
        }
    }

    /** The generator for what comes after the starts. */
    SplittableRandom random() {
        return new SplittableRandom(seed);
    }

    /** The answers of all starts in their order. */
    <R> List<R> run(Function<SplittableRandom, R> search) {
        List<SplittableRandom> generators = new ArrayList<>();
        SplittableRandom source = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            generators.add(source.split());
        }
        if (threads == 1 || count == 1) {
            return generators.stream().map(search).toList();
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, count));
        try {
            List<Future<R>> running = generators.stream()
                    .map(generator -> pool.submit(() -> search.apply(generator)))
                    .toList();
            List<R> answers = new ArrayList<>();
            for (Future<R> one : running) {
                answers.add(answer(one));
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    private static <R> R answer(Future<R> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
