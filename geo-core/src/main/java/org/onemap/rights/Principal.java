package org.onemap.rights;

import java.util.Objects;

/**
 * The one who asks: a person or a system with a scope of divisions. Immutable.
 *
 * @param id how the log names the principal
 * @param scope what the principal may see
 */
public record Principal(String id, Scope scope) {

    private static final Principal ANONYMOUS = new Principal("anonymous", Scope.everything());

    public Principal {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(scope, "scope");
    }

    /** The caller of a service without authentication, who may see all. */
    public static Principal anonymous() {
        return ANONYMOUS;
    }
}
