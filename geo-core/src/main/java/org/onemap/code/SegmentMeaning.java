package org.onemap.code;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the characters of one segment mean, in Chinese. Adds remarks where a meaning is not certain. */
final class SegmentMeaning {

    private static final Map<Character, String> ROAD_CLASSES = Map.of(
            'K', "快速路", 'Z', "主干路", 'C', "次干路", 'B', "支路", 'X', "街巷", 'R', "步行道", 'T', "铁路", 'H', "河流", 'W', "围墙");

    private final CodeScheme scheme;
    private final DivisionNames names;
    private final Set<String> remarks;
    private final List<PartClasses> classes;

    SegmentMeaning(CodeScheme scheme, DivisionNames names, Set<String> remarks) {
        this.scheme = scheme;
        this.names = names;
        this.remarks = remarks;
        this.classes = PartClasses.of(scheme);
    }

    /**
     * The meaning.
     *
     * @param digits of the segment
     * @param upTo the code up to and with the segment
     */
    String of(CodeSegment segment, String digits, String upTo) {
        return switch (segment.role()) {
            case PLAIN -> name(upTo);
            case TOWNSHIP -> known(name(upTo), () -> township(digits));
            case VILLAGE -> known(name(upTo), () -> village(digits));
            case MERGED -> joined(name(upTo), merged(digits));
            case UNDIVIDED -> digits.equals("00") ? "社区未再划分" : number(digits);
            case OBJECT -> digits.endsWith("00") ? "大类（末两位 00）" : "对象代码见 CJ/T 348-2010";
            case MAJOR -> major(digits);
            case MINOR -> minor(digits, upTo);
            case ROAD_CLASS -> ROAD_CLASSES.getOrDefault(digits.charAt(0), "");
            case SEQUENCE -> joined(name(upTo), number(digits));
        };
    }

    private String name(String upTo) {
        String division = scheme.segments().get(0).role() == CodeSegment.Role.OBJECT && upTo.length() > 6
                ? upTo.substring(6)
                : upTo;
        return names.find(division).orElse("");
    }

    /** A published name says more than the range that the number lies in, and the two may differ: 5xx is a 街道 in the High-tech Zone. */
    private static String known(String name, Supplier<String> kind) {
        return name.isEmpty() ? kind.get() : name;
    }

    private static String joined(String name, String kind) {
        return name.isEmpty() ? kind : kind.isEmpty() ? name : name + "（" + kind + "）";
    }

    private static String number(String digits) {
        return digits.matches("[0-9]+") ? "第 " + Integer.parseInt(digits) + " 号" : digits;
    }

    private static String township(String digits) {
        return switch (digits.charAt(0)) {
            case '0' -> "街道";
            case '1' -> "镇";
            case '2', '3' -> "乡";
            case '4', '5' -> "政企合一单位";
            default -> "";
        };
    }

    private String village(String digits) {
        int number = digits.matches("[0-9]{3}") ? Integer.parseInt(digits) : 0;
        String kind = number >= 600 || number == 0
                ? ""
                : number < 200 ? "居委会" : number < 400 ? "村委会" : number < 500 ? "类居委会" : "类村委会";
        if (!kind.isEmpty()) {
            remarks.add("村级号段（001–199 居委会、200–399 村委会、4xx 类居委会、5xx 类村委会）：未经核实");
        }
        return kind;
    }

    private static String merged(String digits) {
        return digits.compareTo("601") >= 0 ? "合并社区，自 601 起编" : "";
    }

    private String major(String digits) {
        Optional<PartClasses> known =
                classes.stream().filter(one -> one.major(digits).isPresent()).findFirst();
        if (known.isEmpty()) {
            remarks.add("大类 " + digits + " 不在所附分类表内，此读法存疑");
            return "";
        }
        if (known.get().majorConfidence() != Confidence.VERIFIED) {
            remarks.add("部件大类名称：" + known.get().majorConfidence().title());
        }
        return known.get().major(digits).orElse("");
    }

    private String minor(String digits, String upTo) {
        String key = upTo.substring(upTo.length() - digits.length() - 2);
        String meanings = classes.stream()
                .filter(one -> one.minor(key).isPresent())
                .collect(Collectors.groupingBy(
                        one -> one.minor(key).orElse(""), java.util.LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey()
                        + entry.getValue().stream().map(PartClasses::title).collect(Collectors.joining("、", "〔", "〕")))
                .collect(Collectors.joining("；"));
        if (digits.length() == 3) {
            int number = Integer.parseInt(digits);
            remarks.add("修订版小类 001–079 为标准小类，080–999 为扩展小类（倒排）：转引，未见原文；小类名称未查得");
            return number == 0 ? "" : number < 80 ? "标准小类" : "扩展小类";
        }
        if (meanings.isEmpty()) {
            remarks.add("小类 " + key + " 不在所附分类表内");
        }
        return meanings;
    }
}
