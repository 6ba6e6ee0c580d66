package org.onemap.division.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.onemap.InvalidInput;

/** Which rules run, how grave their breaches are and with which parameters. Immutable. */
public final class CheckSettings {

    private static final String OFF = "off";

    private final Map<Rule, Severity> severities = new EnumMap<>(Rule.class);
    private final Map<Rule, Map<String, Double>> parameters = new EnumMap<>(Rule.class);

    private CheckSettings() {
        for (Rule rule : Rule.values()) {
            severities.put(rule, rule.severity());
            parameters.put(rule, new LinkedHashMap<>(rule.parameters()));
        }
    }

    /** All rules with their own severities and parameters. */
    public static CheckSettings defaults() {
        return new CheckSettings();
    }

    /**
     * The defaults with changes.
     *
     * @param changes for a rule's number or name its {@code severity} (error, warning, info, off) and parameters, as a
     *     parameter file has them: {@code R7: {share: 0.7, distanceM: 15}}
     * @throws InvalidInput for a rule, parameter or value that is not known: the message lists those that are
     */
    public static CheckSettings of(Map<String, ? extends Map<String, ?>> changes) {
        CheckSettings settings = new CheckSettings();
        changes.forEach((name, values) -> {
            Rule rule = parse(name);
            values.forEach((parameter, value) -> settings.set(rule, parameter, value));
        });
        return settings;
    }

    /**
     * The rule of this number or name.
     *
     * @throws InvalidInput if there is none
     */
    public static Rule parse(String name) {
        return Rule.find(name)
                .orElseThrow(() -> new InvalidInput("there is no rule '" + name + "'; the rules are "
                        + String.join(
                                ", ",
                                Arrays.stream(Rule.values())
                                        .map(rule -> rule.name() + " " + rule.key())
                                        .toList())));
    }

    /**
     * The same settings with only these rules running.
     *
     * @param rules numbers or names; empty for all
     * @throws InvalidInput if one is not known
     */
    public CheckSettings only(List<String> rules) {
        List<Rule> kept = rules.stream().map(CheckSettings::parse).toList();
        CheckSettings settings = new CheckSettings();
        settings.parameters.putAll(parameters);
        settings.severities.clear();
        severities.forEach((rule, severity) -> {
            if (kept.isEmpty() || kept.contains(rule)) {
                settings.severities.put(rule, severity);
            }
        });
        return settings;
    }

    /** The same settings with a rule no graver than this. */
    public CheckSettings atMost(Rule rule, Severity most) {
        CheckSettings settings = only(List.of());
        settings.severities.computeIfPresent(
                rule, (unused, severity) -> severity.compareTo(most) < 0 ? most : severity);
        return settings;
    }

    private void set(Rule rule, String parameter, Object value) {
        if (parameter.equals("severity")) {
            setSeverity(rule, String.valueOf(value));
            return;
        }
        Map<String, Double> known = parameters.getOrDefault(rule, Map.of());
        boolean isRange = rule == Rule.R13 && parameter.matches("[a-z_0-9]+\\.(min|max)");
        if (!known.containsKey(parameter) && !isRange) {
            List<String> names = new ArrayList<>(List.of("severity"));
            names.addAll(rule.parameters().keySet());
            throw new InvalidInput("rule " + rule + " " + rule.key() + " has no parameter '" + parameter + "'; it has "
                    + String.join(", ", names));
        }
        if (!(value instanceof Number number) || !(number.doubleValue() >= 0)) {
            throw new InvalidInput(
                    "parameter " + parameter + " of rule " + rule + " needs a number from 0 on, not '" + value + "'");
        }
        known.put(parameter, number.doubleValue());
    }

    private void setSeverity(Rule rule, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        if (wanted.equals(OFF) || wanted.equals("false")) { // YAML reads a bare off as false
            severities.remove(rule);
            return;
        }
        Severity severity = Arrays.stream(Severity.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "the severity of rule " + rule + " is error, warning, info or off, not '" + text + "'"));
        severities.put(rule, severity);
    }

    /** Whether the rule runs. */
    public boolean runs(Rule rule) {
        return severities.containsKey(rule);
    }

    /** How grave a breach is; info for a rule that does not run. */
    public Severity severity(Rule rule) {
        return severities.getOrDefault(rule, Severity.INFO);
    }

    /** A parameter that every rule of its kind has. */
    public double get(Rule rule, String parameter) {
        return find(rule, parameter)
                .orElseThrow(() -> new IllegalArgumentException("rule " + rule + " has no parameter " + parameter));
    }

    /** A parameter that may be there. */
    public Optional<Double> find(Rule rule, String parameter) {
        return Optional.ofNullable(parameters.getOrDefault(rule, Map.of()).get(parameter));
    }

    /** The parameters of a rule as they are in force. */
    public Map<String, Double> parameters(Rule rule) {
        return Map.copyOf(parameters.getOrDefault(rule, Map.of()));
    }
}
