package org.onemap.ingest.load;

import java.util.Optional;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import org.onemap.InvalidInput;
import org.onemap.feature.Content;
import org.onemap.ingest.check.RowCheck;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.issue.Severity;
import org.onemap.ingest.mapping.RowMapper;
import org.onemap.ingest.read.SourceRow;

/** Makes the content of a layer from the rows of its source: map, transform, check. Confined to the reading thread. */
final class RowReader implements Function<SourceRow, CheckedRow> {

    private final LayerPlan plan;
    private final String source;
    private final RowMapper mapper;
    private final RowCheck check;
    private final IssueSink issues;
    private final SourceExtent seen = new SourceExtent();
    private final SeenCodes codes = new SeenCodes();
    private final boolean watchCodes;
    private final Severity duplicate;

    RowReader(LayerPlan plan, boolean repair, IssueSink issues) {
        this.plan = plan;
        this.source = plan.source().displayName();
        this.issues = issues;
        this.mapper = new RowMapper(plan.mapping(), plan.layer().schema(), source, issues);
        this.check = new RowCheck(plan.layer(), repair, issues);
        boolean keyedByCode = plan.layer().isKeyedByCode();
        this.watchCodes = !keyedByCode; // else the store notices duplicates
        this.duplicate = Loaders.isStrict(plan.layer()) ? Severity.ERROR : Severity.WARNING;
    }

    @Override
    public CheckedRow apply(SourceRow row) {
        Content.Builder builder = mapper.map(row);
        Place place = Place.row(source, row.number());
        Geometry geometry = row.geometry();
        boolean spatial = geometry != null
                && !geometry.isEmpty()
                && plan.layer().geometry().isSpatial();
        if (geometry != null && spatial && !transform(geometry, builder, place)) {
            return new CheckedRow(builder.build(), place, false);
        }
        Content mapped = builder.build();
        if (plan.key() == LayerPlan.Key.CODE_IF_UNIQUE && mapped.code().isEmpty()) {
            throw new KeyFallback(plan.layer().name(), "row " + row.number() + " has no code");
        }
        note(mapped);
        if (watchCodes) {
            mapped.code().ifPresent(code -> watch(code, place));
        }
        return check.check(mapped, place)
                .map(content -> new CheckedRow(content, place, true))
                .orElseGet(() -> new CheckedRow(mapped, place, false));
    }

    /** What was noted of the geometries; to be asked when all rows are through. */
    SourceExtent seen() {
        return seen;
    }

    private void note(Content content) {
        Optional<Geometry> geometry = content.geometry();
        if (geometry.isPresent() && plan.stored().isPresent()) {
            content.key(plan.layer().keyField()).ifPresent(key -> seen.place(key, geometry.get()));
        }
    }

    private boolean transform(Geometry geometry, Content.Builder content, Place place) {
        try {
            seen.add(geometry);
            content.geometry(plan.position().transform(geometry));
            return true;
        } catch (InvalidInput e) {
            String message = e.getMessage();
            issues.add(ImportIssue.error("crs", place, message == null ? e.toString() : message));
            return false;
        }
    }

    private void watch(String code, Place place) {
        if (codes.seen(code)) {
            issues.add(new ImportIssue(
                    duplicate,
                    "duplicate-code",
                    "code " + code + " stands in an earlier row already",
                    place.code(code).field("code"),
                    Optional.empty()));
        }
    }
}
