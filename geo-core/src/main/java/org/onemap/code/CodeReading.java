package org.onemap.code;

import java.util.List;

/**
 * What a code says under one scheme, field by field, in Chinese. Immutable.
 *
 * @param scheme the scheme
 * @param lines one for each segment
 * @param remarks what a reader must know: how sure the layout is, aliases, traps
 */
public record CodeReading(CodeScheme scheme, List<Line> lines, List<String> remarks) {

    public CodeReading {
        lines = List.copyOf(lines);
        remarks = List.copyOf(remarks);
    }

    /**
     * A segment.
     *
     * @param from first place, 1-based
     * @param to last place
     * @param digits its characters
     * @param field its name
     * @param meaning what they mean; empty if nobody knows
     */
    public record Line(int from, int to, String digits, String field, String meaning) {}
}
