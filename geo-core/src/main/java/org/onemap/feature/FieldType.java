package org.onemap.feature;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The types of attribute values. Each names the one Java class in which its values travel, so that both stores and all
 * formats agree.
 */
public enum FieldType {
    /** {@link String}. */
    TEXT(String.class),
    /** {@link Long}. */
    INTEGER(Long.class),
    /** {@link Double}, never NaN or infinite. */
    REAL(Double.class),
    /** {@link Boolean}. */
    BOOLEAN(Boolean.class),
    /** {@link java.time.LocalDate}. */
    DATE(LocalDate.class),
    /** {@link java.time.Instant}. */
    DATETIME(Instant.class);

    private final Class<?> valueClass;

    FieldType(Class<?> valueClass) {
        this.valueClass = valueClass;
    }

    /** Whether a value is of the class that this type stands for. */
    public boolean accepts(Object value) {
        return valueClass.isInstance(value);
    }
}
