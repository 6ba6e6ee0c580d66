/**
 * Whose are these points? Rows of points in, answers out, many at a time and without an object per row: the codec that
 * the service and the command line share.
 *
 * <ol>
 *   <li>A {@link org.onemap.locate.batch.PointReader} takes rows from a stream: CSV, NDJSON, a JSON array or bare doubles.
 *       A row that cannot be used becomes a {@link org.onemap.locate.batch.PointFault} in its place; the rest goes on.
 *   <li>{@link org.onemap.locate.batch.PointBatch} holds up to {@value org.onemap.locate.batch.PointBatch#CAPACITY} of
 *       them and brings their positions to CGCS2000.
 *   <li>{@link org.onemap.locate.batch.BatchLocator} asks all levels in bulk and numbers the distinct answers in a
 *       {@link org.onemap.locate.batch.DivisionAnswers}: many points, few answers, so that each is written out once.
 * </ol>
 */
@NullMarked
package org.onemap.locate.batch;

import org.jspecify.annotations.NullMarked;
