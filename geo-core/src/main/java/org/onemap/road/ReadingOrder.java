package org.onemap.road;

import java.util.Comparator;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;

/**
 * 从西向东、由北至南: rows of 500 m from north to south, within a row from west to east. Used when things are coded for the first
 * time; codes that are given stay as they are.
 */
final class ReadingOrder {

    private static final double ROW_M = 500;

    private ReadingOrder() {}

    /** The order of things by a place in metres. */
    static <T> Comparator<T> by(Function<T, Coordinate> place) {
        return Comparator.<T>comparingDouble(thing -> -Math.floor(place.apply(thing).y / ROW_M))
                .thenComparingDouble(thing -> place.apply(thing).x)
                .thenComparingDouble(thing -> -place.apply(thing).y);
    }
}
