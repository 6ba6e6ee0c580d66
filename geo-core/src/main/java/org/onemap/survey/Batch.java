package org.onemap.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Parts that are accepted together, and the sample of them that is looked at in the field. Immutable.
 *
 * @param number from 1
 * @param parts all of the batch
 * @param sample those drawn, in the order of their codes
 */
public record Batch(int number, List<SurveyPart> parts, List<SurveyPart> sample) {

    private static final Comparator<SurveyPart> BY_CODE = Comparator.comparing(SurveyPart::code);

    public Batch {
        parts = List.copyOf(parts);
        sample = List.copyOf(sample);
    }

    /**
     * Divides parts into as few batches as the table allows, neighbours by grid and code together, sizes differing by at
     * most one, and draws a sample of each: shares by major class, at random within a class. The same parts, in any
     * order, and the same seed give the same batches and samples.
     *
     * @param parts those with a code; others cannot be looked for
     */
    static List<Batch> divide(List<SurveyPart> parts, SurveyPlan.SampleTable table, long seed) {
        List<SurveyPart> ordered = parts.stream()
                .filter(part -> !part.code().isEmpty())
                .sorted(Comparator.comparing((SurveyPart part) -> part.attribute(PartAttribute.GRID))
                        .thenComparing(BY_CODE))
                .toList();
        int count = (ordered.size() + table.greatestBatch() - 1) / table.greatestBatch();
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<SurveyPart> own = ordered.subList(
                    (int) ((long) ordered.size() * i / count), (int) ((long) ordered.size() * (i + 1) / count));
            List<SurveyPart> sample = draw(own, table.sample(own.size()), new Random(seed * 1_000_003 + i));
            batches.add(new Batch(i + 1, own, sample));
        }
        return batches;
    }

    private static List<SurveyPart> draw(List<SurveyPart> parts, int size, Random random) {
        Map<String, List<SurveyPart>> byMajor = new TreeMap<>();
        parts.stream().sorted(BY_CODE).forEach(part -> byMajor.computeIfAbsent(
                        part.major(), unused -> new ArrayList<>())
                .add(part));
        Map<String, Integer> quotas = quotas(byMajor, parts.size(), size);
        List<SurveyPart> sample = new ArrayList<>();
        byMajor.forEach((major, own) -> {
            Collections.shuffle(own, random);
            sample.addAll(own.subList(0, quotas.getOrDefault(major, 0)));
        });
        sample.sort(BY_CODE);
        return sample;
    }

    /** Largest remainders (Hamilton); of equal ones the lower class. */
    private static Map<String, Integer> quotas(Map<String, List<SurveyPart>> byMajor, int all, int size) {
        Map<String, Integer> quotas = new HashMap<>();
        byMajor.forEach((major, own) -> quotas.put(major, own.size() * size / all));
        int left = size - quotas.values().stream().mapToInt(Integer::intValue).sum();
        byMajor.keySet().stream()
                .sorted(Comparator.comparing((String major) ->
                        -(byMajor.getOrDefault(major, List.of()).size() * size % all)))
                .limit(left)
                .forEach(major -> quotas.merge(major, 1, Integer::sum));
        return quotas;
    }
}
