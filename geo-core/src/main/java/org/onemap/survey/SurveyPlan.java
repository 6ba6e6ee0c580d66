package org.onemap.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.onemap.InvalidInput;
import org.onemap.code.Confidence;

/**
 * How a survey is judged: sizes of samples and limits, each with its source and how sure it is. Immutable.
 *
 * @param table sizes of samples
 * @param parameters by name, in the order of a report
 */
public record SurveyPlan(SampleTable table, Map<String, Parameter> parameters) {

    public SurveyPlan {
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * A limit.
     *
     * @param title in Chinese
     * @param value the number
     * @param unit for instance {@code m}; empty text for a share or a count
     * @param origin where it comes from
     */
    public record Parameter(String title, double value, String unit, Origin origin) {}

    /**
     * Where a number comes from.
     *
     * @param source text or practice
     * @param confidence how sure it is
     */
    public record Origin(String source, Confidence confidence) {

        /** As a report prints it: {@code GB/T 24356 抽样表，未经核实}. */
        public String text() {
            return source + "，" + confidence.title();
        }
    }

    /**
     * Sizes of samples by size of batch.
     *
     * @param sizes greatest batch to its sample
     * @param origin where it comes from
     */
    public record SampleTable(TreeMap<Integer, Integer> sizes, Origin origin) {

        public SampleTable {
            sizes = new TreeMap<>(sizes);
        }

        @Override
        public TreeMap<Integer, Integer> sizes() {
            return new TreeMap<>(sizes);
        }

        /** The greatest batch; more is divided. */
        public int greatestBatch() {
            return sizes.lastKey();
        }

        /**
         * The size of the sample, never more than the batch.
         *
         * @throws IllegalArgumentException if the batch is greater than the greatest or less than none
         */
        public int sample(int batch) {
            if (batch < 0 || batch > greatestBatch()) {
                throw new IllegalArgumentException("a batch has 0 to " + greatestBatch() + " parts, not " + batch);
            }
            return Math.min(batch, sizes.ceilingEntry(batch).getValue());
        }
    }

    /** The value of a parameter of the shipped plan. */
    public double value(String name) {
        return Objects.requireNonNull(parameters.get(name), name).value();
    }

    /**
     * This plan with other values; their source is the user.
     *
     * @throws InvalidInput if there is no such parameter, or the value is no number above 0, or a share above 1
     */
    public SurveyPlan with(Map<String, Object> values) {
        Map<String, Parameter> changed = new LinkedHashMap<>(parameters);
        values.forEach((name, value) -> {
            Parameter old = parameters.get(name);
            if (old == null) {
                throw new InvalidInput("there is no parameter '" + name + "' of a part survey; the parameters are "
                        + String.join(", ", parameters.keySet()));
            }
            if (!(value instanceof Number number)
                    || !(number.doubleValue() > 0)
                    || (name.endsWith("Share") && number.doubleValue() > 1)) {
                throw new InvalidInput("the parameter " + name + " needs a number above 0"
                        + (name.endsWith("Share") ? ", at most 1" : "") + ", not '" + value + "'");
            }
            changed.put(
                    name,
                    new Parameter(
                            old.title(), number.doubleValue(), old.unit(), new Origin("参数文件", Confidence.PROPOSAL)));
        });
        return new SurveyPlan(table, changed);
    }

    /** The plan that ships with this program. */
    public static SurveyPlan shipped() {
        JsonNode root = json();
        JsonNode table = root.path("sampleTable");
        TreeMap<Integer, Integer> sizes = new TreeMap<>();
        table.path("rows")
                .forEach(row -> sizes.put(row.get(0).asInt(), row.get(1).asInt()));
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (JsonNode node : root.path("parameters")) {
            parameters.put(
                    node.path("name").asText(),
                    new Parameter(
                            node.path("title").asText(),
                            node.path("value").asDouble(),
                            node.path("unit").asText(),
                            origin(node)));
        }
        return new SurveyPlan(new SampleTable(sizes, origin(table)), parameters);
    }

    private static Origin origin(JsonNode node) {
        return new Origin(
                node.path("source").asText(),
                Confidence.parse(node.path("confidence").asText()));
    }

    private static JsonNode json() {
        try (InputStream in = Objects.requireNonNull(
                SurveyPlan.class.getResourceAsStream("survey-plan.json"), "survey-plan.json is missing")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("survey-plan.json, a part of this program, cannot be read", e);
        }
    }
}
