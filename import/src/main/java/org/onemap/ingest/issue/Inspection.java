package org.onemap.ingest.issue;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * What a 检查报告 says beside the issues. Immutable.
 *
 * @param name 成果名称
 * @param subjects what was inspected
 * @param parameters 检查参数: name to value, in order
 * @param conclusion what became of it, one sentence
 * @param passed what it is called when no error was found: {@link #PASSED}, or less where the inspection is a part only
 * @param madeAt when, Asia/Shanghai
 */
public record Inspection(
        String name,
        List<Subject> subjects,
        Map<String, String> parameters,
        String conclusion,
        String passed,
        LocalDateTime madeAt) {

    /** Without an error, and nothing left to be inspected. */
    public static final String PASSED = "合格";

    public Inspection {
        subjects = List.copyOf(subjects);
        parameters = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parameters));
    }

    /**
     * One source.
     *
     * @param file its name
     * @param layer the layer's name and title
     * @param rows how many rows were read, as text
     * @param crs its coordinate reference system
     * @param charset the charset of its texts
     * @param sha256 hash of its bytes
     */
    public record Subject(String file, String layer, String rows, String crs, String charset, String sha256) {}
}
