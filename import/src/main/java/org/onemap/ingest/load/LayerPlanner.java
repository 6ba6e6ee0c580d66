package org.onemap.ingest.load;

import java.util.List;
import java.util.Optional;
import org.onemap.InvalidInput;
import org.onemap.feature.Field;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerCatalog;
import org.onemap.feature.LayerRole;
import org.onemap.feature.Schema;
import org.onemap.feature.StandardLayers;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.issue.Severity;
import org.onemap.ingest.mapping.ColumnMapper;
import org.onemap.ingest.mapping.ColumnMapping;
import org.onemap.ingest.mapping.RowMapper;
import org.onemap.ingest.mapping.SchemaMerge;
import org.onemap.ingest.read.Source;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;

/** Decides for each source: layer, mapping, schema, key. Confined to one thread. */
final class LayerPlanner {

    private final ImportOptions options;
    private final ReadView view;
    private final LayerCatalog catalog;
    private final IssueSink issues;

    LayerPlanner(ImportOptions options, ReadView view, IssueSink issues) {
        this.options = options;
        this.view = view;
        this.catalog = view.layers(Principal.anonymous());
        this.issues = issues;
    }

    LayerPlan plan(Source source, SourcePosition position) {
        String wanted = options.layer().orElse(source.name());
        String name = LayerNames.resolve(wanted, catalog);
        Place place = Place.file(source.displayName());
        if (!name.equals(wanted)) {
            tell(place, "layer-name", "'" + wanted + "' goes into layer " + name);
        }
        Optional<Layer> stored = catalog.find(name);
        Layer template = template(name, source, stored);
        ColumnMapping mapping =
                new ColumnMapper(template, options.mapping(), issues).map(source.displayName(), source.schema());
        requireSpace(source, template, place);
        Schema schema = stored.map(there -> SchemaMerge.merge(mapping.fields(), there, source.displayName(), issues))
                .orElse(mapping.fields());
        stored.ifPresent(there -> warnOfNoName(there, mapping, place));
        Layer layer = template.toBuilder().schema(schema).keyField("code").build();
        return withKey(new LayerPlan(source, layer, stored, mapping, position, LayerPlan.Key.CODE), place);
    }

    private void warnOfNoName(Layer stored, ColumnMapping mapping, Place place) {
        if (mapping.source(ColumnMapping.SystemColumn.NAME).isPresent()) {
            return;
        }
        try (FeatureCursor first =
                view.query(Principal.anonymous(), FeatureQuery.of(stored.name()).limit(1))) {
            if (first.hasNext() && first.next().name().isPresent()) {
                issues.add(ImportIssue.warning(
                        "missing-column",
                        place.field("name"),
                        "rows of layer " + stored.name() + " have names, but no column of this source is the name; it"
                                + " is empty in the rows of this source"));
            }
        }
    }

    private static Layer template(String name, Source source, Optional<Layer> stored) {
        return StandardLayers.find(name)
                .or(() -> stored.map(there -> there.toBuilder()
                        .keyField("code")
                        .schema(Schema.empty())
                        .build()))
                .orElseGet(() -> Layer.builder(name).geometry(source.geometry()).build());
    }

    private void requireSpace(Source source, Layer template, Place place) {
        if (template.role() == LayerRole.DIVISION && !source.geometry().isSpatial()) {
            issues.add(ImportIssue.error(
                    "null-geometry",
                    place,
                    "the source has no geometry, and layer " + template.name() + " is made of"
                            + " polygons; give the .shp beside the .dbf, or another --layer"));
        }
    }

    private LayerPlan withKey(LayerPlan plan, Place place) {
        String name = plan.layer().name();
        Optional<String> wanted = options.rows().key().map(key -> keyField(key, plan));
        Optional<String> there = plan.stored().filter(this::hasRows).map(Layer::keyField);
        if (wanted.isPresent() && there.isPresent() && !wanted.get().equalsIgnoreCase(there.get())) {
            throw new InvalidInput("rows of layer " + name + " are recognised by " + there.get() + ", so --key "
                    + options.rows().key().orElse("")
                    + " cannot be used; leave it out, undo the layer's imports first, or choose another --layer");
        }
        boolean codeMapped =
                plan.mapping().source(ColumnMapping.SystemColumn.CODE).isPresent();
        String key = wanted.or(() -> there).orElse("code");
        if (key.equals(RowMapper.ROW_NUMBER)) {
            requireReplace(name);
            warnOfRowNumber(place, "no column is the key of layer " + name + " in the store");
            return plan.byRowNumber();
        }
        if (!key.equals("code")) {
            return byField(plan, key);
        }
        boolean fixed = wanted.isPresent() || there.isPresent() || plan.layer().role() == LayerRole.DIVISION;
        if (fixed) {
            return requireCode(plan, codeMapped);
        }
        if (!codeMapped) {
            warnOfRowNumber(place, "no column is mapped to the code");
            return plan.byRowNumber();
        }
        return new LayerPlan(
                plan.source(),
                plan.layer(),
                plan.stored(),
                plan.mapping(),
                plan.position(),
                LayerPlan.Key.CODE_IF_UNIQUE);
    }

    private LayerPlan requireCode(LayerPlan plan, boolean codeMapped) {
        if (!codeMapped) {
            throw new InvalidInput("no column of " + plan.source().displayName() + " is the code, which layer "
                    + plan.layer().name() + " needs; name it with --mapping (for instance '编码: code'); its columns are "
                    + columns(plan.source()));
        }
        return plan;
    }

    private boolean hasRows(Layer layer) {
        return view.count(Principal.anonymous(), FeatureQuery.of(layer.name())) > 0;
    }

    private static LayerPlan byField(LayerPlan plan, String key) {
        String field = plan.layer().schema().fields().stream()
                .map(Field::name)
                .filter(key::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new InvalidInput("rows of layer "
                        + plan.layer().name() + " are recognised by " + key
                        + ", which " + plan.source().displayName() + " lacks; name its column with --mapping; its"
                        + " columns are " + columns(plan.source())));
        Layer layer = plan.layer().toBuilder().keyField(field).build();
        ColumnMapping mapping =
                plan.mapping().codeIsLastResort() ? plan.mapping().withoutCode() : plan.mapping();
        return new LayerPlan(plan.source(), layer, plan.stored(), mapping, plan.position(), LayerPlan.Key.FIELD);
    }

    /** The field that the user's key means: a field, or the column that fills one. */
    private static String keyField(String key, LayerPlan plan) {
        if (key.equalsIgnoreCase("code")) {
            return "code";
        }
        for (ColumnMapping.Column column : plan.mapping().columns()) {
            boolean meant = column.source().name().equalsIgnoreCase(key)
                    || column.field().equalsIgnoreCase(key);
            if (meant && !column.field().isEmpty()) {
                return column.field();
            }
            if (meant && column.system() == ColumnMapping.SystemColumn.CODE) {
                return "code";
            }
        }
        throw new InvalidInput("--key " + key + ": " + plan.source().displayName() + " has no such column; it has "
                + columns(plan.source()));
    }

    /** Warns that rows are recognised by their number, and why. */
    void warnOfRowNumber(Place place, String why) {
        issues.add(ImportIssue.warning(
                "row-number-key",
                place,
                why + ", so rows are recognised by their row number; name a column that is filled and unique with"
                        + " --key"));
    }

    private void requireReplace(String layer) {
        if (options.rows().mode() == ChangeSetWriter.Mode.UPSERT) {
            throw new InvalidInput("rows of layer " + layer + " are recognised by their row number, so a part of them"
                    + " cannot be brought in with --mode upsert; import the whole layer with --mode replace");
        }
    }

    private static String columns(Source source) {
        List<Field> fields = source.schema().fields();
        return fields.isEmpty()
                ? "none at all"
                : String.join(", ", fields.stream().map(Field::name).toList());
    }

    private void tell(Place place, String rule, String what) {
        issues.add(new ImportIssue(Severity.INFO, rule, what, place, Optional.empty()));
    }
}
