package org.onemap.ingest.read;

import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import org.onemap.feature.GeometryKind;

/**
 * One layer of a source file: a shapefile, a table of a GeoPackage, a GeoJSON document, a CSV. Confined to one thread.
 */
public interface Source extends AutoCloseable {

    /** The layer name that the file suggests: its name without folder and suffix, or the table's name. */
    String name();

    /** How issues call it: the file name, with the member for an archive ({@code a.zip!grid.shp}). */
    String displayName();

    /** Hash (SHA-256, hexadecimal) over the bytes that the source consists of, in a fixed order of its files. */
    String sha256();

    /**
     * The source's columns, under the source's names and in its order. A name that is a system column of ours (such as
     * {@code code}, {@code name}) is an ordinary column here: this is not yet a layer's schema.
     */
    SourceSchema schema();

    /** The family of its geometries, NONE for a table without. */
    GeometryKind geometry();

    /** What the source says of its coordinate reference system. */
    DeclaredCrs crs();

    /** The charset that its texts are read in; empty where there are none. */
    default Optional<Charset> charset() {
        return Optional.empty();
    }

    /** How many rows {@link #rows()} will give, deleted ones left out; empty if it is not known without reading. */
    OptionalLong rowCount();

    /**
     * Reads the rows from the start, one in memory at a time. May be called again after the iterator is used up. Faults
     * in rows go to the issue sink that the source was opened with; a fault that ends the reading throws
     * {@link org.onemap.CorruptData} with the place, after which nothing may be loaded.
     */
    Iterator<SourceRow> rows();

    @Override
    void close();

    /**
     * What a source says of its coordinate reference system.
     *
     * @param wkt text of the {@code .prj} or of the GeoPackage definition, if there is one
     * @param authority {@code EPSG:4326} or the like where the source names a code, or where its format fixes one
     */
    record DeclaredCrs(Optional<String> wkt, Optional<String> authority) {

        /** The source says nothing. */
        public static DeclaredCrs none() {
            return new DeclaredCrs(Optional.empty(), Optional.empty());
        }
    }
}
