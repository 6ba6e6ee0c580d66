package org.onemap.ingest.demo;

import org.locationtech.jts.geom.Coordinate;

/**
 * A city part (部件). Immutable.
 *
 * @param code 16 digits: district, major class, minor class, six digits of sequence (GB/T 30428.2-2013)
 * @param partClass its class
 * @param near name of the street or property
 * @param block the block it stands in
 * @param at its position
 */
record Part(String code, PartClass partClass, String near, Block block, Coordinate at) {}
