package org.onemap.api.http;

import java.util.Locale;
import org.onemap.CorruptData;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.StoreUnavailable;

/** The one table from what went wrong to how HTTP says it. Nothing else in the module chooses an error status. */
enum ProblemKind {
    /** {@link InvalidInput}: the request cannot be used as it is. */
    INVALID_INPUT(400, "The request cannot be used"),
    /** A token that is none of ours. */
    UNAUTHORIZED(401, "This token is not known here"),
    /** {@link NotFound}, or a path that is none of ours. */
    NOT_FOUND(404, "There is no such thing"),
    /** Most resources can only be read. */
    METHOD_NOT_ALLOWED(405, "This method is not allowed here"),
    /** None of the forms asked for is there. */
    NOT_ACCEPTABLE(406, "None of the accepted formats is available"),
    /** A body that does not come to its end. */
    REQUEST_TIMEOUT(408, "The request took too long to arrive"),
    /** A body that nobody asked for, or more than is taken at once. */
    PAYLOAD_TOO_LARGE(413, "The request body is too large"),
    /** A body in a form that is not read here. */
    UNSUPPORTED_MEDIA_TYPE(415, "This media type is not read here"),
    /** {@link CorruptData}, or a fault of ours; the log knows more. */
    INTERNAL(500, "The service failed"),
    /** {@link StoreUnavailable}: the same request may succeed later. */
    UNAVAILABLE(503, "The store is not available now"),
    /** More requests with bodies than are worked on at once. */
    BUSY(503, "The service is busy");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The kind of this failure. */
    static ProblemKind of(Throwable failure) {
        if (failure instanceof HttpFailure http) {
            return http.kind();
        }
        if (failure instanceof InvalidInput) {
            return INVALID_INPUT;
        }
        if (failure instanceof NotFound) {
            return NOT_FOUND;
        }
        if (failure instanceof StoreUnavailable) {
            return UNAVAILABLE;
        }
        return INTERNAL;
    }

    /** The kind that a framework's own status means. */
    static ProblemKind ofStatus(int status) {
        for (ProblemKind kind : values()) {
            if (kind.status == status) {
                return kind;
            }
        }
        return status >= 400 && status < 500 ? INVALID_INPUT : INTERNAL;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** Identifies the kind to programs: a URN, because no document stands behind it. */
    String type() {
        return "urn:onemap:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
