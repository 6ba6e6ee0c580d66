package org.onemap.ingest.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onemap.api.ServerOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onemap serve}: the HTTP service over a store, until it is stopped. */
@Command(
        name = "serve",
        description = "Serve a store: OGC API, tiles, lookups, the map. Shows what other commands change within 2 s.",
        footer = {
            "",
            "Telephone numbers are masked. Who sends the value of the variable ONEMAP_PHONE_TOKEN as 'Authorization: Bearer'",
            "to /v1/divisions/{code} sees them whole."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    /** Never an option: every user of the machine could read it there. */
    private static final String PHONE_TOKEN = "ONEMAP_PHONE_TOKEN";

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--store", required = true, paramLabel = "S", description = "The store.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String store;

    @Option(
            names = "--port",
            defaultValue = "7070",
            paramLabel = "N",
            description = "Port; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--host",
            defaultValue = ServerOptions.LOOPBACK,
            paramLabel = "H",
            description = "Interface to listen on. Default: ${DEFAULT-VALUE}, this machine only.")
    private String host = ServerOptions.LOOPBACK;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "What links begin with where a proxy stands in front. Default: each request's Host.")
    private @Nullable String publicUrl;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port " + port + " is no port: 0 to 65535");
        }
        ServerOptions options = new ServerOptions(host, port, Optional.ofNullable(publicUrl))
                .withPhoneToken(Optional.ofNullable(System.getenv(PHONE_TOKEN)).filter(token -> !token.isEmpty()));
        try (OpenedStore opened = OpenedStore.existing(store)) {
            return Serving.run(console, opened.store(), options);
        }
    }
}
