package org.onemap.locate.batch;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A point in JSON: an object with {@code lon} (or {@code lng}, {@code longitude}), {@code lat} (or {@code latitude}) and
 * perhaps {@code coordsys}, or an array that begins with longitude and latitude. Numbers may stand in quotes. Confined to
 * one thread.
 */
final class JsonPoint {

    private static final int LON = 0;
    private static final int LAT = 1;
    private static final int COORDSYS = 2;

    private final JsonMembers members = new JsonMembers(
            List.of(List.of("lon", "lng", "longitude"), List.of("lat", "latitude"), List.of("coordsys")));

    /**
     * Looks at the value that begins here.
     *
     * @return where it ends, or {@link JsonMembers#INCOMPLETE} or {@link JsonMembers#BROKEN}
     */
    int scan(byte[] bytes, int from, int limit) {
        return members.scan(bytes, from, limit);
    }

    /** Adds the point that was looked at last. */
    void addTo(PointBatch batch, byte[] bytes) {
        if (!members.has(LON) && !members.has(LAT)) {
            batch.add(PointFault.MALFORMED);
        } else if (!members.has(LON)) {
            batch.add(PointFault.LON_MISSING);
        } else if (!members.has(LAT)) {
            batch.add(PointFault.LAT_MISSING);
        } else {
            double lon = Decimals.parse(bytes, members.start(LON), members.end(LON));
            double lat = Decimals.parse(bytes, members.start(LAT), members.end(LAT));
            if (members.has(COORDSYS)) {
                CsvPoints.addWithCoordsys(batch, lon, lat, text(bytes, members.start(COORDSYS), members.end(COORDSYS)));
            } else {
                batch.add(lon, lat);
            }
        }
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
