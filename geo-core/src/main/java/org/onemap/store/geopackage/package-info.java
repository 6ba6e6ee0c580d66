/**
 * The embedded store: one GeoPackage file (SQLite) that QGIS, GDAL and GeoServer open as it is.
 *
 * <p>Input: a {@code .gpkg} path. Guarantees: the file is valid by GeoPackage 1.3 at every commit; a change set is one
 * SQLite transaction, its tables and columns included, so that a killed process leaves the store as before or as after;
 * readers work on a snapshot (WAL) and never wait for a writer.
 *
 * <ol>
 *   <li>{@link org.onemap.store.geopackage.GeoPackageStore} opens the file and hands out views and writers.
 *   <li>{@code Change} is the transaction; {@code LayerLoad} decides row by row what is created, replaced, unchanged:
 *       {@code FreshLoad} for a layer without rows (bulk, on a thread of its own), {@code MergeLoad} for one with rows,
 *       {@code StagedLoad} for a change whose day lies ahead.
 *   <li>{@code Schedule} replays staged rows when their day has come, {@code Undo} takes a change back.
 *   <li>{@code GeoPackageView} reads; {@code LayerTable} knows the columns, {@code GeometryBlob} the geometries.
 * </ol>
 */
@NullMarked
package org.onemap.store.geopackage;

import org.jspecify.annotations.NullMarked;
