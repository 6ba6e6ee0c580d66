/**
 * Positions and datums as types, projections, and the way from a {@code .prj} to an EPSG code.
 *
 * <p>Everything inside onemap is CGCS2000 (EPSG:4490), longitude first. Numbers from outside come in by two doors:
 *
 * <ol>
 *   <li>One position with its {@link org.onemap.crs.Coordsys}: {@code Coordsys.toCgcs2000}.
 *   <li>A source's geometries with their {@link org.onemap.crs.SourceCrs}, made from a code, a well-known text or a
 *       {@code Coordsys}. {@link org.onemap.crs.CrsDiagnostics} compares it with the numbers before anything is loaded.
 * </ol>
 *
 * <p>Metres come from {@link org.onemap.crs.Distances} and {@link org.onemap.crs.GaussKruger}, which open no database.
 * Invalid input throws {@link org.onemap.InvalidInput}; a datum without published parameters is refused, never guessed.
 * Decisions: docs/decisions/010 to 013.
 */
@NullMarked
package org.onemap.crs;

import org.jspecify.annotations.NullMarked;
