package org.onemap.ingest.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.onemap.OnemapException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code onemap}: the main class of the runnable jar, with its commands below it. */
@Command(
        name = "onemap",
        description = "The one map of a city's grid governance: import, keep, serve.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.FAILURE,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failure: the store cannot be reached, the disk is full",
            "2:refused by checks or input; nothing was written",
            "64:wrong usage",
            "130:ended by Ctrl-C",
            "141:the reader of standard output stopped reading, as head does"
        })
public final class Onemap implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Onemap.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show the trace of a failure.")
    private boolean verbose;

    private Onemap() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        int code = run(Console.ofProcess(), args);
        System.exit(code);
    }

    /** Runs a command in this process; its exit code. */
    static int run(Console console, String... args) {
        CommandFactory factory = new CommandFactory(console);
        CommandLine line = new CommandLine(new Onemap(), factory);
        Commands.called(args).forEach((name, type) -> line.addSubcommand(name, new CommandLine(type, factory)));
        line.setOut(console.out());
        line.setErr(console.err());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(Charset.class, Charsets::parse);
        line.setParameterExceptionHandler(Onemap::usage);
        line.setExecutionExceptionHandler(Onemap::failure);
        forEach(line, one -> {
            one.getCommandSpec().exitCodeOnInvalidInput(ExitCode.USAGE);
            one.setUsageHelpAutoWidth(false);
        });
        int code = line.execute(args);
        console.out().flush();
        console.err().flush();
        return code;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what to do: one of " + String.join(", ", spec.subcommands().keySet())
                        + "; onemap --help explains them");
    }

    private static void forEach(CommandLine line, java.util.function.Consumer<CommandLine> action) {
        action.accept(line);
        line.getSubcommands().values().forEach(one -> forEach(one, action));
    }

    private static int usage(ParameterException e, String[] args) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("onemap: " + e.getMessage());
        err.println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static int failure(Exception e, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        err.println("onemap: " + sentence(e));
        Onemap top = (Onemap) line.getCommandSpec().root().userObject();
        if (top.verbose) {
            e.printStackTrace(err);
        } else if (!(e instanceof OnemapException)) {
            err.println("This is unexpected; --verbose shows where it happened.");
        }
        LOG.debug("failed", e);
        return ExitCode.of(e);
    }

    private static String sentence(Exception e) {
        String message = e.getMessage();
        return e instanceof OnemapException && message != null ? message : e.toString();
    }
}
