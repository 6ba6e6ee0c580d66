package org.onemap.ingest.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.concurrent.Callable;
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
import picocli.CommandLine.Parameters;

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
    static final class Sign implements Callable<Integer> {

        private final Console console;

        @Parameters(paramLabel = "N", description = "Number of the draft.")
        private long number;

        @Mixin
        private StoreOption store = new StoreOption();

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
            this.console = console;
        }

        @Override
        public Integer call() {
            try (OpenedStore opened = store.open()) {
                if (isDraft(opened.store(), number)) {
                    DraftCheckCommand.check(opened.store(), number).require(number);
                }
                new Signatures(opened.store()).sign(new SignOff(number, level, by, Instant.now(), note));
                console.out().println("draft " + number + " is signed by " + level + ": " + by);
            }
            return ExitCode.DONE;
        }
    }

    /** {@code onemap division accept N}. */
    @Command(
            name = "accept",
            description = "Accept a draft that all levels have signed.",
            mixinStandardHelpOptions = true)
    static final class Accept implements Callable<Integer> {

        private final Console console;

        @Parameters(paramLabel = "N", description = "Number of the draft.")
        private long number;

        @Mixin
        private StoreOption store = new StoreOption();

        @Mixin
        private EffectiveOption effective = new EffectiveOption();

        @Mixin
        private AuthorOption author = new AuthorOption();

        @Option(names = "--unsigned", description = "Accept it although signatures are missing; the record says which.")
        private boolean unsigned;

        Accept(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (OpenedStore opened = store.open()) {
                String accepts = author.name();
                if (isDraft(opened.store(), number)) {
                    Signatures signatures = new Signatures(opened.store());
                    if (!unsigned) {
                        signatures.requireComplete(number);
                    }
                    accepts = signatures.recorded(number, accepts);
                    DraftCheck check = DraftCheckCommand.check(opened.store(), number);
                    console.out().println(check.summary());
                    check.require(number);
                }
                ChangeSet accepted = opened.store().accept(number, effective.day(), accepts);
                console.out().println(say(accepted));
            }
            return ExitCode.DONE;
        }
    }

    /** {@code onemap division discard N}. */
    @Command(name = "discard", description = "Throw a draft away.", mixinStandardHelpOptions = true)
    static final class Discard implements Callable<Integer> {

        private final Console console;

        @Parameters(paramLabel = "N", description = "Number of the draft.")
        private long number;

        @Mixin
        private StoreOption store = new StoreOption();

        @Mixin
        private AuthorOption author = new AuthorOption();

        Discard(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (OpenedStore opened = store.open()) {
                try (ReadView view = opened.store().read()) {
                    ChangeSet set = view.getChangeSet(number);
                    if (set.state() != ChangeSet.State.DRAFT) {
                        throw new InvalidInput("change set " + number + " is no draft but " + set.state()
                                + "; onemap changes undo takes it back");
                    }
                }
                console.out().println(say(opened.store().undo(number, author.name())));
            }
            return ExitCode.DONE;
        }
    }

    /** {@code onemap division register N}. */
    @Command(
            name = "register",
            description = "Write the 网格划分登记表 of a draft or a change, to be printed.",
            mixinStandardHelpOptions = true)
    static final class Register implements Callable<Integer> {

        private final Console console;

        @Parameters(paramLabel = "N", description = "Number of the draft or change set.")
        private long number;

        @Mixin
        private StoreOption store = new StoreOption();

        @Option(names = "--output", required = true, paramLabel = "FILE.html", description = "Where to write it.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Path output;

        Register(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (OpenedStore opened = store.open()) {
                writeRegister(opened.store(), number, output, new Signatures(opened.store()));
                console.out().println("register: " + output);
            }
            return ExitCode.DONE;
        }
    }
}
