package org.onemap.api.features;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Html;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;

/** Items as the rows of a table. Confined to one thread. */
final class ItemsTable {

    private static final Map<String, String> TITLES =
            Map.of("code", "编码", "name", "名称", "parent_code", "上级编码", "valid_from", "生效日期", "change_set", "变更集");

    private final Exchange exchange;
    private final Layer layer;

    ItemsTable(Exchange exchange, Layer layer) {
        this.exchange = exchange;
        this.layer = layer;
    }

    void open(Html html) throws IOException {
        html.open("div", "class", "wide").open("table").open("tr");
        html.element("th", "id", "scope", "col");
        for (String column : ItemsQuery.filterColumns(layer)) {
            html.element("th", title(layer, column), "scope", "col");
        }
        html.close("tr");
    }

    void row(Html html, Feature feature) throws IOException {
        String id = feature.id(layer);
        html.open("tr").open("td");
        html.link(exchange.url(CollectionDocument.path(layer, id) + "?f=html"), id)
                .close("td");
        for (Object value : GeoJson.properties(layer, feature).values()) {
            html.element("td", text(value));
        }
        html.close("tr");
    }

    void close(Html html) throws IOException {
        html.close("table").close("div");
    }

    /** A value as people read it; nothing for null. */
    static String text(Object value) {
        return value instanceof Optional<?> ? "" : value.toString();
    }

    /** What users read for a column. */
    static String title(Layer layer, String column) {
        List<String> ownTitle = layer.schema().fields().stream()
                .filter(field -> field.name().equals(column))
                .map(field -> field.title())
                .toList();
        return ownTitle.isEmpty() ? TITLES.getOrDefault(column, column) : ownTitle.get(0);
    }
}
