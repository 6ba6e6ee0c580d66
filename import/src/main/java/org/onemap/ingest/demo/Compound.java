package org.onemap.ingest.demo;

/**
 * What stands on a block as one property: a housing estate, a campus, a works. Immutable.
 *
 * @param name for instance 瑞兰雅苑
 * @param gate the door by which it is known
 */
record Compound(String name, DoorPlate gate) {}
