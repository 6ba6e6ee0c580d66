package org.onemap.division.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.onemap.division.check.Finding.Measure;
import org.onemap.division.check.Finding.Subject;
import org.onemap.division.check.Finding.Text;
import org.onemap.division.people.Assignment;
import org.onemap.division.people.Role;

/** R16: each working grid has a leader and a full-time worker; nobody has too many; numbers and dates are in order. */
final class PeopleRule implements RuleCheck {

    @Override
    public void check(CheckInput input, Findings findings) {
        if (input.elements().posts().isEmpty()) {
            findings.notRun(Rule.R16, "库中没有人员任用图层（assignment），定员、定责、定岗无法检查");
            return;
        }
        Map<String, List<Assignment>> byDivision = new TreeMap<>();
        input.elements().posts().get().forEach(post -> byDivision
                .computeIfAbsent(post.post().division(), unused -> new ArrayList<>())
                .add(post));
        for (Level level : input.working()) {
            for (Division grid : level.divisions()) {
                checkGrid(level, grid, byDivision.getOrDefault(grid.code(), List.of()), input.day(), findings);
            }
            checkPersons(level, byDivision, input.day(), findings);
        }
    }

    private static void checkGrid(
            Level level, Division grid, List<Assignment> posts, LocalDate day, Findings findings) {
        List<Assignment> held =
                posts.stream().filter(post -> post.term().covers(day)).toList();
        Subject subject = CoverageRules.subject(level, grid);
        if (held.stream().noneMatch(PeopleRule::isLeader)) {
            findings.add(
                    Rule.R16,
                    "no-leader",
                    subject,
                    CoverageRules.spot(grid.area()),
                    Measure.none(),
                    new Text(level.title() + grid.label() + " 没有在任的网格长", "任命网格长，并补入人员任用表"));
        }
        if (held.stream().noneMatch(PeopleRule::isFullTime)) {
            findings.warn(
                    Rule.R16,
                    "no-full-time",
                    subject,
                    CoverageRules.spot(grid.area()),
                    Measure.none(),
                    new Text(level.title() + grid.label() + " 没有在任的专职网格员", "配备专职网格员"));
        }
        for (Assignment post : held) {
            if (!post.details().phone().isValid()) {
                findings.warn(
                        Rule.R16,
                        "phone",
                        subject,
                        CoverageRules.spot(grid.area()),
                        Measure.none(),
                        new Text(
                                level.title() + grid.label() + " " + post.post().title() + post.person() + " 的联系电话"
                                        + (post.details().phone().isEmpty() ? "缺失" : "格式不对"),
                                "核对联系电话"));
            }
        }
        checkVacancy(level, grid, posts, findings);
    }

    private static void checkVacancy(Level level, Division grid, List<Assignment> posts, Findings findings) {
        List<Assignment> leaders = posts.stream()
                .filter(PeopleRule::isLeader)
                .sorted(Comparator.comparing(post -> post.term().from()))
                .toList();
        for (int i = 1; i < leaders.size(); i++) {
            Optional<LocalDate> left = leaders.get(i - 1).term().to();
            LocalDate next = leaders.get(i).term().from();
            if (left.isPresent() && left.get().isBefore(next)) {
                findings.warn(
                        Rule.R16,
                        "vacancy",
                        CoverageRules.subject(level, grid),
                        CoverageRules.spot(grid.area()),
                        new Measure(next.toEpochDay() - left.get().toEpochDay(), "天"),
                        new Text(
                                level.title() + grid.label() + " 自 " + left.get() + " 至 " + next + " 网格长空缺",
                                "核对任职、离任日期"));
            }
        }
    }

    private static void checkPersons(
            Level level, Map<String, List<Assignment>> byDivision, LocalDate day, Findings findings) {
        Map<String, TreeSet<String>> grids = new TreeMap<>();
        for (Division grid : level.divisions()) {
            for (Assignment post : byDivision.getOrDefault(grid.code(), List.of())) {
                if (post.term().covers(day) && !post.person().isEmpty()) {
                    String key = post.person() + "\t" + post.details().phone().shown(true);
                    grids.computeIfAbsent(key, unused -> new TreeSet<>()).add(grid.code());
                }
            }
        }
        double most = findings.settings().get(Rule.R16, "gridsPerPerson");
        grids.forEach((key, codes) -> {
            if (codes.size() > most) {
                findings.warn(
                        Rule.R16,
                        "too-many-grids",
                        new Subject(level.layer().name(), new ArrayList<>(codes)),
                        Optional.empty(),
                        new Measure(codes.size(), ""),
                        new Text(
                                key.substring(0, key.indexOf('\t')) + " 同时负责 " + codes.size() + " 个" + level.title()
                                        + "，超过 " + Math.round(most) + " 个",
                                "调整分工"));
            }
        });
    }

    static boolean isLeader(Assignment post) {
        return post.post().role() == Role.LEADER;
    }

    static boolean isFullTime(Assignment post) {
        return post.post().role() == Role.FULL_TIME;
    }
}
