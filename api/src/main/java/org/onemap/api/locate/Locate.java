package org.onemap.api.locate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Representation;
import org.onemap.division.DivisionNode;
import org.onemap.locate.Location;
import org.onemap.snapshot.Snapshot;
import org.onemap.snapshot.SnapshotHolder;

/**
 * {@code /v1/locate?lon=&lat=&coordsys=}: grid, zone, office, community and dedicated grids of a position, and how far the
 * nearest boundary is. 200 for every position, also far outside.
 *
 * <p>{@code position} is what was looked up, in CGCS2000; {@code input} is what was given, in {@code coordsys}.
 */
public final class Locate implements Endpoint {

    private final SnapshotHolder snapshots;

    /** Answers from the current one of these snapshots. */
    public Locate(SnapshotHolder snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public String path() {
        return "/v1/locate";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        GivenPosition given = GivenPosition.parse(exchange.query().requireOnly(Set.of("lon", "lat", "coordsys")));
        exchange.negotiate(Representation.JSON);
        Snapshot snapshot = snapshots.current();
        Location location = snapshot.locator().locate(given.position());
        exchange.header("Cache-Control", "no-store").json(Representation.JSON.mediaType(), json -> {
            json.writeStartObject();
            write(json, given);
            write(json, location);
            json.writeNumberField("changeNumber", snapshot.changeNumber());
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, GivenPosition given) throws IOException {
        writePosition(
                json, "position", given.position().lonDeg(), given.position().latDeg());
        json.writeStringField("coordsys", given.coordsys().text());
        writePosition(json, "input", given.lon(), given.lat());
    }

    private static void writePosition(JsonGenerator json, String name, double lon, double lat) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("lon", lon);
        json.writeNumberField("lat", lat);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Location location) throws IOException {
        json.writeStringField("status", location.status().label());
        write(json, "grid", location.grid());
        write(json, "zone", location.zone());
        write(json, "office", location.office());
        write(json, "community", location.community());
        json.writeArrayFieldStart("dedicated");
        for (DivisionNode overlay : location.overlays()) {
            write(json, overlay);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("onBoundary");
        for (String code : location.onBoundary()) {
            json.writeString(code);
        }
        json.writeEndArray();
        json.writeFieldName("edgeDistanceM");
        if (location.edgeDistanceM().isPresent()) {
            json.writeNumber(location.edgeDistanceM().getAsDouble());
        } else {
            json.writeNull();
        }
    }

    private static void write(JsonGenerator json, String name, Optional<DivisionNode> division) throws IOException {
        json.writeFieldName(name);
        if (division.isPresent()) {
            write(json, division.get());
        } else {
            json.writeNull();
        }
    }

    private static void write(JsonGenerator json, DivisionNode division) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", division.code());
        json.writeStringField("name", division.name());
        json.writeEndObject();
    }
}
