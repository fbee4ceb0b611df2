package dev.brummer.discovery.evidence;

import dev.brummer.discovery.evidence.CodeText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the source of a program has it listen. */
final class Listening {
    private static final String JS_CALL = "\\.listen\\s*\\(";
    private static final String JS_OPTIONS = "\\b(?:serve\\s*\\(\\s*|listen\\s*:\\s*)\\{";
    private static final String JS_DECLARED = "(?:const|let|var)\\s+(?:PORT|port)\\b(?:\\s*:\\s*\\w+)?\\s*=(?!=)";
    private static final String PYTHON_CALL = "\\b(?:[\\w.]+\\.(?:run|run_app|serve|TCPSite)|serve)\\s*\\(";
    private static final String PYTHON_SERVER = "\\b(?:HTTPServer|ThreadingHTTPServer|make_server)\\s*\\(";

    private Listening() {}

    /** The ports that are plain to see, each place once. */
    static List<PortValue> of(CodeText code, Language language) {
        return switch (language) {
            case JAVASCRIPT -> javaScript(code);
            case PYTHON -> python(code);
        };
    }

    private static List<PortValue> javaScript(CodeText code) {
        List<Optional<PortValue>> found = new ArrayList<>();
        found.addAll(Language.matches(code, JS_CALL, call -> argument(code.arguments(call.end()))));
        found.addAll(Language.matches(code, JS_OPTIONS, call -> option(code.arguments(call.end()))));
        if (found.isEmpty()) {
            found.addAll(Language.matches(code, JS_DECLARED, name -> Language.JAVASCRIPT
                    .port(code.statement(name.end()))
                    .filter(value -> !value.variable().isEmpty())));
        }
        return found.stream().flatMap(Optional::stream).toList();
    }

    private static Optional<PortValue> argument(List<Piece> arguments) {
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        Piece first = arguments.getFirst();
        return first.text().startsWith("{")
                ? option(first.code().arguments(first.begin() + 1))
                : Language.JAVASCRIPT.port(first);
    }

    /** The value of {@code port} in an object. */
    private static Optional<PortValue> option(List<Piece> entries) {
        for (Piece entry : entries) {
            if (entry.text().equals("port")) {
                return Language.JAVASCRIPT.port(entry);
            }
            if (entry.text().matches("(?s)(['\"]?)port\\1\\s*:.*")) {
                int colon = entry.text().indexOf(':');
                return Language.JAVASCRIPT.port(entry.code().piece(entry.begin() + colon + 1, entry.end()));
            }
        }
        return Optional.empty();
    }

    private static List<PortValue> python(CodeText code) {
        List<Optional<PortValue>> found = new ArrayList<>();
        found.addAll(Language.matches(code, PYTHON_CALL, call -> keyword(code.arguments(call.end()))));
        found.addAll(Language.matches(code, PYTHON_SERVER, call -> address(code.arguments(call.end()))));
        return found.stream().flatMap(Optional::stream).toList();
    }

    private static Optional<PortValue> keyword(List<Piece> arguments) {
        for (Piece argument : arguments) {
            if (argument.text().matches("(?s)port\\s*=.*")) {
                int equals = argument.text().indexOf('=');
                return Language.PYTHON.port(argument.code().piece(argument.begin() + equals + 1, argument.end()));
            }
        }
        return Optional.empty();
    }

    /** A port behind its host, with or without brackets around both. */
    private static Optional<PortValue> address(List<Piece> arguments) {
        boolean pair = !arguments.isEmpty() && arguments.getFirst().text().startsWith("(");
        List<Piece> both = pair ? arguments.getFirst().code().arguments(arguments.getFirst().begin() + 1) : arguments;
        return both.size() < 2 ? Optional.empty() : Language.PYTHON.port(both.get(1));
    }
}
