package org.onemap.ingest.read.shapefile;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onemap.feature.GeometryKind;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.read.bytes.FileWindow;

/**
 * Looks at all record headers before anything is read, and chooses the way through the file that is whole: one record
 * after the other, or through the {@code .shx}. Says where the two contradict each other or the header.
 *
 * <p>Neither is right by itself: indexes are stale after edits, and a {@code .shp} may have holes that only the index
 * jumps over.
 */
final class ShpSurvey {

    private static final int LOST_AT_MOST = 1_000_000;
    private static final long LEFT_BEHIND_AT_MOST = 16 << 20;

    private final FileWindow shp;
    private final ShpHeader header;
    private final @Nullable ShpIndex index;
    private final Place file;
    private final IssueSink issues;

    private final Walk walk = new Walk();
    private boolean indexAgrees;

    private ShpSurvey(FileWindow shp, ShpHeader header, @Nullable ShpIndex index, Place file, IssueSink issues) {
        this.shp = shp;
        this.header = header;
        this.index = index;
        this.file = file;
        this.issues = issues;
    }

    /** What one way through the file met. */
    private static final class Walk {
        private final Set<ShapeType> types = EnumSet.noneOf(ShapeType.class);
        private long count;
        private boolean whole = true;
        private long stoppedAt;
    }

    /**
     * Surveys a file.
     *
     * @param tableRecords how many records its table has, deleted ones too; a judge where index and file differ
     */
    static ShpPlan survey(
            FileWindow shp, @Nullable ShpIndex index, OptionalLong tableRecords, String displayName, IssueSink issues) {
        ShpHeader header = ShpHeader.read(shp, displayName);
        ShpSurvey survey = new ShpSurvey(shp, header, index, Place.file(displayName), issues);
        return survey.plan(tableRecords);
    }

    private ShpPlan plan(OptionalLong tableRecords) {
        walkThrough();
        if (index == null || indexAgrees) {
            return sequential(tableRecords);
        }
        Walk jumps = walkByIndex(index);
        if (preferIndex(jumps, tableRecords)) {
            String why = jumps.whole
                    ? "it was read through the .shx, which is whole"
                    : "and entry " + (jumps.stoppedAt + 1) + " of the .shx leads to no record";
            warn(
                    "shx-differs",
                    ".shx and .shp differ: reading on from the first record gives " + walk.count + " records, the .shx "
                            + index.count() + "; " + why);
            if (!jumps.whole) {
                error("file-cut", "neither the .shp nor its .shx is whole: ask for the file again");
            }
            return new ShpPlan(true, index.count(), kind(jumps.types));
        }
        warn(
                "shx-wrong",
                "the .shx does not fit the .shp (" + index.count() + " entries, " + walk.count
                        + " records); it was left aside");
        return sequential(tableRecords);
    }

    private boolean preferIndex(Walk jumps, OptionalLong tableRecords) {
        if (jumps.whole != walk.whole) {
            return jumps.whole;
        }
        if (!jumps.whole) {
            return jumps.count > walk.count;
        }
        if (tableRecords.isPresent() && tableRecords.getAsLong() == walk.count) {
            return false;
        }
        boolean fits = tableRecords.isPresent() && tableRecords.getAsLong() == index().count();
        return fits || index().count() > walk.count;
    }

    private ShpIndex index() {
        return java.util.Objects.requireNonNull(index);
    }

    private ShpPlan sequential(OptionalLong tableRecords) {
        long declared = header.bytes();
        if (!walk.whole && (declared > shp.size() || recordFollows())) {
            error(
                    "file-cut",
                    "the .shp is whole only up to record " + walk.count + "; what begins at byte "
                            + walk.stoppedAt + " of " + shp.size() + " is no record: the file was cut or damaged,"
                            + " ask for it again");
        } else if (declared > shp.size()) {
            boolean confirmed = indexAgrees || (tableRecords.isPresent() && tableRecords.getAsLong() == walk.count);
            String said = "the header of the .shp says " + declared + " bytes, the file has " + shp.size();
            if (confirmed) {
                warn("shp-length", said + "; all " + walk.count + " records are there");
            } else {
                error("file-cut", said + ": it was cut after record " + walk.count + ", ask for it again");
            }
        } else if (walk.stoppedAt < shp.size()) {
            warn(
                    "shp-trailing-bytes",
                    (shp.size() - walk.stoppedAt) + " bytes after the last record, from byte " + walk.stoppedAt
                            + " on, were left aside");
        } else if (declared < shp.size()) {
            warn(
                    "shp-length",
                    "the header of the .shp says " + declared + " bytes, but records follow up to byte " + shp.size()
                            + "; all were read");
        }
        return new ShpPlan(false, walk.count, kind(walk.types));
    }

    /**
     * Whether any whole record is behind the place where the walk ended; if there is none and the length is right, the
     * bytes there are no records that were lost, but something that an editor left behind.
     */
    private boolean recordFollows() {
        if (shp.size() - walk.stoppedAt > LEFT_BEHIND_AT_MOST) {
            return true; // too much to be nothing
        }
        for (long at = walk.stoppedAt; at < shp.size(); at += 2) {
            Optional<ShpRecordHeader> found = ShpRecordHeader.find(shp, at);
            boolean numbered = found.isPresent()
                    && found.get().number() > walk.count
                    && found.get().number() <= walk.count + LOST_AT_MOST;
            if (numbered && (at == walk.stoppedAt || found.get().isPlausible(shp))) {
                return true;
            }
        }
        return false;
    }

    private void walkThrough() {
        long at = ShpHeader.LENGTH;
        indexAgrees = index != null && index.isWellFormed();
        while (at < shp.size()) {
            Optional<ShpRecordHeader> found = ShpRecordHeader.find(shp, at).filter(record -> record.isPlausible(shp));
            boolean beyond = at >= header.bytes();
            if (found.isEmpty() || (beyond && found.get().number() != walk.count + 1)) {
                walk.whole = beyond;
                break;
            }
            compareWithIndex(at, found.get());
            walk.types.add(found.get().type().orElseThrow());
            walk.count++;
            at = found.get().end();
        }
        walk.stoppedAt = at;
        indexAgrees = indexAgrees && index != null && index.count() == walk.count && walk.whole;
    }

    private void compareWithIndex(long at, ShpRecordHeader record) {
        if (indexAgrees && index != null) {
            indexAgrees = walk.count < index.count()
                    && index.offset(walk.count) == at
                    && index.contentBytes(walk.count) == record.contentBytes();
        }
    }

    private Walk walkByIndex(ShpIndex shx) {
        Walk jumps = new Walk();
        jumps.whole = shx.isWellFormed();
        for (long entry = 0; entry < shx.count(); entry++) {
            long offset = shx.offset(entry);
            if (offset == 0 && shx.contentBytes(entry) == 0) {
                jumps.count++; // a null shape in files of shapelib
                continue;
            }
            Optional<ShpRecordHeader> found = offset < ShpHeader.LENGTH
                    ? Optional.empty()
                    : ShpRecordHeader.find(shp, offset).filter(record -> record.isWhole(shp));
            if (found.isPresent()) {
                jumps.count++;
                jumps.types.add(found.get().type().orElseThrow());
            } else if (jumps.whole) {
                jumps.whole = false;
                jumps.stoppedAt = entry;
            }
        }
        return jumps;
    }

    /** One family, or ANY for several: then the header's type is wrong for some records, and it is said. */
    private GeometryKind kind(Set<ShapeType> types) {
        Set<GeometryKind> kinds = EnumSet.noneOf(GeometryKind.class);
        types.stream()
                .map(type -> type.kind)
                .filter(kind -> kind != GeometryKind.NONE)
                .forEach(kinds::add);
        GeometryKind declared = header.type().map(type -> type.kind).orElse(GeometryKind.NONE);
        if (kinds.isEmpty()) {
            return declared;
        }
        GeometryKind found = kinds.size() == 1 ? kinds.iterator().next() : GeometryKind.ANY;
        if (found != declared) {
            warn(
                    "shape-type-differs",
                    "the header of the .shp says "
                            + header.type().map(Enum::name).orElse("a shape type that there is not")
                            + ", its records are "
                            + types + "; each was read as what it is");
        }
        if (types.contains(ShapeType.MULTIPATCH)) {
            warn(
                    "multipatch",
                    "shapes of type MultiPatch were read as polygons with heights;"
                            + " their triangles are single polygons");
        }
        return found;
    }

    private void warn(String rule, String message) {
        issues.add(ImportIssue.warning(rule, file, message));
    }

    private void error(String rule, String message) {
        issues.add(ImportIssue.error(rule, file, message));
    }
}
