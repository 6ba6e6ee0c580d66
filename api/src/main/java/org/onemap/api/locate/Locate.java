package org.onemap.api.locate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.onemap.InvalidInput;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.QueryParameters;
import org.onemap.api.http.Representation;
import org.onemap.division.DivisionNode;
import org.onemap.division.overlay.NetArea;
import org.onemap.locate.Location;
import org.onemap.locate.Locator;

/**
 * {@code /v1/locate?lon=&lat=&coordsys=}: grid, zone, office, community and dedicated grids of a position, and how far the
 * nearest boundary is. 200 for every position, also far outside. {@code accuracyM=} adds where it may lie otherwise, and
 * how probably; {@code matter=} the division that answers for a matter; {@code asOf=} asks the divisions of another day.
 *
 * <p>{@code position} is what was looked up, in CGCS2000; {@code input} is what was given, in {@code coordsys}.
 */
public final class Locate implements Endpoint {

    private static final Set<String> PARAMETERS = Set.of("lon", "lat", "coordsys", "accuracyM", "matter", "asOf");

    private final Locators locators;
    private final KnownMatters matters;

    /** Answers from these divisions, for these matters. */
    public Locate(Locators locators, KnownMatters matters) {
        this.locators = locators;
        this.matters = matters;
    }

    @Override
    public String path() {
        return "/v1/locate";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        QueryParameters query = exchange.query().requireOnly(PARAMETERS);
        Optional<LocalDate> asOf = query.day("asOf");
        Optional<String> matter = matter(query);
        OptionalDouble accuracyM = GivenPosition.accuracyM(query);
        Locators.Chosen chosen = locators.choose(asOf);
        Locator locator = chosen.locator();
        GivenPosition given = GivenPosition.parse(query, locator);
        exchange.negotiate(Representation.JSON);
        Location location = locator.locate(given.position());
        Optional<AlternativesJson> alternatives = accuracyM.isEmpty()
                ? Optional.empty()
                : Optional.of(new AlternativesJson(
                        accuracyM.getAsDouble(), locator.locate(given.position(), accuracyM.getAsDouble())));
        Optional<Hint> hint = location.status() == Location.Status.OUTSIDE
                ? Hint.of(given, locator)
                : matter.filter(name -> asOf.isEmpty()).flatMap(name -> matters.findHint(name, chosen.changeNumber()));
        exchange.header("Cache-Control", "no-store").json(Representation.JSON.mediaType(), json -> {
            json.writeStartObject();
            write(json, given);
            write(json, location);
            writeNets(json, locator.netAreas(location));
            if (matter.isPresent()) {
                writeResponsible(json, matter.get(), locator.responsible(location, matter.get()));
            }
            if (alternatives.isPresent()) {
                alternatives.get().write(json);
            }
            if (hint.isPresent()) {
                write(json, hint.get());
            }
            if (asOf.isPresent()) {
                json.writeStringField("asOf", asOf.get().toString());
            }
            json.writeNumberField("changeNumber", chosen.changeNumber());
            json.writeEndObject();
        });
    }

    private static Optional<String> matter(QueryParameters query) {
        Optional<String> matter = query.find("matter").map(String::strip);
        if (matter.filter(String::isEmpty).isPresent()) {
            throw new InvalidInput("matter= is empty; name a matter (责任事项), for instance matter=消防, or leave it out");
        }
        return matter;
    }

    private static void writeNets(JsonGenerator json, List<NetArea> areas) throws IOException {
        json.writeArrayFieldStart("nets");
        for (NetArea area : areas) {
            json.writeStartObject();
            json.writeStringField("net", area.net());
            json.writeStringField("code", area.code());
            json.writeStringField("name", area.name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeResponsible(JsonGenerator json, String matter, Optional<DivisionNode> division)
            throws IOException {
        json.writeStringField("matter", matter);
        json.writeFieldName("responsible");
        if (division.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("level", division.get().level());
        json.writeStringField("code", division.get().code());
        json.writeStringField("name", division.get().name());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Hint hint) throws IOException {
        json.writeObjectFieldStart("hint");
        json.writeStringField("code", hint.code());
        json.writeStringField("detail", hint.detail());
        json.writeEndObject();
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
