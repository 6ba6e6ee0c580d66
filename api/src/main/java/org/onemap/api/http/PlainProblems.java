package org.onemap.api.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Problem details for requests that Jetty refuses before any endpoint sees them, such as a malformed URL. */
final class PlainProblems implements Request.Handler {

    /** What Jetty calls a URL that it could not read. */
    private static final String UNREADABLE = "/badMessage";

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        ProblemKind kind = ProblemKind.ofStatus(response.getStatus());
        String detail = kind == ProblemKind.INTERNAL
                ? "an internal fault"
                : "the request cannot be read: its URL, a header or its size is not as HTTP has it";
        String target = request.getHttpURI().getPathQuery();
        Problem problem = new Problem(kind, detail, target == null || target.equals(UNREADABLE) ? "/" : target);
        response.setStatus(kind.status()); // what is told and the status are one
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Access-Control-Allow-Origin", "*");
        response.write(true, ByteBuffer.wrap(problem.toJson()), callback);
        return true;
    }
}
