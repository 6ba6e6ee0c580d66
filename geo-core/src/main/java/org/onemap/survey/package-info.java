/**
 * Acceptance of a survey of city parts (部件普查验收): a full check of all that a machine can judge, a seeded sample for the
 * field, and a verdict on what the field brought back.
 *
 * <p>Accepted: parts with their attributes, the division tree and buildings and roads, EPSG:4490, longitude first.
 * Guaranteed: the same parts, plan and seed give the same sample; every limit carries its source and how sure it is; what
 * lacks its data is said to be not judged. Pure: no store, no clock.
 *
 * <ol>
 *   <li>{@link org.onemap.survey.PartChecks} judges each part by each {@link org.onemap.survey.PartRule}.
 *   <li>{@link org.onemap.survey.Batch} divides the parts into batches and draws the sample of each.
 *   <li>{@link org.onemap.survey.FieldVerdict} compares the sample with what was found on the ground.
 *   <li>{@link org.onemap.survey.SurveyResult} holds it all: one error, and the survey is not accepted.
 * </ol>
 */
@NullMarked
package org.onemap.survey;

import org.jspecify.annotations.NullMarked;
