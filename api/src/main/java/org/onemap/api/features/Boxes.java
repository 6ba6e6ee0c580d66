package org.onemap.api.features;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.onemap.InvalidInput;

/** The parameter {@code bbox} of OGC API Features. */
public final class Boxes {

    private Boxes() {}

    /**
     * Reads the value of the parameter.
     *
     * @return one box, or two where it crosses the antimeridian; EPSG:4490, longitude first
     * @throws InvalidInput if it is no box
     */
    public static List<Envelope> parse(String text) {
        double[] numbers = numbers(text);
        int half = numbers.length / 2;
        double minLon = numbers[0];
        double minLat = numbers[1];
        double maxLon = numbers[half];
        double maxLat = numbers[half + 1];
        if (Math.abs(minLon) > 180 || Math.abs(maxLon) > 180 || Math.abs(minLat) > 90 || Math.abs(maxLat) > 90) {
            throw new InvalidInput("bbox=" + text + " reaches beyond the earth: longitudes are within -180 and 180,"
                    + " latitudes within -90 and 90, longitude comes first");
        }
        if (minLat > maxLat) {
            throw new InvalidInput(
                    "bbox=" + text + " has its latitudes the wrong way round: " + minLat + " > " + maxLat);
        }
        if (half == 3 && numbers[2] > numbers[5]) {
            throw new InvalidInput("bbox=" + text + " has its heights the wrong way round");
        }
        if (minLon <= maxLon) {
            return List.of(new Envelope(minLon, maxLon, minLat, maxLat));
        }
        return List.of(new Envelope(minLon, 180, minLat, maxLat), new Envelope(-180, maxLon, minLat, maxLat));
    }

    private static double[] numbers(String text) {
        String[] parts = text.split(",", -1);
        double[] numbers = new double[parts.length];
        boolean good = parts.length == 4 || parts.length == 6;
        for (int i = 0; good && i < parts.length; i++) {
            try {
                numbers[i] = Double.parseDouble(parts[i].trim());
                good = Double.isFinite(numbers[i]);
            } catch (NumberFormatException e) {
                good = false;
            }
        }
        if (!good) {
            throw new InvalidInput("bbox=" + text
                    + " is no box; give four numbers minLon,minLat,maxLon,maxLat (or six with heights), for instance"
                    + " bbox=113.5,34.8,113.6,34.9");
        }
        return numbers;
    }
}
