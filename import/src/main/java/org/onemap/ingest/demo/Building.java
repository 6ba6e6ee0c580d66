package org.onemap.ingest.demo;

import org.locationtech.jts.geom.Polygon;

/**
 * A building. Immutable.
 *
 * @param block the block it stands on
 * @param number its number within the block, from 1, row by row
 * @param polygon its outline
 * @param floors at least 1
 * @param homes dwellings in it, lived in or not
 */
record Building(Block block, int number, Polygon polygon, int floors, int homes) {}
