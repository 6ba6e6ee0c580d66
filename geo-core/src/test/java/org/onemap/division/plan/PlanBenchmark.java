package org.onemap.division.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.onemap.division.partition.NestedPartition.Search;
import org.onemap.division.partition.Nesting;
import org.onemap.division.partition.Starts;
import org.onemap.division.plan.PlanProblem.Order;
import org.onemap.road.BlockGraph;
import org.onemap.road.PriorNet;
import org.onemap.road.RoadNetBuilder;
import org.onemap.road.RoadNetOptions;
import org.onemap.road.SyntheticCity;

/**
 * Plans synthetic cities of some 7,500 blocks: equal loads, tolerance 5 % beside METIS on the same graph ({@code gpmetis} of the
 * Debian package metis), and rebalancing after a year. METIS minimises the prices of the boundaries, as the planner does, in whole
 * metres; its parts need not nest. It runs with its own limit of 3 % and the best of ten cuts (as in the measured proof),
 * with nothing but its defaults, and with the limit of 5 % that the planner has. CPU is that of this process. Arguments:
 * seeds, by default 1 2 3.
 */
public final class PlanBenchmark {

    private static final PlanLevels LEVELS = PlanLevels.parse("office:5,zone:30,grid:189");

    private static final List<List<String>> PEERS =
            List.of(List.of("-ufactor=30", "-ncuts=10"), List.of(), List.of("-ufactor=50", "-ncuts=10"));

    private PlanBenchmark() {}

    public static void main(String[] args) throws IOException {
        for (String seed : args.length == 0 ? new String[] {"1", "2", "3"} : args) {
            city(Long.parseLong(seed));
        }
    }

    private static void city(long seed) throws IOException {
        double start = cpuS();
        BlockGraph blocks = RoadNetBuilder.build(
                        SyntheticCity.draw(seed, 21_000), RoadNetOptions.of("410172"), PriorNet.NONE)
                .graph();
        double[] residents = new CityResidents(seed).of(blocks);
        say(
                "city %d: %d blocks, %d boundaries, net in %.1f s CPU",
                seed, blocks.blocks().size(), blocks.borders().size(), cpuS() - start);
        Plan equal = measured("equal loads", blocks, residents, PlanRules.defaults(), 2);
        Plan loose = measured(
                "tolerance 5 %", blocks, residents, PlanRules.defaults().withTolerance(0.05), 1);
        beside(loose, Path.of(System.getProperty("java.io.tmpdir")).resolve("onemap-plan-" + seed + ".graph"));
        later(equal, CityResidents.aYearLater(residents, 9));
    }

    private static PlanProblem problem(BlockGraph blocks, double[] residents, PlanRules rules) {
        return PlanProblem.of(blocks, Squares.loads(residents), new Order(LEVELS, rules, BlockGroups.none()));
    }

    private static Plan measured(String title, BlockGraph blocks, double[] residents, PlanRules rules, int starts) {
        PlanProblem problem = problem(blocks, residents, rules);
        double start = cpuS();
        Plan plan = new Planner(problem, new Search(new Starts(1, starts, 1), () -> {}), 1).create();
        say(
                "  %s: %.1f s CPU, certificate %.2f %%",
                title, cpuS() - start, 100 * Certificates.of(problem).bound());
        for (int level = 0; level < 3; level++) {
            LevelFigures figures = LevelFigures.of(plan, level);
            say(
                    "    %-6s worst %.3f %% mean %.3f %% raw %.2f %%, boundary %.1f km, Polsby-Popper %.3f, in pieces %d",
                    figures.layer(),
                    100 * figures.balance().worst(),
                    100 * figures.balance().mean(),
                    100 * figures.balance().rawWorst(),
                    figures.totalBoundaryM() / 1000,
                    figures.compactness().mean(),
                    PlanPieces.count(plan, level).values().stream()
                            .filter(n -> n > 1)
                            .count());
        }
        return plan;
    }

    private static void later(Plan before, double[] residents) {
        int[] leaves = new int[residents.length];
        Arrays.setAll(leaves, block -> before.part(0, block));
        int[][] parents = {
            before.nesting().parents(2),
            before.nesting().parents(1),
            before.nesting().parents(0)
        };
        PlanProblem problem = problem(
                before.problem().blocks(), residents, PlanRules.defaults().withTolerance(0.1));
        Planner planner = new Planner(problem, new Search(new Starts(1, 1, 1), () -> {}), 1);
        Plan today = planner.existing(leaves, parents);
        double start = cpuS();
        Plan after = planner.rebalance(today);
        double spent = cpuS() - start;
        double least = Planner.leastMoved(today, 0.1);
        double moved = after.movedLoad(today);
        say(
                "  rebalance to 10 %%: worst %.1f %% -> %.2f %% (certificate %.2f %%), moved %.0f residents, bound %.0f,"
                        + " ratio %.3f, %.2f s CPU",
                100 * LevelFigures.of(today, 0).balance().worst(),
                100 * LevelFigures.of(after, 0).balance().worst(),
                100 * Certificates.of(problem).bound(),
                moved,
                least,
                moved / least,
                spent);
    }

    private static void beside(Plan plan, Path file) throws IOException {
        Files.writeString(file, metis(plan.problem()), StandardCharsets.US_ASCII);
        for (List<String> options : PEERS) {
            List<String> command = new ArrayList<>(List.of("gpmetis", "-ptype=kway", "-contig"));
            command.addAll(options);
            command.addAll(List.of(file.toString(), "189"));
            try {
                if (runs(command)) {
                    compare(plan, String.join(" ", options), Path.of(file + ".part.189"));
                } else {
                    say("    FAILED: %s", String.join(" ", command));
                }
            } catch (IOException e) {
                say("    NOT COMPARED: gpmetis is not on the path; apt-get install metis (Debian, Ubuntu)");
                return;
            }
        }
    }

    private static boolean runs(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static void compare(Plan plan, String options, Path file) throws IOException {
        int[] leaves =
                Files.readAllLines(file).stream().mapToInt(Integer::parseInt).toArray();
        double[] targets = new double[189];
        Arrays.fill(targets, plan.meanGrid());
        Plan metis = new Plan(plan.problem(), Nesting.flat(targets), leaves);
        LevelFigures theirs = LevelFigures.of(metis, 0);
        LevelFigures ours = LevelFigures.of(plan, 0);
        say(
                "    METIS k-way -contig %s: worst %.2f %%, boundary %.1f km, priced %.1f km; ours: boundary %.3f x, priced %.3f x,"
                        + " deviation %.3f x",
                options,
                100 * theirs.balance().worst(),
                theirs.totalBoundaryM() / 1000,
                pricedM(metis) / 1000,
                ours.totalBoundaryM() / theirs.totalBoundaryM(),
                pricedM(plan) / pricedM(metis),
                ours.balance().worst() / theirs.balance().worst());
    }

    private static double pricedM(Plan plan) {
        return plan.problem().blocks().borders().stream()
                .filter(border -> plan.part(0, border.low()) != plan.part(0, border.high()))
                .mapToDouble(border -> plan.problem().price(border))
                .sum();
    }

    /** The graph in METIS' format: residents as weights of the blocks, prices of the boundaries as weights of the edges. */
    private static String metis(PlanProblem problem) {
        BlockGraph blocks = problem.blocks();
        StringBuilder text = new StringBuilder();
        text.append(blocks.blocks().size())
                .append(' ')
                .append(blocks.borders().size())
                .append(" 011\n");
        for (int block = 0; block < blocks.blocks().size(); block++) {
            StringJoiner row = new StringJoiner(" ");
            row.add(Long.toString((long) problem.load(block)));
            for (BlockGraph.Border border : blocks.bordersOf(block)) {
                row.add(Integer.toString(border.other(block) + 1));
                row.add(Long.toString(Math.max(1, Math.round(problem.price(border)))));
            }
            text.append(row).append('\n');
        }
        return text.toString();
    }

    private static double cpuS() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
