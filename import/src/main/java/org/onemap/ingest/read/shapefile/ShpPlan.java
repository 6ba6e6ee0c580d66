package org.onemap.ingest.read.shapefile;

import org.onemap.feature.GeometryKind;

/**
 * How the records of a {@code .shp} are to be read.
 *
 * @param byIndex through the {@code .shx}; else one after the other
 * @param count number of records
 * @param kind family of the shapes that are really in the file
 */
record ShpPlan(boolean byIndex, long count, GeometryKind kind) {}
