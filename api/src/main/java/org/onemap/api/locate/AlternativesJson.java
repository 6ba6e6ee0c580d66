package org.onemap.api.locate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.onemap.locate.Alternatives;

/**
 * Writes where a position of limited accuracy may lie.
 *
 * @param accuracyM as it was given
 * @param alternatives all of them
 */
record AlternativesJson(double accuracyM, Alternatives alternatives) {

    private static final double WORTH_NAMING = 1e-5;
    private static final int MOST = 1_000;

    /** Writes the members into an object. */
    void write(JsonGenerator json) throws IOException {
        json.writeNumberField("accuracyM", accuracyM);
        json.writeArrayFieldStart("alternatives");
        double rest = 1 - alternatives.outside();
        int named = 0;
        for (Alternatives.Alternative one : alternatives.divisions()) {
            if (one.probability() < WORTH_NAMING || named++ == MOST) {
                break; // the most probable come first
            }
            json.writeStartObject();
            json.writeStringField("code", one.division().code());
            json.writeStringField("name", one.division().name());
            json.writeNumberField("probability", rounded(one.probability()));
            json.writeEndObject();
            rest -= one.probability();
        }
        json.writeEndArray();
        json.writeNumberField("outsideProbability", rounded(alternatives.outside()));
        json.writeNumberField("restProbability", rounded(Math.max(0, rest)));
    }

    private static double rounded(double probability) {
        return Math.round(probability * 1e6) / 1e6;
    }
}
