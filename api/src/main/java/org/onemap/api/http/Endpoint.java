package org.onemap.api.http;

import java.io.IOException;

/**
 * One resource and one method: it answers GET, and by it HEAD, or it answers POST. Implementations are safe for any
 * number of threads and keep nothing of a request.
 */
public interface Endpoint {

    /** What an endpoint answers. */
    enum Method {
        /** It is read; HEAD comes with it. */
        GET,
        /** It takes a body, {@link Exchange#body}, and answers to that; it changes nothing. */
        POST
    }

    /** The method; GET if nothing else is said. */
    default Method method() {
        return Method.GET;
    }

    /** The path under which it is served, with {@code {name}} for a part that varies, as in the OpenAPI document. */
    String path();

    /**
     * Answers one request.
     *
     * @throws IOException if the client is gone
     */
    void answer(Exchange exchange) throws IOException;
}
