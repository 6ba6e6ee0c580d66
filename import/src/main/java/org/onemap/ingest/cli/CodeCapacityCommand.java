package org.onemap.ingest.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.onemap.code.CodeNumbers;
import org.onemap.code.CodeScheme;
import org.onemap.code.CodeSchemes;
import org.onemap.code.CodeSegment;
import org.onemap.ingest.issue.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code onemap code capacity}: how full the numbers of a store are. */
@Command(
        name = "capacity",
        description = "How many numbers are gone below each parent, the fullest first; from 80 %% on a warning.",
        mixinStandardHelpOptions = true)
final class CodeCapacityCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--store", required = true, paramLabel = "S", description = "The store.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String store;

    @Option(names = "--top", paramLabel = "N", defaultValue = "20", description = "Rows shown. Default: 20.")
    private int top = 20;

    CodeCapacityCommand(Console console) {
        this.console = console;
    }

    /** A parent and what is gone of its numbers. */
    private record Row(CodeScheme scheme, String parent, CodeNumbers.Minted fill) {

        double share() {
            return (double) fill.consumed() / fill.capacity();
        }
    }

    @Override
    public Integer call() {
        List<Row> rows = new ArrayList<>();
        Map<String, List<CodeScheme>> byLayer = CodeSchemes.list().stream()
                .filter(CodeCapacityCommand::counts)
                .collect(Collectors.groupingBy(CodeScheme::layer));
        byLayer.forEach((layer, schemes) -> {
            Set<String> given = StoreCodes.everGiven(store, layer);
            CodeNumbers.findFollowed(schemes, given).ifPresent(scheme -> CodeNumbers.of(scheme)
                    .fill(given)
                    .forEach((parent, gone) -> rows.add(new Row(scheme, parent, gone))));
        });
        rows.sort(Comparator.comparingDouble(Row::share).reversed().thenComparing(Row::parent));
        TextTable table = TextTable.of("", "编码", "上级", "已编", "已用号", "容量", "占比");
        rows.stream()
                .limit(Math.max(0, top))
                .forEach(row -> table.row(
                        row.fill().isAlarm() ? "告警" : "",
                        row.scheme().name(),
                        row.parent(),
                        Integer.toString(row.fill().used()),
                        Integer.toString(row.fill().consumed()),
                        Integer.toString(row.fill().capacity()),
                        String.format(Locale.ROOT, "%.1f %%", 100 * row.share())));
        table.lines().forEach(console.out()::println);
        long alarms = rows.stream().filter(row -> row.fill().isAlarm()).count();
        if (alarms > 0) {
            console.err()
                    .println("onemap: warning: " + alarms + " parents have used 80 % of their numbers or more (容量告警)");
        }
        return ExitCode.DONE;
    }

    private static boolean counts(CodeScheme scheme) {
        return !scheme.layer().isEmpty()
                && !scheme.isTemplate()
                && scheme.segments().get(scheme.segments().size() - 1).role() == CodeSegment.Role.SEQUENCE;
    }
}
