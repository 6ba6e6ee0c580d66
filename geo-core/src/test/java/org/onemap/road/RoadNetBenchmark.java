package org.onemap.road;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Builds the net of a synthetic city of 8,110 roads in a fresh process, then builds it anew with the codes kept, and says what CPU
 * (user and system, all threads, start of the machine included) that took.
 */
public final class RoadNetBenchmark {

    private RoadNetBenchmark() {}

    /** Runs once; no arguments. */
    public static void main(String[] args) {
        List<Centreline> lines = SyntheticCity.draw(1, 20_000);
        Duration before = cpu();
        RoadNet net = RoadNetBuilder.build(lines, RoadNetOptions.of("410172"), PriorNet.NONE);
        Duration built = cpu();
        RoadNet again = RoadNetBuilder.build(lines, RoadNetOptions.of("410172"), PriorNet.of(net, Set.of()));
        Duration rebuilt = cpu();
        System.out.printf(
                Locale.ROOT,
                "%,d roads → %,d segments, %,d nodes, %,d blocks: %.2f s CPU (%.2f s with start and drawing); again with codes kept: %.2f s, same net: %s%n",
                lines.size(),
                net.segments().size(),
                net.nodes().size(),
                net.blocks().size(),
                seconds(built.minus(before)),
                seconds(built),
                seconds(rebuilt.minus(built)),
                again.segments().equals(net.segments()) && again.blocks().equals(net.blocks()));
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
