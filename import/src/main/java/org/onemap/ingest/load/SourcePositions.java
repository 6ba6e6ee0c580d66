package org.onemap.ingest.load;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.onemap.CorruptData;
import org.onemap.InvalidInput;
import org.onemap.crs.Coordsys;
import org.onemap.crs.SourceCrs;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.read.Source;
import org.onemap.ingest.read.SourceRow;

/**
 * Finds the coordinate reference system of a source: the option, then what it declares, never a guess. What the numbers
 * themselves say against it refuses the source.
 */
final class SourcePositions {

    /** So many rows are looked at before the load. */
    private static final int SAMPLE_ROWS = 2_000;

    private final ImportOptions.Position options;
    private final IssueSink issues;

    SourcePositions(ImportOptions.Position options, IssueSink issues) {
        this.options = options;
        this.issues = issues;
    }

    /**
     * The way from the source's coordinates to ours.
     *
     * @throws InvalidInput if none is known, or the numbers contradict it; the message says which option helps
     */
    SourcePosition of(Source source) {
        if (!source.geometry().isSpatial()) {
            return new SourcePosition("no geometry", UnaryOperator.identity());
        }
        Envelope sample = sample(source);
        SourceCrs crs = resolve(source).within(sample);
        crs.caution()
                .ifPresent(caution ->
                        issues.add(ImportIssue.warning("crs-caution", Place.file(source.displayName()), caution)));
        return new SourcePosition(crs.describe(), crs::toCgcs2000);
    }

    private SourceCrs resolve(Source source) {
        if (options.crs().isPresent()) {
            return SourceCrs.parse(options.crs().get());
        }
        if (options.coordsys().isPresent()) {
            return SourceCrs.of(Coordsys.parse(options.coordsys().get()));
        }
        Source.DeclaredCrs declared = source.crs();
        if (declared.authority().isPresent()) {
            return SourceCrs.parse(declared.authority().get());
        }
        Optional<String> wkt = declared.wkt().filter(text -> !text.isBlank());
        return SourceCrs.ofWkt(wkt.orElseThrow(() -> new InvalidInput(source.displayName()
                + " does not say in which coordinate reference system it is; give --crs (for instance --crs EPSG:4547)"
                + " or, for degrees, --coordsys wgs84, cgcs2000, gcj02 or bd09")));
    }

    private static Envelope sample(Source source) {
        Envelope extent = new Envelope();
        try {
            Iterator<SourceRow> rows = source.rows();
            for (int i = 0; i < SAMPLE_ROWS && rows.hasNext(); i++) {
                Geometry geometry = rows.next().geometry();
                if (geometry != null && !geometry.isEmpty()) {
                    expand(extent, geometry.getEnvelopeInternal());
                }
            }
        } catch (CorruptData e) {
            return extent; // the load comes to the same place and reports it
        }
        return extent;
    }

    private static void expand(Envelope extent, Envelope box) {
        if (Double.isFinite(box.getMinX() + box.getMaxX() + box.getMinY() + box.getMaxY())) {
            extent.expandToInclude(box);
        }
    }
}
