package org.onemap.api.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Problem details for requests that Jetty refuses before any endpoint sees them, such as a malformed URL. */
final class PlainProblems implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        Object message = request.getAttribute("org.eclipse.jetty.server.error_message");
        String detail = message == null ? "the request cannot be read" : message.toString();
        Problem problem = new Problem(
                ProblemKind.ofStatus(status),
                status >= 500 ? "an internal fault" : detail,
                request.getHttpURI().getPathQuery());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Access-Control-Allow-Origin", "*");
        response.write(true, ByteBuffer.wrap(problem.toJson()), callback);
        return true;
    }
}
