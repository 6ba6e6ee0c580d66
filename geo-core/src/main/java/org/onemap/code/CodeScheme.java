package org.onemap.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the codes of one kind are built: characters in segments, from the county down as a rule. Blanks, full-width digits and letters
 * that no segment allows are faults, not variants. Immutable.
 *
 * @param id short name, for instance {@code grid-15}
 * @param layer whose codes they are; empty if no layer has them
 * @param title what it is called
 * @param origin where it comes from and how sure that is
 * @param parentLayer the layer whose code a code begins with; empty if there is none
 * @param segments in order; none for a template that is still to be filled
 * @param shortest fewest characters; equal to the sum of the segments where the length is fixed
 */
public record CodeScheme(
        String id,
        String layer,
        Title title,
        Origin origin,
        String parentLayer,
        List<CodeSegment> segments,
        int shortest) {

    public CodeScheme {
        segments = List.copyOf(segments);
    }

    /**
     * A name in two languages.
     *
     * @param chinese for instance 网格代码
     * @param english for instance grid code
     */
    public record Title(String chinese, String english) {}

    /**
     * Where a scheme comes from.
     *
     * @param version edition, for instance 2007
     * @param source standard or practice
     * @param confidence how sure its layout is
     * @param remark in Chinese; may be empty
     */
    public record Origin(String version, String source, Confidence confidence, String remark) {}

    /** In Chinese. */
    public String name() {
        return title.chinese();
    }

    /** Standard or practice. */
    public String source() {
        return origin.source();
    }

    /** Whether nobody has said yet what its codes look like. */
    public boolean isTemplate() {
        return segments.isEmpty();
    }

    /** Characters of a full code. */
    public int length() {
        return segments.stream().mapToInt(CodeSegment::digits).sum();
    }

    /** What is wrong with a code; empty if nothing is. */
    public Optional<CodeFault> check(String code) {
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (i >= length()) {
                return Optional.of(
                        Character.isDigit(c) || Character.isLetter(c) ? tooLong(code, i) : notAllowed(code, i));
            }
            if (!segmentAt(i).allows(i - start(i), c)) {
                return Optional.of(notAllowed(code, i));
            }
        }
        if (code.length() < shortest) {
            CodeSegment cut = segmentAt(code.length());
            return Optional.of(fault(
                    code,
                    code.length() + 1,
                    "只有 " + code.length() + " 位,应为 " + lengthText() + " 位,缺" + cut.name(),
                    "only " + code.length() + " digits of " + lengthText() + ", the " + cut.english() + " is missing"));
        }
        return code.startsWith("00") && !segments.isEmpty() && segments.get(0).role() != CodeSegment.Role.OBJECT
                ? Optional.of(fault(code, 1, "省级代码不能为 00", "no province has the number 00"))
                : Optional.empty();
    }

    /**
     * Whether a code begins with its parent's, as the 12 + 3 practice wants it. Elsewhere codes may be free: a warning.
     *
     * @param code of the child
     * @param parentCode of the parent
     */
    public Optional<CodeFault> checkPrefix(String code, String parentCode) {
        if (code.startsWith(parentCode)) {
            return Optional.empty();
        }
        int place = 0;
        while (place < code.length() && code.charAt(place) == parentCode.charAt(place)) {
            place++;
        }
        return Optional.of(fault(
                code,
                place + 1,
                "未以上级代码 " + parentCode + " 开头",
                "does not begin with its parent's code " + parentCode));
    }

    /** The segments of a code, for people: {@code 县级 410172 · 乡级 560}; the code must be free of faults. */
    public String explain(String code) {
        check(code).ifPresent(fault -> {
            throw new IllegalArgumentException(fault.message());
        });
        StringBuilder text = new StringBuilder();
        List<String> parts = split(code);
        for (int i = 0; i < parts.size(); i++) {
            text.append(i == 0 ? "" : " · ")
                    .append(segments.get(i).name())
                    .append(' ')
                    .append(parts.get(i));
        }
        return text.toString();
    }

    /** The characters of each segment; fewer parts than segments, and a shorter last one, for a code of less than full length. */
    public List<String> split(String code) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        for (CodeSegment segment : segments) {
            int end = Math.min(code.length(), at + segment.digits());
            if (end > at) {
                parts.add(code.substring(at, end));
            }
            at = end;
        }
        return parts;
    }

    private CodeFault tooLong(String code, int at) {
        return fault(
                code,
                at + 1,
                "共 " + code.length() + " 位,多于 " + length() + " 位",
                code.length() + " digits, more than " + length());
    }

    private CodeFault notAllowed(String code, int at) {
        String shown = code.codePointAt(at) == ' ' ? "空格/blank" : Character.toString(code.codePointAt(at));
        boolean inside = at < length();
        String segment = inside ? "(" + segmentAt(at).name() + ")" : "";
        String allowed = inside ? segmentAt(at).allowed(at - start(at)) : "0–9";
        boolean digits = allowed.equals("0–9");
        return fault(
                code,
                at + 1,
                "第 " + (at + 1) + " 位" + segment + "“" + shown + "”" + (digits ? "不是数字" : "不在 " + allowed + " 之内"),
                "'" + shown + "' at place " + (at + 1) + (digits ? " is no digit" : " is none of " + allowed));
    }

    private CodeFault fault(String code, int position, String chinese, String inEnglish) {
        return new CodeFault(
                position,
                name() + " " + code + ":" + chinese + " / " + title.english() + " " + code + ": " + inEnglish);
    }

    private String lengthText() {
        return shortest == length() ? Integer.toString(shortest) : shortest + "–" + length();
    }

    private CodeSegment segmentAt(int place) {
        int end = 0;
        for (CodeSegment segment : segments) {
            end += segment.digits();
            if (place < end) {
                return segment;
            }
        }
        return segments.get(segments.size() - 1);
    }

    /** Where the segment of a place begins. */
    private int start(int place) {
        int start = 0;
        for (CodeSegment segment : segments) {
            if (place < start + segment.digits()) {
                return start;
            }
            start += segment.digits();
        }
        return start;
    }
}
