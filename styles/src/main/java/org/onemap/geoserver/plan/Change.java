package org.onemap.geoserver.plan;

import java.util.List;

/**
 * One line of a plan: what happens to one object. Immutable.
 *
 * @param action what happens
 * @param key to which object
 * @param properties what differs; for an object that is made, what it will be
 * @param reason a word to users; empty text where the properties say all
 */
public record Change(Action action, ObjectKey key, List<PropertyChange> properties, String reason) {

    /** What can happen to an object. */
    public enum Action {
        CREATE("+"),
        UPDATE("~"),
        REMOVE("-"),
        /** Is there, and onemap did not make it: nothing is written until a user says {@code --adopt}. */
        CONFLICT("!");

        private final String sign;

        Action(String sign) {
            this.sign = sign;
        }

        /** One character for the margin of a table. */
        public String sign() {
            return sign;
        }
    }

    /**
     * A property that differs.
     *
     * @param name as GeoServer calls it
     * @param actual what it is; empty text for nothing
     * @param wanted what it shall be
     */
    public record PropertyChange(String name, String actual, String wanted) {}

    public Change {
        properties = List.copyOf(properties);
    }

    /** Whether the object exists already and is brought to what it should be. */
    public boolean isUpdate() {
        return action == Action.UPDATE;
    }

    /** Whether this property differs. */
    public boolean touches(String property) {
        return properties.stream().anyMatch(change -> change.name().equals(property));
    }
}
