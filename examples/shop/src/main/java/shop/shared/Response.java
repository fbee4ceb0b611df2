package shop.shared;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a handler answers: a status, a body that becomes JSON, and headers. */
public record Response(int status, Object body, Map<String, String> headers) {
    public Response {
        headers = Map.copyOf(headers);
    }

    /** 200. */
    public static Response ok(Object body) {
        return of(200, body);
    }

    /** 201. */
    public static Response created(Object body) {
        return of(201, body);
    }

    /** Any status. */
    public static Response of(int status, Object body) {
        return new Response(status, body, Map.of());
    }

    /** A failure that names the request, so that its reader can find it in the logs. */
    public static Response error(int status, String message) {
        var body = new LinkedHashMap<String, Object>();
        body.put("error", message);
        RequestContext.current().ifPresent(context -> body.put("request", context.id()));
        return of(status, body);
    }

    /** The same with one more header. */
    public Response with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, body, more);
    }
}
