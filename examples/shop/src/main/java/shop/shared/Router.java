package shop.shared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the handler for a method and a path; {@code {name}} in a pattern stands for one segment. */
final class Router {
    private record Route(String method, String[] pattern, Handler handler) {
        Optional<Map<String, String>> match(String[] path) {
            if (pattern.length != path.length) {
                return Optional.empty();
            }
            var variables = new HashMap<String, String>();
            for (int i = 0; i < path.length; i++) {
                if (pattern[i].startsWith("{")) {
                    variables.put(pattern[i].substring(1, pattern[i].length() - 1), path[i]);
                } else if (!pattern[i].equals(path[i])) {
                    return Optional.empty();
                }
            }
            return Optional.of(variables);
        }
    }

    private final List<Route> routes = new ArrayList<>();

    void add(String method, String pattern, Handler handler) {
        routes.add(new Route(method, pattern.split("/"), handler));
    }

    boolean knows(String path) {
        String[] segments = path.split("/");
        return routes.stream().anyMatch(route -> route.match(segments).isPresent());
    }

    Response dispatch(Request request) {
        String[] segments = request.path().split("/");
        for (Route route : routes) {
            var variables = route.match(segments);
            if (variables.isPresent() && route.method().equals(request.method())) {
                return route.handler().handle(request.withVariables(variables.get()));
            }
        }
        throw knows(request.path())
                ? new HttpError(405, request.path() + " does not take " + request.method())
                : new HttpError(404, "there is nothing at " + request.path());
    }
}
