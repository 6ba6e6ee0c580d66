package org.onemap.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Explains codes field by field; a code that fits several schemes has several readings. Thread-safe. */
public final class CodeExplainer {

    private final DivisionNames names;

    /** @param names of divisions, the shipped ones or those of a store as well */
    public CodeExplainer(DivisionNames names) {
        this.names = names;
    }

    /** All readings, those of the more certain schemes first; none if the code fits no scheme. */
    public List<CodeReading> explain(String code) {
        List<CodeReading> readings = new ArrayList<>();
        for (CodeScheme scheme : CodeSchemes.list()) {
            if (fits(scheme, code)) {
                readings.add(read(scheme, code));
            }
        }
        readings.sort((a, b) ->
                a.scheme().origin().confidence().compareTo(b.scheme().origin().confidence()));
        return readings;
    }

    /**
     * Free of faults, with something of the last segment (a grid's code is no shortened micro grid's), and numbered no lower than the
     * scheme begins: zones begin at 601, so that the code of a community is none of a zone.
     */
    private static boolean fits(CodeScheme scheme, String code) {
        if (scheme.isTemplate()
                || scheme.check(code).isPresent()
                || scheme.split(code).size() < scheme.segments().size()) {
            return false;
        }
        CodeSegment last = scheme.segments().get(scheme.segments().size() - 1);
        String number = scheme.split(code).get(scheme.segments().size() - 1);
        return last.role() != CodeSegment.Role.SEQUENCE || Integer.parseInt(number) >= last.first();
    }

    /** The reading under one scheme; the code must be free of faults. */
    public CodeReading read(CodeScheme scheme, String code) {
        List<CodeReading.Line> lines = new ArrayList<>();
        Set<String> remarks = new LinkedHashSet<>();
        Confidence confidence = scheme.origin().confidence();
        if (confidence != Confidence.VERIFIED) {
            remarks.add("编码结构：" + confidence.title());
        }
        if (!scheme.origin().remark().isEmpty()) {
            remarks.add(scheme.origin().remark());
        }
        SegmentMeaning meaning = new SegmentMeaning(scheme, names, remarks);
        List<String> parts = scheme.split(code);
        int at = 0;
        for (int i = 0; i < parts.size(); i++) {
            CodeSegment segment = scheme.segments().get(i);
            String digits = parts.get(i);
            String text = meaning.of(segment, digits, code.substring(0, at + digits.length()));
            lines.add(new CodeReading.Line(at + 1, at + digits.length(), digits, segment.name(), text));
            at += digits.length();
        }
        aliases(code, remarks);
        return new CodeReading(scheme, lines, List.copyOf(remarks));
    }

    private void aliases(String code, Set<String> remarks) {
        for (DivisionNames.Alias alias : names.aliases()) {
            if (code.startsWith(alias.code()) || code.startsWith(alias.alias())) {
                remarks.add(alias.code() + " " + alias.name() + " ↔ " + alias.alias() + " " + alias.aliasName() + "："
                        + alias.note());
            }
        }
        for (DivisionNames.Trap trap : names.traps()) {
            if (code.startsWith(trap.code())) {
                remarks.add(trap.note());
            }
        }
    }
}
