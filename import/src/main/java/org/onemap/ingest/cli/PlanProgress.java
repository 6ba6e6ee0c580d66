package org.onemap.ingest.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.onemap.division.partition.Watch;

/**
 * Tells what a planner does, and ends it when the process is asked to end (Ctrl-C): the search stops at once, and since
 * the draft is one transaction at the very end, nothing of it is left.
 */
final class PlanProgress implements Watch, Consumer<String>, AutoCloseable {

    private static final int CHECKS_PER_DOT = 2_000;

    private final Console console;
    private final AtomicLong checks = new AtomicLong();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final Thread hook = new Thread(() -> ending.set(true), "end of plan");

    PlanProgress(Console console) {
        this.console = console;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void accept(String line) {
        console.err().println(line);
    }

    @Override
    public void check() {
        if (ending.get() || Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the plan was called off; nothing was written");
        }
        if (console.terminal() && checks.incrementAndGet() % CHECKS_PER_DOT == 0) {
            console.err().print(".");
            console.err().flush();
        }
    }

    @Override
    public void close() {
        if (ending.get()) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            ending.set(true); // the process ends already, and the hook runs or has run
        }
    }
}
