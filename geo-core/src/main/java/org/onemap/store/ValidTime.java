package org.onemap.store;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The day for which rows are read: the current rows, or those whose interval {@code [valid_from, valid_to)} holds a
 * day. Days are days of Asia/Shanghai. Immutable.
 */
public final class ValidTime {

    private static final ValidTime NOW = new ValidTime(Optional.empty());

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
    private final Optional<LocalDate> day;

    private ValidTime(Optional<LocalDate> day) {
        this.day = day;
    }

    /** The current rows. */
    public static ValidTime now() {
        return NOW;
    }

    /** The rows that were valid on this day, as far as the store knows today. */
    public static ValidTime asOf(LocalDate day) {
        return new ValidTime(Optional.of(day));
    }

    /** The day; empty for the current rows. */
    public Optional<LocalDate> day() {
        return day;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ValidTime that && day.equals(that.day);
    }

    @Override
    public int hashCode() {
        return day.hashCode();
    }

    @Override
    public String toString() {
        return day.map(LocalDate::toString).orElse("now");
    }
}
