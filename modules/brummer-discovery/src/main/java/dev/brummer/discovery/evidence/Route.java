package dev.brummer.discovery.evidence;

import dev.brummer.config.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A route that tells whether a service is well. */
record Route(String path, Span at) {
    // The first one that is there is asked.
    private static final List<String> PATHS = List.of(
            "/health", "/healthz", "/api/health", "/api/healthz", "/actuator/health", "/livez", "/ready", "/readyz",
            "/ping");
    private static final String PATH = "(['\"`])(?<path>/[a-z/]+)/?\\%d";
    private static final String JS_CALL =
            "\\b(?<on>app|server|fastify|api|router)\\s*\\.\\s*(?:get|all|use|head|route)\\s*\\(\\s*"
                    + PATH.formatted(2);
    private static final String JS_COMPARED =
            "\\b(?:url|pathname|path)\\s*===?\\s*" + PATH.formatted(1)
                    + "|\\bcase\\s+(['\"`])(?<case>/[a-z/]+)/?\\3\\s*:";
    private static final String PYTHON_DECORATED =
            "@(?:app|api|application)\\.(?:route|get|api_route)\\s*\\(\\s*" + PATH.formatted(1);
    private static final String PYTHON_COMPARED = "\\bself\\.path\\s*==\\s*" + PATH.formatted(1);
    private static final Pattern MOUNTED =
            Pattern.compile("\\.use\\s*\\(\\s*(?:(['\"`])/\\1\\s*,\\s*)?router\\s*(?:\\.routes\\s*\\(\\s*\\))?\\s*\\)");
    private static final Pattern PREFIXED = Pattern.compile("\\bprefix\\b|setGlobalPrefix|basePath");

    /** The one that is best asked; empty where none is seen. */
    static Optional<Route> of(CodeText code, Language language) {
        List<Route> found = switch (language) {
            case JAVASCRIPT -> javaScript(code);
            case PYTHON -> Stream.of(PYTHON_DECORATED, PYTHON_COMPARED)
                    .flatMap(pattern -> Language.matches(code, pattern, match -> route(code, match, "path")).stream())
                    .toList();
        };
        return found.stream()
                .filter(route -> PATHS.contains(route.path()))
                .min(Comparator.comparingInt(route -> PATHS.indexOf(route.path())));
    }

    // What is put before all paths may come before this one too.
    private static List<Route> javaScript(CodeText code) {
        if (PREFIXED.matcher(code.text()).find()) {
            return List.of();
        }
        boolean mounted = MOUNTED.matcher(code.text()).find();
        List<Route> found = new ArrayList<>();
        for (Optional<Route> call : Language.matches(code, JS_CALL, match -> Optional.of(route(code, match, "path"))
                .filter(_ -> mounted || !match.group("on").equals("router")))) {
            call.ifPresent(found::add);
        }
        found.addAll(Language.matches(
                code, JS_COMPARED, match -> route(code, match, match.group("path") == null ? "case" : "path")));
        return found;
    }

    private static Route route(CodeText code, Matcher match, String group) {
        return new Route(match.group(group), code.span(match.start(), match.end()));
    }
}
