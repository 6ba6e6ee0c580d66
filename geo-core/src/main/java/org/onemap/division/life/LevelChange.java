package org.onemap.division.life;

import java.util.List;
import java.util.Map;
import org.onemap.feature.Content;
import org.onemap.feature.Layer;

/**
 * What becomes of the rows of one level. Immutable.
 *
 * @param layer the level
 * @param put rows that are new or differ, by ascending code
 * @param recoded old code → the row under its new code
 * @param retired codes that go
 */
public record LevelChange(Layer layer, List<Content> put, Map<String, Content> recoded, List<String> retired) {

    public LevelChange {
        put = List.copyOf(put);
        recoded = Map.copyOf(recoded);
        retired = List.copyOf(retired);
    }

    /** Whether nothing changes. */
    public boolean isEmpty() {
        return put.isEmpty() && recoded.isEmpty() && retired.isEmpty();
    }
}
