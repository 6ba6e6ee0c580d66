package org.onemap.road;

/**
 * A road of the net. Immutable.
 *
 * @param code {@code roadId}: six digits of the county, the letter of the class, four digits
 * @param name empty if it has none
 * @param roadClass the class of most of its length; single segments may have another
 */
public record Road(String code, String name, RoadClass roadClass) {}
