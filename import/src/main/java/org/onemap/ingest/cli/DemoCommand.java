package org.onemap.ingest.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onemap.CorruptData;
import org.onemap.InvalidInput;
import org.onemap.api.ServerOptions;
import org.onemap.ingest.checkup.LoadCheck;
import org.onemap.ingest.demo.DemoDistrict;
import org.onemap.ingest.demo.DemoFiles;
import org.onemap.ingest.load.ImportOptions;
import org.onemap.ingest.load.ImportResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onemap demo}: a synthetic district, made, imported like anybody's data, served. */
@Command(
        name = "demo",
        description = "Make a synthetic district, import it and serve it. A second demo reuses the store.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final List<String> ERRORS = List.of("R2", "R4", "R5", "R6", "R8", "R10", "R14");

    private static final long SEED = 410172;
    private static final String STORE = "onemap-demo.gpkg";

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".onemap-demo",
            description = "Folder for the shapefiles and the store. Default: ./${DEFAULT-VALUE}.")
    private Path data = Path.of(".onemap-demo");

    @Option(
            names = "--port",
            defaultValue = "7070",
            paramLabel = "N",
            description = "Port; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--store",
            paramLabel = "S",
            description = "Another store than one in that folder, for instance postgresql://user@host:port/db.")
    private @Nullable String store;

    @Option(names = "--no-serve", description = "Make and import only.")
    private boolean noServe;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port " + port + " is no port: 0 to 65535");
        }
        makeFolder();
        try (OpenedStore opened = OpenedStore.forImport(store == null ? file().toString() : store, false)) {
            if (opened.store().changeNumber() > 0) {
                console.out()
                        .println("the demo store " + opened.store().location() + " is there already"
                                + (store == null ? "; delete " + data + " to make it anew" : ""));
            } else {
                fill(opened);
            }
            opened.keep();
            if (noServe) {
                return ExitCode.DONE;
            }
            return Serving.run(console, opened.store(), ServerOptions.ofPort(port));
        }
    }

    private void makeFolder() {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new InvalidInput("the folder " + data + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** The one store in the folder, whatever it is called; else the one to be made. */
    private Path file() {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.toString().endsWith(".gpkg"))
                    .sorted()
                    .findFirst()
                    .orElse(data.resolve(STORE));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + data + " cannot be read", e);
        }
    }

    private void fill(OpenedStore opened) {
        console.out().println("making the demo district (synthetic) …");
        console.out().flush();
        List<Path> files = DemoFiles.write(DemoDistrict.generate(SEED), data.resolve("source"));
        ImportOptions.Run run = new ImportOptions.Run(
                "onemap demo (合成演示数据 synthetic)",
                Optional.empty(),
                false,
                false,
                LoadCheck.settings().only(ERRORS)); // warnings of what is made up help nobody
        ImportRun importing = new ImportRun(console, files, opened.store().location(), Optional.empty());
        ImportResult result =
                importing.importInto(opened.store(), ImportOptions.defaults().with(run));
        if (result.isRefused()) {
            throw new CorruptData("the demo district does not pass its own checks; see above");
        }
    }
}
