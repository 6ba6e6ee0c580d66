package org.onemap.api.locate;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.onemap.locate.Locator;

/** What requests to come can use of the words that earlier ones made; it goes when its locator goes. Thread-safe. */
final class TextShelf {

    private final Map<Locator, Forms> byLocator = Collections.synchronizedMap(new WeakHashMap<>());

    /** The words of this locator's answers. */
    Forms of(Locator locator) {
        return byLocator.computeIfAbsent(locator, added -> {
            Optional<String> answering = added.answeringLevel();
            int divisions = added.levels().stream()
                    .filter(level -> answering.equals(Optional.of(level.layer().name())))
                    .mapToInt(level -> level.index().size())
                    .sum();
            return new Forms(new KeptTexts(divisions), new KeptTexts(divisions));
        });
    }

    /**
     * The words in both forms.
     *
     * @param json objects
     * @param rows rows of a table, which the binary form ends with as well
     */
    record Forms(KeptTexts json, KeptTexts rows) {}
}
