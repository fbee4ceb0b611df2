package shop.shared;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A request as a handler sees it. */
public record Request(
        String method,
        String path,
        Map<String, String> variables,
        Map<String, String> query,
        Function<String, Optional<String>> headers,
        String remoteAddress,
        byte[] body) {

    /** The value of a header. */
    public Optional<String> header(String name) {
        return headers.apply(name);
    }

    /** A number in the path, as in {@code /orders/{id}}. */
    public long id(String variable) {
        try {
            return Long.parseLong(variables.get(variable));
        } catch (NumberFormatException e) {
            throw new HttpError(400, variable + " must be a number", e);
        }
    }

    /** The JSON body as a record. */
    public <T> T body(Class<T> type) {
        try {
            return JSON.std.beanFrom(type, body);
        } catch (IOException e) {
            throw new HttpError(400, "the body is not the JSON this address expects", e);
        }
    }

    Request withVariables(Map<String, String> found) {
        return new Request(method, path, found, query, headers, remoteAddress, body);
    }
}
