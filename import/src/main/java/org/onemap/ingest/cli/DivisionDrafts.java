package org.onemap.ingest.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.onemap.InvalidInput;
import org.onemap.StoreUnavailable;
import org.onemap.division.life.SignOff;
import org.onemap.ingest.checkup.DraftCheck;
import org.onemap.ingest.edit.RegisterPage;
import org.onemap.ingest.edit.Signatures;
import org.onemap.store.ChangeSet;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What becomes of drafts: {@code onemap division sign, accept, discard, register}. */
final class DivisionDrafts {

    private DivisionDrafts() {}

    /** Where an accepted change set stands, in a few words. */
    static String say(ChangeSet set) {
        return switch (set.state()) {
            case APPLIED -> "change " + set.number() + " is in force since " + set.effective();
            case SCHEDULED -> "change " + set.number() + " takes effect on " + set.effective() + " at 00:00";
            case DRAFT -> "change " + set.number() + " is a draft";
            case UNDONE -> "change " + set.number() + " is discarded";
        };
    }

    private static boolean isDraft(Store store, long number) {
        try (ReadView view = store.read()) {
            return view.getChangeSet(number).state() == ChangeSet.State.DRAFT;
        }
    }

    /** Writes the register of a draft or a change set, whole or not at all. */
    static void writeRegister(Store store, long number, Path file, Signatures signatures) {
        String html;
        try (ReadView view = store.read()) {
            html = RegisterPage.html(view, view.getChangeSet(number), signatures.under(number));
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            Path part = Files.createTempFile(folder, "register", ".part");
            Files.write(part, html.getBytes(StandardCharsets.UTF_8));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StoreUnavailable(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** {@code onemap division sign N}. */
    @Command(name = "sign", description = "Sign a draft: 社区 first, then 办事处, then 区.", mixinStandardHelpOptions = true)
    static final class Sign extends OnChangeSetCommand {

        @Option(names = "--level", required = true, paramLabel = "L", description = "社区, 办事处 or 区.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String level;

        @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who signs.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String by;

        @Option(names = "--note", defaultValue = "", paramLabel = "TEXT", description = "What is said with it.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String note;

        Sign(Console console) {
            super(console);
        }

        @Override
        int run(Store opened) {
            if (isDraft(opened, number())) {
                DraftCheckCommand.check(opened, number()).require(number());
            }
            new Signatures(opened).sign(new SignOff(number(), level, by, Instant.now(), note));
            say("draft " + number() + " is signed by " + level + ": " + by);
            return ExitCode.DONE;
        }
    }

    /** {@code onemap division accept N}. */
    @Command(
            name = "accept",
            description = "Accept a draft that all levels have signed.",
            mixinStandardHelpOptions = true)
    static final class Accept extends OnChangeSetCommand {

        @Mixin
        private EffectiveOption effective = new EffectiveOption();

        @Mixin
        private AuthorOption author = new AuthorOption();

        @Option(names = "--unsigned", description = "Accept it although signatures are missing; the record says which.")
        private boolean unsigned;

        Accept(Console console) {
            super(console);
        }

        @Override
        int run(Store opened) {
            String accepts = author.name();
            if (isDraft(opened, number())) {
                Signatures signatures = new Signatures(opened);
                if (!unsigned) {
                    signatures.requireComplete(number());
                }
                accepts = signatures.recorded(number(), accepts);
                DraftCheck check = DraftCheckCommand.check(opened, number());
                say(check.summary());
                check.require(number());
            }
            say(DivisionDrafts.say(opened.accept(number(), effective.day(), accepts)));
            return ExitCode.DONE;
        }
    }

    /** {@code onemap division discard N}. */
    @Command(name = "discard", description = "Throw a draft away.", mixinStandardHelpOptions = true)
    static final class Discard extends OnChangeSetCommand {

        @Mixin
        private AuthorOption author = new AuthorOption();

        Discard(Console console) {
            super(console);
        }

        @Override
        int run(Store opened) {
            try (ReadView view = opened.read()) {
                ChangeSet set = view.getChangeSet(number());
                if (set.state() != ChangeSet.State.DRAFT) {
                    throw new InvalidInput("change set " + number() + " is no draft but " + set.state()
                            + "; onemap changes undo takes it back");
                }
            }
            say(DivisionDrafts.say(opened.undo(number(), author.name())));
            return ExitCode.DONE;
        }
    }

    /** {@code onemap division register N}. */
    @Command(
            name = "register",
            description = "Write the 网格划分登记表 of a draft or a change, to be printed.",
            mixinStandardHelpOptions = true)
    static final class Register extends OnChangeSetCommand {

        @Option(names = "--output", required = true, paramLabel = "FILE.html", description = "Where to write it.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Path output;

        Register(Console console) {
            super(console);
        }

        @Override
        int run(Store opened) {
            writeRegister(opened, number(), output, new Signatures(opened));
            say("register: " + output);
            return ExitCode.DONE;
        }
    }
}
