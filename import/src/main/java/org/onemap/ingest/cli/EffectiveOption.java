package org.onemap.ingest.cli;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onemap.store.ChangeSetRequest.Effective;
import picocli.CommandLine.Option;

/** From which day a change is valid, as a mixin. */
final class EffectiveOption {

    @Option(
            names = "--effective",
            paramLabel = "DAY",
            converter = Days.class,
            description = "First day of validity, 00:00 Asia/Shanghai. Default: today.")
    private @Nullable LocalDate effective;

    /** The day given, or today. */
    Effective day() {
        return effective == null ? Effective.today() : Effective.from(effective);
    }
}
