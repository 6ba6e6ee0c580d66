package org.onemap.store.sql;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onemap.InvalidInput;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.Layer;
import org.onemap.rights.Scope;

/** Compiles the filters of a query and the scope of a principal into SQL conditions on a layer's columns. Stateless. */
final class Filters {

    private static final Map<String, FieldType> SYSTEM = Map.of(
            "oid", FieldType.INTEGER,
            "code", FieldType.TEXT,
            "name", FieldType.TEXT,
            "parent_code", FieldType.TEXT,
            "valid_from", FieldType.DATE,
            "change_set", FieldType.INTEGER);

    private Filters() {}

    /** Adds {@code column = value}, compared in the type of the column. */
    static void compare(Condition condition, LayerTable table, String column, String value) {
        Layer layer = table.layer();
        FieldType type = SYSTEM.get(column.toLowerCase(Locale.ROOT));
        OptionalInt position = layer.schema().findPosition(column);
        if (type == null && position.isEmpty()) {
            throw new InvalidInput("layer '" + layer.name() + "' has no column '" + column + "' to filter by; it has "
                    + columns(layer));
        }
        Field field = type == null ? layer.schema().fields().get(position.getAsInt()) : Field.of(column, type);
        String name = type == null ? table.column(field) : column.toLowerCase(Locale.ROOT);
        compare(condition, table.forms(), name, field, value);
    }

    private static String columns(Layer layer) {
        return Stream.concat(
                        Stream.of("oid", "code", "name", "parent_code", "valid_from", "change_set"),
                        layer.schema().fields().stream().map(Field::name))
                .collect(Collectors.joining(", "));
    }

    private static void compare(Condition condition, ColumnForms forms, String column, Field field, String value) {
        String equal = column + " = ?";
        try {
            switch (field.type()) {
                case TEXT -> condition.and(equal, value);
                case INTEGER -> {
                    BigDecimal number = new BigDecimal(value.strip());
                    boolean whole =
                            number.stripTrailingZeros().scale() <= 0 && number.precision() - number.scale() < 20;
                    if (whole && number.toBigInteger().bitLength() < 64) {
                        condition.and(equal, number.longValueExact());
                    } else {
                        condition.and("FALSE");
                    }
                }
                case REAL -> condition.and(equal, Double.parseDouble(value.strip()) + 0.0);
                case BOOLEAN ->
                    condition.and(
                            equal, Objects.requireNonNull(forms.parameter(FieldType.BOOLEAN, truth(value) ? 1L : 0L)));
                case DATE -> condition.and(equal, LocalDate.parse(value.strip()).toString());
                case DATETIME -> condition.and(equal, StoredValue.moment(Instant.parse(value.strip())));
            }
        } catch (NumberFormatException | DateTimeException e) {
            throw new InvalidInput(
                    "'" + value + "' is no value for column '" + field.name() + "': it holds " + wanted(field.type()),
                    e);
        }
    }

    private static boolean truth(String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new NumberFormatException(value);
        };
    }

    private static String wanted(FieldType type) {
        return switch (type) {
            case TEXT -> "texts";
            case INTEGER -> "whole numbers, for instance 12";
            case REAL -> "numbers, for instance 1.5";
            case BOOLEAN -> "true or false";
            case DATE -> "dates, for instance 2024-05-01";
            case DATETIME -> "moments, for instance 2024-05-01T08:00:00Z";
        };
    }

    /**
     * Adds what a scope lets see: rows whose parent code is one of its divisions or lies below one, and on division
     * layers the divisions themselves. A division lies below another when its code begins with the other's: all division
     * codes are built so. The codes of elements begin otherwise and are not looked at.
     */
    static void limit(Condition condition, Layer layer, Scope scope) {
        if (scope.all()) {
            return;
        }
        boolean divisions =
                switch (layer.role()) {
                    case DIVISION, OVERLAY -> true;
                    case ELEMENT, OTHER -> false;
                };
        StringBuilder any = new StringBuilder("(FALSE");
        Condition parameters = new Condition();
        for (String division : scope.divisions().stream().sorted().toList()) {
            for (String column : divisions ? new String[] {"code", "parent_code"} : new String[] {"parent_code"}) {
                any.append(" OR substr(")
                        .append(column)
                        .append(", 1, ")
                        .append(division.codePointCount(0, division.length()));
                any.append(") = ?");
                parameters.and("", division);
            }
        }
        condition.and(any.append(')').toString(), parameters.parameters());
    }
}
