/**
 * The embedded store: one GeoPackage file (SQLite) that QGIS, GDAL and GeoServer open as it is.
 *
 * <p>Input: a {@code .gpkg} path. Guarantees: the file is valid by GeoPackage 1.3 at every commit; a change set is one
 * SQLite transaction, its tables and columns included, so that a killed process leaves the store as before or as after;
 * readers work on a snapshot (WAL) and never wait for a writer.
 *
 * <ol>
 *   <li>{@link org.onemap.store.geopackage.GeoPackageStore} opens the file: {@code StoreFile} makes and checks it.
 *   <li>{@code GeoPackageEngine} hands connections to the rules in {@link org.onemap.store.sql}.
 *   <li>{@code GeoPackageLayers} makes the tables and asks the {@code RTree}; {@code BulkWriter} fills a blank layer on a
 *       thread of its own; {@code GeometryBlob} is the form of the geometries.
 * </ol>
 */
@NullMarked
package org.onemap.store.geopackage;

import org.jspecify.annotations.NullMarked;
