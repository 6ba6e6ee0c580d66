package org.onemap.ingest.load;

import java.util.Iterator;
import java.util.Optional;
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
    private final PositionCheck check;
    private final IssueSink issues;

    SourcePositions(ImportOptions.Position options, PositionCheck check, IssueSink issues) {
        this.options = options;
        this.check = check;
        this.issues = issues;
    }

    /**
     * The way from the source's coordinates to ours.
     *
     * @throws InvalidInput if none is known, or the numbers contradict it; the message says which option helps
     */
    SourcePosition of(Source source) {
        if (!source.geometry().isSpatial()) {
            return SourcePosition.none();
        }
        SourceExtent sample = new SourceExtent();
        boolean whole = sample(source, sample);
        SourceCrs crs = resolve(source, sample).within(sample.extent());
        crs.caution()
                .ifPresent(caution ->
                        issues.add(ImportIssue.warning("crs-caution", Place.file(source.displayName()), caution)));
        Optional<String> fault = check.ofSample(crs, sample.extent(), whole);
        if (fault.isPresent()) {
            throw new InvalidInput(fault.get());
        }
        return SourcePosition.of(crs);
    }

    private SourceCrs resolve(Source source, SourceExtent sample) {
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
                + " does not say in which coordinate reference system it is (--crs or --coordsys would say it); "
                + check.hint(sample.extent()))));
    }

    /** Whether the sample is all there is. */
    private static boolean sample(Source source, SourceExtent extent) {
        try {
            Iterator<SourceRow> rows = source.rows();
            for (int i = 0; i < SAMPLE_ROWS && rows.hasNext(); i++) {
                Geometry geometry = rows.next().geometry();
                if (geometry != null && !geometry.isEmpty()) {
                    extent.add(geometry);
                }
            }
            return !rows.hasNext();
        } catch (CorruptData e) {
            return false; // the load comes to the same place and reports it
        }
    }
}
