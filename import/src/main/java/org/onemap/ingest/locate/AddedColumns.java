package org.onemap.ingest.locate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.onemap.InvalidInput;
import org.onemap.division.DivisionNode;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.locate.LocateLevel;
import org.onemap.locate.Locator;
import org.onemap.locate.batch.DivisionAnswers;

/**
 * The columns that are added to each row, and their values for an answer. Immutable but for the answers, which belong to
 * one thread.
 *
 * <p>A word is the name of a level ({@code grid}: the code; {@code grid_name}: the name), the name of an overlay layer
 * ({@code dedicated_grid}: the codes, a blank between them) or {@code status}. The note comes last, always.
 */
final class AddedColumns {

    static final String NOTE = "locate_note";
    static final String PROBABILITY = "locate_probability";
    static final String ALTERNATIVES = "locate_alternatives";

    private static final String STATUS = "status";
    private static final String NAME = "_name";
    private static final List<String> ALWAYS = List.of("grid", "zone", "office");

    private final List<String> words;
    private final DivisionAnswers answers;

    private AddedColumns(List<String> words, DivisionAnswers answers) {
        this.words = words;
        this.answers = answers;
    }

    /**
     * The columns for a store.
     *
     * @param wanted the words in the order wanted; empty for grid, zone, office and all else that the store has
     * @throws InvalidInput if a word means nothing
     */
    static AddedColumns of(List<String> wanted, Locator locator, DivisionAnswers answers) {
        List<Layer> layers = locator.levels().stream()
                .filter(level -> !level.isEmpty())
                .map(LocateLevel::layer)
                .toList();
        if (wanted.isEmpty()) {
            Set<String> all = new LinkedHashSet<>(ALWAYS);
            layers.forEach(layer -> all.add(layer.name()));
            return new AddedColumns(List.copyOf(all), answers);
        }
        Set<String> known = new LinkedHashSet<>(List.of(STATUS));
        ALWAYS.forEach(level -> known.addAll(List.of(level, level + NAME)));
        for (Layer layer : layers) {
            known.add(layer.name());
            if (layer.role() == LayerRole.DIVISION) {
                known.add(layer.name() + NAME);
            }
        }
        for (String word : wanted) {
            if (!known.contains(word)) {
                throw new InvalidInput(
                        "there is no column '" + word + "' to add; there are " + String.join(", ", known));
            }
        }
        return new AddedColumns(List.copyOf(new LinkedHashSet<>(wanted)), answers);
    }

    /** The level or overlay that a word is about. */
    static String level(String word) {
        return word.endsWith(NAME) ? word.substring(0, word.length() - NAME.length()) : word;
    }

    /** The words. */
    List<String> words() {
        return words;
    }

    /** The values of an answer, in the order of the words; empty texts where there is none. */
    List<String> values(int answer) {
        List<String> values = new ArrayList<>(words.size());
        for (String word : words) {
            values.add(answer < 0 ? (word.equals(STATUS) ? "invalid" : "") : value(answer, word));
        }
        return values;
    }

    private String value(int answer, String word) {
        if (word.equals(STATUS)) {
            return answers.isOutside(answer) ? "outside" : "inside";
        }
        int level = answers.levels().indexOf(word);
        if (level >= 0) {
            return answers.division(answer, level).map(DivisionNode::code).orElse("");
        }
        Optional<DivisionNode> named = word.endsWith(NAME) ? division(answer, level(word)) : Optional.empty();
        return named.map(DivisionNode::name).orElseGet(() -> answers.overlays(answer).stream()
                .filter(node -> node.level().equals(word))
                .map(DivisionNode::code)
                .collect(Collectors.joining(" ")));
    }

    private Optional<DivisionNode> division(int answer, String level) {
        int at = answers.levels().indexOf(level);
        return at < 0 ? Optional.empty() : answers.division(answer, at);
    }

    /** What must be said of an answer, if anything. */
    String note(int answer) {
        if (answer < 0) {
            return org.onemap.locate.batch.PointFault.ofAnswer(answer).text();
        }
        return answers.isInsideIfSwapped(answer)
                ? "outside; the other way round (lon and lat swapped) it would lie inside"
                : "";
    }

    /** Whether the answer is that the position lies outside. */
    boolean isOutside(int answer) {
        return answer >= 0 && answers.isOutside(answer);
    }
}
