package org.onemap.ingest.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onemap.feature.Field;
import org.onemap.feature.Layer;
import org.onemap.feature.Schema;
import org.onemap.ingest.mapping.ColumnMapping;
import org.onemap.ingest.mapping.RowMapper;
import org.onemap.ingest.read.Source;

/**
 * What is to be done with one source. Immutable.
 *
 * @param source the opened source
 * @param layer the layer as it will be loaded: name, role, schema, key
 * @param stored the layer as it is in the store, if it is there and has been loaded before
 * @param mapping what becomes of the columns
 * @param position how coordinates become EPSG:4490
 * @param key how rows are recognised
 */
public record LayerPlan(
        Source source, Layer layer, Optional<Layer> stored, ColumnMapping mapping, SourcePosition position, Key key) {

    /** How rows are recognised. */
    public enum Key {
        /** By the code, whatever comes: the layer is a division or keyed so already. */
        CODE,
        /** By the code as long as it proves filled and unique; else by the row number. */
        CODE_IF_UNIQUE,
        /** By a field that the user or the stored layer names. */
        FIELD,
        /** By the number of the row in the source. */
        ROW_NUMBER
    }

    /** The same plan with rows recognised by their number, where the code turned out not to be filled and unique. */
    LayerPlan byRowNumber() {
        ColumnMapping columns = mapping.codeIsLastResort() ? mapping.withoutCode() : mapping;
        return new LayerPlan(source, withRowNumber(layer), stored, columns, position, Key.ROW_NUMBER);
    }

    /** The layer with a field for the row number, as its key. */
    static Layer withRowNumber(Layer layer) {
        List<Field> fields = new ArrayList<>(layer.schema().fields());
        if (layer.schema().findPosition(RowMapper.ROW_NUMBER).isEmpty()) {
            fields.add(RowMapper.rowNumberField());
        }
        return layer.toBuilder()
                .schema(Schema.of(fields))
                .keyField(RowMapper.ROW_NUMBER)
                .build();
    }
}
