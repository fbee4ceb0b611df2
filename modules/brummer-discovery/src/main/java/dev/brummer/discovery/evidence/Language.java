package dev.brummer.discovery.evidence;

import dev.brummer.discovery.evidence.CodeText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How programs of one language say where they listen and which routes they have. */
enum Language {
    JAVASCRIPT(
            "(?:process|Bun)\\.env(?:\\.(?<a>[A-Za-z_]\\w*)|\\[['\"](?<b>[A-Za-z_]\\w*)['\"]\\])(?<otherwise>(?!))?",
            "(?:Number|Number\\.parseInt|parseInt|String|normalizePort)\\((?<inner>[^,]+)(?:,\\s*10)?\\)|\\+(?<sign>.+)"
                    + "|\\((?<brackets>.+)\\)|(?<cast>.+?)(?:\\s+as\\s+\\w+|!)",
            List.of("||", "??"),
            "(?:const|let|var)\\s+%s\\b(?:\\s*:\\s*\\w+)?\\s*=(?!=)"),
    PYTHON(
            "os\\.(?:environ\\.get|getenv)\\(\\s*['\"](?<a>[A-Za-z_]\\w*)['\"]\\s*"
                    + "(?:,\\s*['\"]?(?<otherwise>[0-9]+)['\"]?\\s*)?\\)"
                    + "|os\\.environ\\[['\"](?<b>[A-Za-z_]\\w*)['\"]\\]",
            "(?:int|str)\\((?<inner>.+)\\)|\\((?<brackets>.+)\\)|(?<cast>(?!))|(?<sign>(?!))",
            List.of(" or "),
            "(?m)^%s\\b(?:\\s*:\\s*\\w+)?\\s*=(?!=)");

    private static final int DEEPEST = 8;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*");
    private static final Pattern NUMBER = Pattern.compile("(['\"`]?)([0-9]+)\\1");

    private final Pattern variable;
    private final Pattern wrapped;
    private final List<String> alternatives;
    private final String declaration;

    Language(String variable, String wrapped, List<String> alternatives, String declaration) {
        this.variable = Pattern.compile(variable);
        this.wrapped = Pattern.compile(wrapped, Pattern.DOTALL);
        this.alternatives = alternatives;
        this.declaration = declaration;
    }

    /** The port that an expression stands for; empty where that is not plain to see. */
    Optional<PortValue> port(Piece expression) {
        return port(expression, 0);
    }

    private Optional<PortValue> port(Piece expression, int depth) {
        String text = expression.text();
        if (depth > DEEPEST || text.length() > 200) {
            return Optional.empty();
        }
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            OptionalInt port = PortValue.parse(number.group(2));
            return port.isPresent()
                    ? Optional.of(PortValue.fixed(port.getAsInt(), expression.span()))
                    : Optional.empty();
        }
        Matcher named = variable.matcher(text);
        if (named.matches()) {
            return Optional.of(ofVariable(named, expression));
        }
        int operator = operator(expression);
        if (operator >= 0) {
            return either(expression, operator, depth);
        }
        Optional<Piece> inner = inner(expression);
        if (inner.isPresent()) {
            return port(inner.get(), depth + 1);
        }
        return NAME.matcher(text).matches() ? declared(expression, depth) : Optional.empty();
    }

    private static PortValue ofVariable(Matcher named, Piece expression) {
        String name = named.group("a") == null ? named.group("b") : named.group("a");
        @Nullable String otherwise = named.group("otherwise");
        OptionalInt port = otherwise == null ? OptionalInt.empty() : PortValue.parse(otherwise);
        return PortValue.of(name, port, expression.span());
    }

    /** Where an operator stands that says what counts where the left side says nothing; -1 for nowhere. */
    private int operator(Piece expression) {
        int depth = 0;
        for (int i = expression.begin(); i < expression.end(); i++) {
            char c = expression.code().isCode(i) ? expression.code().text().charAt(i) : ' ';
            depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
            int at = i;
            boolean found = alternatives.stream().anyMatch(sign -> expression.code().text().startsWith(sign, at));
            if (depth == 0 && expression.code().isCode(i) && found) {
                return i;
            }
        }
        return -1;
    }

    private Optional<PortValue> either(Piece expression, int operator, int depth) {
        int length = alternatives.getFirst().length();
        Piece left = expression.code().piece(expression.begin(), operator);
        Piece right = expression.code().piece(Math.min(expression.end(), operator + length), expression.end());
        Optional<PortValue> first = port(left, depth + 1).filter(value -> !value.variable().isEmpty());
        Optional<PortValue> second = port(right, depth + 1).filter(value -> value.variable().isEmpty());
        return first.map(value -> PortValue.of(
                value.variable(), second.map(PortValue::port).orElse(value.port()), expression.span()));
    }

    private Optional<Piece> inner(Piece expression) {
        Matcher wrapper = wrapped.matcher(expression.text());
        if (!wrapper.matches()) {
            return Optional.empty();
        }
        for (String group : List.of("inner", "sign", "brackets", "cast")) {
            if (wrapper.group(group) != null) {
                int begin = expression.begin();
                return Optional.of(expression.code().piece(begin + wrapper.start(group), begin + wrapper.end(group)));
            }
        }
        return Optional.empty();
    }

    /** What a name was declared as; empty where it was not, or more than once. */
    private Optional<PortValue> declared(Piece name, int depth) {
        CodeText code = name.code();
        String quoted = Pattern.quote(name.text());
        List<Piece> found = matches(code, String.format(declaration, quoted), match -> code.statement(match.end()));
        List<Integer> assigned = matches(code, "(?<![.\\w$])" + quoted + "\\s*=(?![=>])", Matcher::start);
        if (assigned.size() > 1) {
            return Optional.empty();
        }
        Optional<PortValue> plain = found.size() == 1 ? port(found.getFirst(), depth + 1) : Optional.empty();
        return found.isEmpty() && this == JAVASCRIPT ? unpacked(name) : plain;
    }

    /** {@code const { PORT = 3001 } = process.env}. */
    private static Optional<PortValue> unpacked(Piece name) {
        Matcher all = Pattern.compile("(?:const|let|var)\\s*\\{([^{}]*)\\}\\s*=\\s*process\\.env\\b")
                .matcher(name.code().text());
        while (all.find()) {
            Matcher one = Pattern.compile("(?:^|[,\\s])(?:(\\w+)\\s*:\\s*)?" + Pattern.quote(name.text())
                            + "\\s*(?:=\\s*['\"]?([0-9]+)['\"]?\\s*)?(?=,|$|\\s)")
                    .matcher(all.group(1));
            if (one.find()) {
                String variable = one.group(1) == null ? name.text() : one.group(1);
                OptionalInt otherwise = one.group(2) == null ? OptionalInt.empty() : PortValue.parse(one.group(2));
                return Optional.of(PortValue.of(variable, otherwise, name.code().span(all.start(), all.end())));
            }
        }
        return Optional.empty();
    }

    /** What is found of a pattern where it is part of the program. */
    static <T> List<T> matches(CodeText code, String pattern, Function<Matcher, T> found) {
        List<T> all = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(code.text());
        while (matcher.find() && all.size() < 50) {
            if (code.isCode(matcher.start())) {
                all.add(found.apply(matcher));
            }
        }
        return all;
    }
}
