package org.onemap.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.onemap.ingest.cli.Cli.Outcome;
import picocli.CommandLine.Command;

class CommandsTest {

    @Test
    void everyCommandIsListedUnderItsName() {
        assertThat(Commands.called())
                .hasSizeGreaterThan(10)
                .allSatisfy((name, type) ->
                        assertEquals(name, type.getAnnotation(Command.class).name()));
    }

    @Test
    void whoNamesACommandGetsThatOne() {
        assertThat(Commands.called("serve", "--store", "import")).containsOnlyKeys("serve");
        assertThat(Commands.called("--verbose", "serve")).hasSameSizeAs(Commands.called());
        assertThat(Commands.called("frobnicate")).hasSameSizeAs(Commands.called());
    }

    /** An option of the top is known below it, before the command and behind it. */
    @Test
    void theTraceCanBeAskedForOnEitherSide() {
        for (Outcome outcome : new Outcome[] {
            Cli.run("--verbose", "changes", "list", "--store", "none.gpkg"),
            Cli.run("changes", "list", "--store", "none.gpkg", "--verbose")
        }) {
            assertThat(outcome.err()).contains("there is no store").contains("at org.onemap.");
        }
    }

    @Test
    void theHelpOfTheTopListsAllButTheRehearsal() {
        String help = Cli.run("--help").out();
        Commands.called().keySet().stream()
                .filter(name -> !name.equals("rehearse"))
                .forEach(name -> assertThat(help).contains("\n  " + name + " "));
        assertThat(help).doesNotContain("rehearse");
    }
}
