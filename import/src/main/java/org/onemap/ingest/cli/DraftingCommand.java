package org.onemap.ingest.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onemap.InvalidInput;
import org.onemap.ingest.edit.Drafts;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest.Effective;
import org.onemap.store.Store;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What edits have in common: they make a draft, show it, and may accept it at once. */
abstract class DraftingCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private StoreOption store = new StoreOption();

    @Mixin
    private AuthorOption author = new AuthorOption();

    @Option(names = "--note", defaultValue = "", paramLabel = "TEXT", description = "What the change is for.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String note;

    @Option(
            names = "--effective",
            paramLabel = "DAY",
            converter = Days.class,
            description = "Accept the draft at once, without signatures, valid from this day, 00:00 Asia/Shanghai.")
    private @Nullable LocalDate effective;

    @Option(names = "--draft", description = "Leave it a draft, to be checked, signed and accepted.")
    private boolean draft;

    DraftingCommand(Console console) {
        this.console = console;
    }

    /** Makes the draft and says in a few words what it is. */
    abstract ChangeSet write(Store store);

    /** Whether the draft is accepted where neither {@code --draft} nor {@code --effective} is given. */
    boolean isAcceptedByItself() {
        return false;
    }

    /** Who accepts a draft at once, as its record is to say it; refuses one that must not be accepted. */
    String accepts(Store store, ChangeSet made) {
        return author.name();
    }

    /** What is done when all is written. */
    void finish(Store store, ChangeSet result) {}

    @Override
    public final Integer call() {
        if (draft && effective != null) {
            throw new InvalidInput(
                    "--draft leaves the day open, --effective " + effective + " sets it: give one of them");
        }
        try (OpenedStore opened = store.open()) {
            ChangeSet made = write(opened.store());
            made.counts().forEach((layer, counts) -> say("  " + ImportRun.say(layer, counts)));
            Optional<Effective> day = day();
            ChangeSet result = made;
            if (day.isPresent()) {
                result = Drafts.acceptOrDiscard(opened.store(), made, day.get(), accepts(opened.store(), made));
                say("  " + DivisionDrafts.say(result));
            } else {
                say("  next: onemap division check " + made.number() + "; onemap division sign " + made.number()
                        + " --level 社区 --by NAME, then 办事处, 区; onemap division accept " + made.number()
                        + " --effective DAY");
            }
            finish(opened.store(), result);
        }
        return ExitCode.DONE;
    }

    private Optional<Effective> day() {
        if (draft || (effective == null && !isAcceptedByItself())) {
            return Optional.empty();
        }
        return Optional.of(effective == null ? Effective.today() : Effective.from(effective));
    }

    /** The day that the user gave. */
    final Optional<LocalDate> effective() {
        return Optional.ofNullable(effective);
    }

    final String author() {
        return author.name();
    }

    final String note() {
        return note;
    }

    final void say(String line) {
        console.out().println(line);
    }
}
