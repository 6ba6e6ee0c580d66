package org.onemap.feature;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The field of a layer that means something, under any of its usual names: sources keep their own columns. Immutable.
 *
 * @param names the usual names, the likeliest first
 */
public record FieldNames(List<String> names) {

    public FieldNames {
        names = List.copyOf(names);
    }

    /** Number of households. */
    public static final FieldNames HOUSEHOLDS = of("户数", "总户数", "住户数", "households", "household");
    /** Denominator of the scale of the source map. */
    public static final FieldNames SCALE = of("比例尺", "底图比例尺", "scale", "scale_denominator");
    /** Name of the compound (小区, 院落). */
    public static final FieldNames COMPOUND = of("小区名称", "小区", "院落", "单位名称", "compound", "compound_name");
    /** Class of a road. */
    public static final FieldNames ROAD_CLASS = of("道路等级", "等级", "道路类型", "class", "highway", "grade", "fclass");
    /** Name of a person. */
    public static final FieldNames PERSON = of("姓名", "人员", "人员姓名", "person", "person_name");
    /** Post of a person: 网格长, 专职网格员. */
    public static final FieldNames POST = of("岗位", "角色", "职务", "post", "role", "title");
    /** Code of the division that a person works in. */
    public static final FieldNames DIVISION =
            of("区划编码", "网格编码", "所属网格", "division", "division_code", "grid", "grid_code");
    /** First day of a term. */
    public static final FieldNames FROM = of("任职日期", "上岗日期", "开始日期", "from", "start", "valid_since", "from_date");
    /** The day after the last of a term. */
    public static final FieldNames TO = of("离任日期", "离岗日期", "结束日期", "to", "end", "until", "to_date");
    /** Telephone number. */
    public static final FieldNames PHONE = of("联系电话", "电话", "手机", "手机号", "phone", "mobile", "telephone");
    /** What a person answers for. */
    public static final FieldNames MATTERS = of("责任事项", "职责", "事项", "责任", "matters", "duties", "matter");

    /** Code of the assignment that one stands in for as its B岗. */
    public static final FieldNames STANDS_IN_FOR = of("A岗编号", "A岗", "stands_in_for");

    /** The field of these names. */
    public static FieldNames of(String... names) {
        return new FieldNames(List.of(names));
    }

    /** The field's name in this schema. */
    public Optional<String> find(Schema schema) {
        return names.stream()
                .filter(name -> schema.findPosition(name).isPresent())
                .findFirst()
                .or(() -> schema.fields().stream()
                        .filter(field -> names.contains(field.title().toLowerCase(Locale.ROOT)))
                        .map(Field::name)
                        .findFirst());
    }

    /** The value as text; empty text for none. */
    public String text(Content content) {
        return find(content.schema())
                .flatMap(content::value)
                .map(Object::toString)
                .map(String::trim)
                .orElse("");
    }

    /** The value as a number: the first number in a text. */
    public OptionalDouble number(Content content) {
        Optional<Object> value = find(content.schema()).flatMap(content::value);
        if (value.isPresent() && value.get() instanceof Number number) {
            return OptionalDouble.of(number.doubleValue());
        }
        String text = value.map(Object::toString)
                .orElse("")
                .replace("1:", "")
                .replace("1：", "")
                .trim();
        return text.matches("\\d{1,9}(\\.\\d+)?")
                ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }

    /** The value as a day; empty too where a text is none. */
    public Optional<LocalDate> day(Content content) {
        Optional<Object> value = find(content.schema()).flatMap(content::value);
        if (value.isPresent() && value.get() instanceof LocalDate day) {
            return Optional.of(day);
        }
        String text = value.map(Object::toString).orElse("");
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}.*")
                    ? Optional.of(LocalDate.parse(text.substring(0, 10)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
