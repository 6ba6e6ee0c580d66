package org.onemap.api.http;

/** A failure that only HTTP knows, such as a format that nobody offers. */
final class HttpFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;

    HttpFailure(ProblemKind kind, String message) {
        super(message);
        this.kind = kind;
    }

    HttpFailure(ProblemKind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    ProblemKind kind() {
        return kind;
    }
}
