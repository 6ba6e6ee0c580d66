package org.onemap.code;

import java.util.List;
import java.util.Optional;

/**
 * How the codes of one layer are built: digits in segments, from the county down. Letters, blanks and full-width digits
 * are faults, not variants. Immutable.
 *
 * @param layer whose codes they are
 * @param name of the scheme in Chinese
 * @param english of the scheme in English
 * @param source standard or practice
 * @param parentLayer the layer whose code a code begins with; empty if there is none
 * @param segments in order
 * @param shortest fewest digits; equal to the sum of the segments where the length is fixed
 */
public record CodeScheme(
        String layer,
        String name,
        String english,
        String source,
        String parentLayer,
        List<CodeSegment> segments,
        int shortest) {

    public CodeScheme {
        segments = List.copyOf(segments);
    }

    /** Digits of a full code. */
    public int length() {
        return segments.stream().mapToInt(CodeSegment::digits).sum();
    }

    /** What is wrong with a code; empty if nothing is. */
    public Optional<CodeFault> check(String code) {
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c < '0' || c > '9') {
                return Optional.of(noDigit(code, i));
            }
            if (i >= length()) {
                return Optional.of(fault(
                        code,
                        i + 1,
                        "共 " + code.length() + " 位,多于 " + length() + " 位",
                        code.length() + " digits, more than " + length()));
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
        return code.startsWith("00")
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
        int at = 0;
        for (CodeSegment segment : segments) {
            int end = Math.min(code.length(), at + segment.digits());
            if (end > at) {
                text.append(at == 0 ? "" : " · ")
                        .append(segment.name())
                        .append(' ')
                        .append(code, at, end);
            }
            at = end;
        }
        return text.toString();
    }

    private CodeFault noDigit(String code, int at) {
        String shown = code.codePointAt(at) == ' ' ? "空格/blank" : Character.toString(code.codePointAt(at));
        String segment = at < length() ? "(" + segmentAt(at).name() + ")" : "";
        return fault(
                code,
                at + 1,
                "第 " + (at + 1) + " 位" + segment + "“" + shown + "”不是数字",
                "'" + shown + "' at place " + (at + 1) + " is no digit");
    }

    private CodeFault fault(String code, int position, String chinese, String inEnglish) {
        return new CodeFault(
                position, name + " " + code + ":" + chinese + " / " + english + " " + code + ": " + inEnglish);
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
}
