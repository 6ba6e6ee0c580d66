/**
 * The store in a PostGIS database: one schema, which QGIS and GeoServer read as it is, for several servers at a time.
 *
 * <p>Input: a {@code postgresql://} or {@code jdbc:postgresql:} URL with the schema as {@code ?schema=}. Guarantees: a
 * change set is one transaction, its tables and columns included, so that a killed process leaves the store as before or
 * as after; a reader sees one picture (REPEATABLE READ, read only); there is one writer at a time (advisory lock), others
 * wait a bounded time; every commit notifies whoever listens.
 *
 * <ol>
 *   <li>{@link org.onemap.store.postgis.PostgisStore} opens a database: {@code StoreSchema} makes the tables by Flyway
 *       migrations and tells a store from other schemas, {@code Roles} gives owner, writer and reader their rights.
 *   <li>{@code PostgisEngine} hands connections to the rules in {@link org.onemap.store.sql}; {@code Failures} says what a
 *       failure means, {@code ChangeListener} hears of changes.
 *   <li>{@code PostgisLayers} makes the tables and asks the GiST index; {@code CopyLoad} fills a blank layer by COPY
 *       BINARY; geometries go and come as EWKB.
 * </ol>
 */
@NullMarked
package org.onemap.store.postgis;

import org.jspecify.annotations.NullMarked;
