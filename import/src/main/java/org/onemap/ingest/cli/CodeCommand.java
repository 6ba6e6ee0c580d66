package org.onemap.ingest.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onemap.code.CodeExplainer;
import org.onemap.code.CodeFault;
import org.onemap.code.CodeMapping;
import org.onemap.code.CodeNumbers;
import org.onemap.code.CodeReading;
import org.onemap.code.CodeScheme;
import org.onemap.code.CodeSchemes;
import org.onemap.code.DivisionNames;
import org.onemap.ingest.issue.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onemap code}: what codes say, whether they are right, the next free ones. Works without a store but for minting. */
@Command(
        name = "code",
        description = "Explain, validate, mint and convert codes; list the code schemes.",
        mixinStandardHelpOptions = true,
        subcommands = {
            CodeCommand.ExplainCommand.class,
            CodeCommand.ValidateCommand.class,
            CodeCommand.MintCommand.class,
            CodeCapacityCommand.class,
            CodeCommand.ConvertCommand.class,
            CodeCommand.SchemesCommand.class
        })
final class CodeCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say which: explain, validate, mint, capacity, convert or schemes");
    }

    /** The scheme of an id; a template has no codes. */
    static CodeScheme scheme(String id) {
        CodeScheme scheme = CodeSchemes.get(id);
        if (scheme.isTemplate()) {
            throw new org.onemap.InvalidInput("scheme " + id + " " + scheme.name() + " is an empty template: "
                    + scheme.origin().remark() + " (ONEMAP_CODE_SCHEMES)");
        }
        return scheme;
    }

    /** {@code onemap code explain CODE}. */
    @Command(
            name = "explain",
            description = {
                "What a code says, field by field. A code that fits several schemes has several readings.",
                "Names come from the published list of the High-tech Zone and, with --store, from the store."
            },
            mixinStandardHelpOptions = true)
    static final class ExplainCommand implements Callable<Integer> {

        private final Console console;

        @Parameters(paramLabel = "CODE", arity = "1..*", description = "The codes.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private List<String> codes;

        @Option(names = "--store", paramLabel = "S", description = "A store that knows more names.")
        private @Nullable String store;

        ExplainCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            int exit = ExitCode.DONE;
            for (String code : codes) {
                Map<String, String> known = store == null ? Map.of() : StoreCodes.names(store, code);
                List<CodeReading> readings =
                        new CodeExplainer(DivisionNames.shipped().with(known)).explain(code);
                if (readings.isEmpty()) {
                    faults(code);
                    exit = ExitCode.REFUSED;
                } else {
                    CodeText.lines(code, readings).forEach(console.out()::println);
                }
            }
            return exit;
        }

        private void faults(String code) {
            console.err().println("onemap: " + code + " 不符合任何编码方案 / fits no code scheme:");
            CodeText.nearest(code).forEach(fault -> console.err().println("  " + fault.message()));
        }
    }

    /** {@code onemap code validate CODE…}. */
    @Command(
            name = "validate",
            description = "Whether codes follow a scheme, and the place where one does not. Exit 2 if any does not.",
            mixinStandardHelpOptions = true)
    static final class ValidateCommand implements Callable<Integer> {

        private final Console console;

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Parameters(paramLabel = "CODE", arity = "0..*", description = "The codes.")
        private List<String> codes = new ArrayList<>();

        @Option(names = "--file", paramLabel = "FILE", description = "A UTF-8 text file, one code a line.")
        private @Nullable Path file;

        @Option(names = "--scheme", paramLabel = "ID", description = "The scheme. Default: any will do.")
        private @Nullable String scheme;

        ValidateCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws java.io.IOException {
            List<String> all = new ArrayList<>(codes);
            if (file != null) {
                if (!Files.isReadable(file)) {
                    throw new org.onemap.NotFound("there is no file " + file + " to read codes from");
                }
                Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank())
                        .forEach(all::add);
            }
            if (all.isEmpty()) {
                throw new ParameterException(spec.commandLine(), "give codes, or --file with one code a line");
            }
            int wrong = 0;
            for (String code : all) {
                List<CodeFault> faults = faults(code);
                if (faults.isEmpty()) {
                    console.out().println(code + "  ok");
                } else {
                    wrong++;
                    CodeText.fault(code, faults.get(0)).forEach(console.out()::println);
                }
            }
            if (all.size() > 1) {
                console.out().println(all.size() + " codes, " + wrong + " wrong");
            }
            return wrong == 0 ? ExitCode.DONE : ExitCode.REFUSED;
        }

        private List<CodeFault> faults(String code) {
            if (scheme != null) {
                return scheme(scheme).check(code).stream().toList();
            }
            return new CodeExplainer(DivisionNames.shipped()).explain(code).isEmpty()
                    ? CodeText.nearest(code)
                    : List.of();
        }
    }

    /** {@code onemap code mint}. */
    @Command(
            name = "mint",
            description =
                    "The next free codes below a parent. Codes that were ever given, retired ones too, stay given.",
            mixinStandardHelpOptions = true)
    static final class MintCommand implements Callable<Integer> {

        private final Console console;

        @Option(names = "--store", required = true, paramLabel = "S", description = "The store.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String store;

        @Option(
                names = "--scheme",
                required = true,
                paramLabel = "ID",
                description = "The scheme, for instance grid-15.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String scheme;

        @Option(
                names = "--under",
                required = true,
                paramLabel = "PREFIX",
                description = "Everything before the number, for instance the code of the zone.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String under;

        @Option(names = "--layer", paramLabel = "NAME", description = "Whose codes count. Default: the scheme's layer.")
        private @Nullable String layer;

        @Option(names = "--count", paramLabel = "N", defaultValue = "1", description = "How many. Default: 1.")
        private int count = 1;

        MintCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            CodeScheme found = scheme(scheme);
            String from = Optional.ofNullable(layer).orElse(found.layer());
            if (count < 1 || from.isEmpty()) {
                throw new org.onemap.InvalidInput(
                        count < 1
                                ? "--count " + count + ": ask for one code at least"
                                : "scheme " + scheme + " belongs to no layer; say with --layer whose codes count");
            }
            CodeNumbers.Minted minted = CodeNumbers.of(found).next(under, StoreCodes.everGiven(store, from), count);
            minted.codes().forEach(console.out()::println);
            String fill = String.format(
                    Locale.ROOT,
                    "%s: %d of %d numbers used / 已用 %1$s 下 %2$d 号，共 %3$d 号",
                    under,
                    minted.consumed(),
                    minted.capacity());
            console.err().println(minted.isAlarm() ? "onemap: warning: " + fill + " (≥ 80 %，容量告警)" : fill);
            return ExitCode.DONE;
        }
    }

    /** {@code onemap code convert CODE…}. */
    @Command(
            name = "convert",
            description =
                    "Codes of one edition to another by a mapping table; a table of your own is a file of 'old,new'.",
            mixinStandardHelpOptions = true)
    static final class ConvertCommand implements Callable<Integer> {

        private final Console console;

        @Parameters(paramLabel = "CODE", arity = "1..*", description = "The codes.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private List<String> codes;

        @Option(names = "--mapping", required = true, paramLabel = "ID|FILE", description = "The mapping.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String mapping;

        ConvertCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            CodeMapping table = Files.isRegularFile(Path.of(mapping))
                    ? CodeMapping.read(Path.of(mapping))
                    : CodeMapping.get(mapping);
            int missing = 0;
            for (String code : codes) {
                Optional<String> converted = table.convert(code);
                missing += converted.isPresent() ? 0 : 1;
                console.out().println(code + " → " + converted.orElse("无对应 / no counterpart"));
            }
            console.err()
                    .println(table.title() + "，" + table.source() + "，"
                            + table.confidence().title());
            return missing == 0 ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }

    /** {@code onemap code schemes}. */
    @Command(
            name = "schemes",
            description = "The code schemes and mapping tables in force.",
            mixinStandardHelpOptions = true)
    static final class SchemesCommand implements Callable<Integer> {

        private final Console console;

        SchemesCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            TextTable table = TextTable.of("id", "编码", "结构", "版本", "来源", "可信度");
            for (CodeScheme scheme : CodeSchemes.list()) {
                table.row(
                        scheme.id(),
                        scheme.name(),
                        scheme.isTemplate() ? "（空模板）" : CodeText.layout(scheme),
                        scheme.origin().version(),
                        scheme.source(),
                        scheme.origin().confidence().title());
            }
            console.out().println("编码方案 " + CodeSchemes.version());
            table.lines().forEach(console.out()::println);
            TextTable mappings = TextTable.of("mapping", "对照", "来源", "可信度");
            CodeMapping.list()
                    .forEach(one -> mappings.row(
                            one.id(),
                            one.title(),
                            one.source(),
                            one.confidence().title()));
            console.out().println();
            mappings.lines().forEach(console.out()::println);
            return ExitCode.DONE;
        }
    }
}
