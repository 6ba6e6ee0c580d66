package org.onemap.ingest.read;

import java.util.List;
import org.onemap.feature.Field;

/**
 * The columns of a source in their order; names are unique without regard to case. Immutable.
 *
 * @param fields name and type of each column
 */
public record SourceSchema(List<Field> fields) {

    public SourceSchema {
        fields = List.copyOf(fields);
    }

    /** Position of the column of this name, compared without regard to case; −1 if there is none. */
    public int position(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }
}
