package org.onemap.division.life;

/**
 * Which division is meant. Immutable.
 *
 * @param level name of its layer, for instance {@code grid}
 * @param code its code
 */
public record DivisionKey(String level, String code) {

    public DivisionKey {
        if (level.isEmpty() || code.isEmpty()) {
            throw new IllegalArgumentException("a division needs a level and a code: '" + level + "' '" + code + "'");
        }
    }

    @Override
    public String toString() {
        return level + " " + code;
    }
}
