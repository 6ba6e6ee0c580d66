/**
 * What the engines behind the store port have in common: one table per layer, one for its history, the records of the
 * change sets, the log, and the rules by which a change is loaded, staged, accepted, applied and taken back.
 *
 * <p>The SQL here is that which SQLite and PostgreSQL both understand, with names unqualified and parameters by place. An
 * engine says the rest: {@link org.onemap.store.sql.Engine} opens transactions and explains failures,
 * {@link org.onemap.store.sql.ColumnForms} says how values and geometries lie in columns,
 * {@link org.onemap.store.sql.LayerForms} makes tables and indexes.
 *
 * <ol>
 *   <li>{@link org.onemap.store.sql.SqlStore} hands out views and writers.
 *   <li>{@code Change} is one change set inside a {@code Transaction}; {@code LayerLoad} decides row by row what is
 *       created, replaced, unchanged: {@code FreshLoad} for a layer without rows (in bulk), {@code MergeLoad} for one
 *       with rows, {@code StagedLoad} for a change whose day lies ahead or is undecided.
 *   <li>{@code Schedule} replays staged rows when their day has come, {@code Acceptance} gives a draft its day,
 *       {@code Undo} takes a change back.
 *   <li>{@code SqlView} reads; {@code LayerTable} knows the columns.
 * </ol>
 */
@NullMarked
package org.onemap.store.sql;

import org.jspecify.annotations.NullMarked;
