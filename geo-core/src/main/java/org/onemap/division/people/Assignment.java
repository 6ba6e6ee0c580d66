package org.onemap.division.people;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A person's post in a division (任用); people and divisions stand n to m. Immutable.
 *
 * @param code its own code, for instance RY000001; empty text until it is given one
 * @param person the person's name
 * @param post what and where
 * @param term from when to when
 * @param details what else is known
 */
public record Assignment(String code, String person, Post post, Term term, Details details) {

    /** As cards list them: by role, whoever stands in for somebody behind those who hold the post. */
    public static final Comparator<Assignment> IN_ORDER = Comparator.comparing(
                    (Assignment one) -> one.post().role())
            .thenComparing(Assignment::isSubstitute)
            .thenComparing(one -> one.post().title())
            .thenComparing(Assignment::person)
            .thenComparing(Assignment::code);

    /**
     * What and where.
     *
     * @param title as the list of people says it, for instance 专职网格员
     * @param division code of a division of any level, of a dedicated grid or of a professional net's area
     */
    public record Post(String title, String division) {

        /** What the title stands for. */
        public Role role() {
            return Role.of(title);
        }
    }

    /**
     * The time in which a post is held.
     *
     * @param from first day
     * @param to the day after the last; empty while it is held
     */
    public record Term(LocalDate from, Optional<LocalDate> to) {

        /** Whether a day is in it. */
        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && to.map(day::isBefore).orElse(true);
        }

        /** Whether two terms have a day in common. */
        public boolean overlaps(Term other) {
            return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
        }

        private boolean startsBeforeEndOf(Term other) {
            return other.to.map(from::isBefore).orElse(true);
        }

        @Override
        public String toString() {
            return (from.equals(LocalDate.MIN) ? "…" : from) + "–"
                    + to.map(LocalDate::toString).orElse("");
        }
    }

    /**
     * What else is known.
     *
     * @param phone telephone number, may be empty
     * @param matters what the person is responsible for (责任事项); empty for all that the division is responsible for
     * @param standsInFor code of the assignment for which this one is the B岗; empty text for an A岗
     */
    public record Details(Phone phone, List<String> matters, String standsInFor) {

        public Details {
            matters = List.copyOf(matters);
        }
    }

    /** Whether the person is the substitute (B岗) of another. */
    public boolean isSubstitute() {
        return !details.standsInFor().isEmpty();
    }

    /** Whether the person answers for a matter: one of its matters, or it has none laid down. */
    public boolean answersFor(String matter) {
        return details.matters().isEmpty() || details.matters().contains(matter);
    }

    Assignment withCode(String other) {
        return new Assignment(other, person, post, term, details);
    }

    Assignment in(String division) {
        return new Assignment(code, person, new Post(post.title(), division), term, details);
    }

    Assignment as(Role role) {
        return new Assignment(code, person, new Post(role.title(), post.division()), term, details);
    }

    Assignment until(LocalDate day) {
        return new Assignment(code, person, post, new Term(term.from(), Optional.of(day)), details);
    }

    Assignment standingInFor(String other) {
        return new Assignment(code, person, post, term, new Details(details.phone(), details.matters(), other));
    }

    /** {@code RY000001 王伟 网格长 410172560601001 2024-01-01–}, without the telephone number. */
    @Override
    public String toString() {
        return (code.isEmpty() ? "" : code + " ") + person + " " + post.title() + " " + post.division() + " " + term;
    }
}
