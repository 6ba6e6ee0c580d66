package org.onemap.ingest.checkup;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onemap.InvalidInput;
import org.onemap.feature.Content;
import org.onemap.feature.Feature;
import org.onemap.feature.FieldNames;
import org.onemap.feature.Layer;
import org.onemap.survey.PartAttribute;
import org.onemap.survey.SurveyPart;

/** Reads the part layer of a store. Confined to one thread. */
final class PartRows {

    private static final String LAYER = "part";

    private final StoreRows rows;

    PartRows(StoreRows rows) {
        this.rows = rows;
    }

    /**
     * All parts.
     *
     * @throws InvalidInput if there is no part layer, or it has no row
     */
    List<SurveyPart> read() {
        List<SurveyPart> parts = new ArrayList<>();
        if (find().isPresent()) {
            rows.forEach(LAYER, row -> parts.add(part(row)));
        }
        if (parts.isEmpty()) {
            throw new InvalidInput("the store has no parts to check (layer part, 部件); import them first");
        }
        return parts;
    }

    /** The attributes that the layer has a field for; the grid may also stand as the parent's code. */
    Set<PartAttribute> columns(List<SurveyPart> parts) {
        Set<PartAttribute> found = EnumSet.noneOf(PartAttribute.class);
        parts.forEach(part -> found.addAll(part.attributes().keySet()));
        return found;
    }

    private Optional<Layer> find() {
        return rows.layers().stream()
                .filter(layer -> layer.name().equals(LAYER))
                .findFirst();
    }

    private static SurveyPart part(Feature row) {
        Content content = row.content();
        Map<PartAttribute, String> attributes = new EnumMap<>(PartAttribute.class);
        for (PartAttribute attribute : PartAttribute.values()) {
            FieldNames names = attribute.names();
            if (names.find(content.schema()).isPresent()) {
                attributes.put(attribute, names.text(content));
            }
        }
        row.parentCode()
                .filter(code -> attributes.getOrDefault(PartAttribute.GRID, "").isEmpty())
                .ifPresent(code -> attributes.put(PartAttribute.GRID, code));
        return new SurveyPart(row.code().orElse(""), row.name().orElse(""), row.geometry(), attributes);
    }
}
