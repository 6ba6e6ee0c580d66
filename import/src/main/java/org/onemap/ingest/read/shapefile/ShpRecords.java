package org.onemap.ingest.read.shapefile;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.read.bytes.FileWindow;

/** Reads the shapes one after the other in the way of a {@link ShpPlan}. Confined to one thread. */
final class ShpRecords {

    private final FileWindow shp;
    private final @Nullable ShpIndex index;
    private final String displayName;
    private final IssueSink issues;
    private final ShapeDecoder decoder;

    private long row;
    private long at = ShpHeader.LENGTH;

    ShpRecords(FileWindow shp, @Nullable ShpIndex index, String displayName, IssueSink issues) {
        this.shp = shp;
        this.index = index;
        this.displayName = displayName;
        this.issues = issues;
        this.decoder = new ShapeDecoder(displayName, issues);
    }

    /**
     * The shape of the next record; null for a null shape, and for one that cannot be read, which is an issue.
     *
     * @param wanted false where the row is deleted: its shape is passed over
     */
    @Nullable
    Geometry next(boolean wanted) {
        row++;
        if (index != null) {
            at = index.offset(row - 1);
            if (at == 0) {
                return null;
            }
        }
        Optional<ShpRecordHeader> record =
                ShpRecordHeader.find(shp, at).filter(found -> found.isPlausible(shp) || found.isWhole(shp));
        if (record.isEmpty()) {
            issues.add(ImportIssue.error(
                    "shape-unreadable",
                    Place.row(displayName, row),
                    "there is no record at byte " + at + " of the .shp"));
            return null;
        }
        at = record.get().end();
        return wanted ? decoder.decode(shp, record.get(), row) : null;
    }
}
