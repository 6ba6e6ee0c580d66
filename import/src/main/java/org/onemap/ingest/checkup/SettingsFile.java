package org.onemap.ingest.checkup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onemap.InvalidInput;
import org.onemap.division.check.CheckSettings;
import org.onemap.survey.SurveyPlan;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A parameter file of a check:
 *
 * <pre>
 * R7: {share: 0.7, distanceM: 15}
 * load-range: {severity: error, grid.min: 200, grid.max: 600}
 * R15: {severity: off}
 * </pre>
 */
public final class SettingsFile {

    private SettingsFile() {}

    /**
     * Reads a parameter file in UTF-8.
     *
     * @throws InvalidInput if there is no such file, it is not of this form, or it names a rule or parameter that is not
     *     known
     */
    public static CheckSettings read(Path file) {
        return CheckSettings.of(tree(file));
    }

    /**
     * Reads the parameters of a part survey: {@code parts: {duplicateM: 0.5, omissionShare: 0.01}}.
     *
     * @throws InvalidInput if there is no such file, it is not of this form, or it names a parameter that is not known
     */
    public static SurveyPlan parts(Path file) {
        Map<String, Map<String, Object>> tree = tree(file);
        tree.keySet().stream().filter(name -> !name.equals("parts")).findFirst().ifPresent(name -> {
            throw new InvalidInput(file + ": the parameters of a part survey stand under 'parts', not '" + name + "'");
        });
        return SurveyPlan.shipped().with(tree.getOrDefault("parts", Map.of()));
    }

    private static Map<String, Map<String, Object>> tree(Path file) {
        Object tree;
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        } catch (IOException e) {
            throw new InvalidInput(
                    "the parameter file " + file + " cannot be read as UTF-8 text: " + e.getMessage(), e);
        } catch (YAMLException e) {
            throw new InvalidInput("the parameter file " + file + " is no YAML: " + e.getMessage(), e);
        }
        if (tree == null) {
            return Map.of();
        }
        if (!(tree instanceof Map<?, ?> rules)) {
            throw new InvalidInput("the parameter file " + file + " needs lines such as 'R7: {share: 0.7}'");
        }
        Map<String, Map<String, Object>> changes = new LinkedHashMap<>();
        rules.forEach((rule, values) -> {
            if (!(values instanceof Map<?, ?> parameters)) {
                throw new InvalidInput(
                        file + ": rule " + rule + " needs its parameters in braces, such as {share: 0.7}");
            }
            Map<String, Object> named = new LinkedHashMap<>();
            parameters.forEach((name, value) -> named.put(String.valueOf(name), value == null ? "" : value));
            changes.put(String.valueOf(rule), named);
        });
        return changes;
    }
}
