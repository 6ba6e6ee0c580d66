package org.onemap.ingest.cli;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onemap.InvalidInput;
import org.onemap.division.people.Assignment;
import org.onemap.division.people.AssignmentRows;
import org.onemap.division.people.Phone;
import org.onemap.division.people.Role;
import org.onemap.division.people.Roster;
import org.onemap.feature.Content;
import org.onemap.ingest.edit.PeopleEdits;
import org.onemap.ingest.edit.PeopleList;
import org.onemap.ingest.issue.TextTable;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.store.ValidTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onemap people}: who holds which post in which division. */
@Command(
        name = "people",
        description = {
            "Assign people to divisions (定员), end their terms, load lists of them, see who is responsible.",
            "",
            "People and divisions stand n to m: 网格长, 专职网格员, 兼职网格员 and others, with matters (责任事项), a first day and"
                    + " the day after the last, and the B岗 that stands in for an A岗. A division has one 网格长 at a time."
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            PeopleCommand.Assign.class,
            PeopleCommand.End.class,
            PeopleCommand.Load.class,
            PeopleCommand.Who.class
        })
final class PeopleCommand implements Runnable {

    private static final int MOST_SHOWN = 10;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: assign, end, load or who");
    }

    /** What the edits of people share: unless told otherwise they are accepted at once. */
    abstract static class Edit extends DraftingCommand {

        @Option(
                names = "--leaders",
                defaultValue = "1",
                paramLabel = "N",
                description = "How many 网格长 a division may have at a time. Default: ${DEFAULT-VALUE}.")
        private int leaders = 1;

        Edit(Console console) {
            super(console);
        }

        /** Does the edit. */
        abstract void edit(Roster roster);

        @Override
        final ChangeSet write(Store store) {
            if (leaders < 1) {
                throw new InvalidInput("--leaders " + leaders + ": a division may have one 网格长 or more");
            }
            List<Assignment> changed = new ArrayList<>();
            ChangeSet draft = new PeopleEdits(store, leaders).write(author(), note(), roster -> {
                edit(roster);
                changed.addAll(roster.changed().values());
            });
            say("draft " + draft.number() + ": " + changed.size()
                    + (changed.size() == 1 ? " assignment" : " assignments"));
            changed.stream().limit(MOST_SHOWN).forEach(one -> say("  " + one));
            return draft;
        }

        @Override
        final boolean isAcceptedByItself() {
            return true;
        }

        final LocalDate firstDay() {
            return effective().orElse(LocalDate.now(SHANGHAI));
        }
    }

    /** {@code onemap people assign}. */
    @Command(name = "assign", description = "Assign a person to a division.", mixinStandardHelpOptions = true)
    static final class Assign extends Edit {

        @Parameters(paramLabel = "DIVISION", description = "Code of a division, dedicated grid or professional area.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String division;

        @Parameters(paramLabel = "PERSON", description = "The person's name.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String person;

        @Option(names = "--role", required = true, paramLabel = "R", description = "网格长, 专职, 兼职, 网格警员 …")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String role;

        @Option(names = "--phone", defaultValue = "", paramLabel = "N", description = "Telephone number.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String phone;

        @Option(names = "--matters", split = ",", paramLabel = "M", description = "责任事项. Default: all of the division.")
        private List<String> matters = List.of();

        @Option(
                names = "--from",
                paramLabel = "DAY",
                converter = Days.class,
                description = "First day of the term, may lie in the past. Default: that of --effective.")
        private @Nullable LocalDate from;

        @Option(
                names = "--until",
                paramLabel = "DAY",
                converter = Days.class,
                description = "The day after the last of the term. Default: open.")
        private @Nullable LocalDate until;

        @Option(
                names = "--stands-in-for",
                defaultValue = "",
                paramLabel = "CODE",
                description = "As B岗: code of the assignment of the A岗.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String standsInFor;

        Assign(Console console) {
            super(console);
        }

        @Override
        void edit(Roster roster) {
            roster.put(new Assignment(
                    "",
                    person.strip(),
                    new Assignment.Post(Role.parse(role).title(), division),
                    new Assignment.Term(from == null ? firstDay() : from, Optional.ofNullable(until)),
                    new Assignment.Details(phone.isEmpty() ? Phone.of("") : Phone.parse(phone), matters, standsInFor)));
        }
    }

    /** {@code onemap people end}. */
    @Command(name = "end", description = "End assignments.", mixinStandardHelpOptions = true)
    static final class End extends Edit {

        @Parameters(paramLabel = "CODE", arity = "1..*", description = "Codes of assignments: RY000001 …")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private List<String> codes;

        @Option(
                names = "--until",
                paramLabel = "DAY",
                converter = Days.class,
                description = "The day after the last. Default: that of --effective.")
        private @Nullable LocalDate until;

        End(Console console) {
            super(console);
        }

        @Override
        void edit(Roster roster) {
            codes.forEach(code -> roster.end(code, until == null ? firstDay() : until));
        }
    }

    /** {@code onemap people load}. */
    @Command(
            name = "load",
            description = {
                "Load a list of people, for instance CSV.",
                "",
                "Columns: 编号 (may be missing), 姓名, 岗位, 区划编码, 任职日期, 离任日期, 联系电话, 责任事项, A岗编号."
            },
            mixinStandardHelpOptions = true)
    static final class Load extends Edit {

        @Parameters(paramLabel = "FILE", description = "The list.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Path file;

        @Option(names = "--charset", paramLabel = "CS", description = "Charset of the file, where it does not say so.")
        private @Nullable Charset charset;

        Load(Console console) {
            super(console);
        }

        @Override
        void edit(Roster roster) {
            PeopleList.read(file, Optional.ofNullable(charset)).putInto(roster);
        }
    }

    /** {@code onemap people who}. */
    @Command(
            name = "who",
            description = "Who holds posts in a division, or in which divisions a person holds posts.",
            mixinStandardHelpOptions = true)
    static final class Who implements Callable<Integer> {

        private final Console console;

        @Mixin
        private StoreOption store = new StoreOption();

        @Parameters(paramLabel = "DIVISION", arity = "0..1", description = "Its code. Default: all divisions.")
        private @Nullable String division;

        @Option(names = "--person", paramLabel = "NAME", description = "Only this person.")
        private @Nullable String person;

        @Option(names = "--matter", paramLabel = "M", description = "Only those who answer for this matter.")
        private @Nullable String matter;

        @Option(names = "--as-of", paramLabel = "DAY", converter = Days.class, description = "The day. Default: today.")
        private @Nullable LocalDate asOf;

        @Option(names = "--all", description = "Also terms that have ended or not begun.")
        private boolean all;

        @Option(names = "--show-phones", description = "Show telephone numbers in full.")
        private boolean showPhones;

        Who(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            LocalDate day = asOf == null ? LocalDate.now(SHANGHAI) : asOf;
            TextTable table = TextTable.of("code", "division", "role", "person", "phone", "term", "matters", "B岗 of");
            int[] found = {0};
            try (OpenedStore opened = store.open();
                    ReadView view = opened.store().read()) {
                if (view.layers(Principal.anonymous())
                        .find(AssignmentRows.LAYER)
                        .isPresent()) {
                    FeatureQuery query = FeatureQuery.of(AssignmentRows.LAYER)
                            .at(asOf == null ? ValidTime.now() : ValidTime.asOf(asOf));
                    try (FeatureCursor rows = view.query(Principal.anonymous(), query)) {
                        rows.forEachRemaining(row -> {
                            Content content = row.content();
                            Assignment one = AssignmentRows.read(content);
                            if (isMeant(one, day)) {
                                found[0]++;
                                add(table, one);
                            }
                        });
                    }
                }
            }
            if (found[0] == 0) {
                console.out().println("nobody on " + day);
            } else {
                table.lines().forEach(console.out()::println);
            }
            return ExitCode.DONE;
        }

        private boolean isMeant(Assignment one, LocalDate day) {
            return (division == null || one.post().division().equals(division))
                    && (person == null || one.person().equals(person))
                    && (matter == null || one.answersFor(matter))
                    && (all || one.term().covers(day));
        }

        private void add(TextTable table, Assignment one) {
            table.row(
                    one.code(),
                    one.post().division(),
                    one.post().title(),
                    one.person(),
                    one.details().phone().shown(showPhones),
                    one.term().toString(),
                    one.details().matters().isEmpty()
                            ? "all"
                            : String.join("、", one.details().matters()),
                    one.details().standsInFor());
        }
    }
}
