package org.onemap.api.http;

import java.io.IOException;

/**
 * One resource that can be read: it answers GET, and by it HEAD. Implementations are safe for any number of threads and
 * keep nothing of a request.
 */
public interface Endpoint {

    /** The path under which it is served, with {@code {name}} for a part that varies, as in the OpenAPI document. */
    String path();

    /**
     * Answers one request.
     *
     * @throws IOException if the client is gone
     */
    void answer(Exchange exchange) throws IOException;
}
