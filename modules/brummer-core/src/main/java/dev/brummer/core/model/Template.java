package dev.brummer.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A scalar of the file whose {@code ${…}} expressions wait for a scope. The braces are those of the Compose
 * specification's "Interpolation": {@code ${A}}, {@code ${A:-d}}, {@code ${A-d}}, {@code ${A:?why}}, {@code ${A?why}},
 * {@code ${A:+x}}, {@code ${A+x}} and {@code $$}, nested where a default may hold them, and references as
 * {@code ${services.auth.port}}. A bare {@code $A} is left for the shell. Immutable.
 */
public final class Template {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern REFERENCE = Pattern.compile("services\\.[A-Za-z0-9][A-Za-z0-9_.-]*\\.[a-z_]+");
    private static final int DEEPEST = 32;

    private final String source;
    private final List<Part> parts;

    private Template(String source, List<Part> parts) {
        this.source = source;
        this.parts = parts;
    }

    /** What expressions may ask for. */
    public interface Scope {
        /** The value of an environment variable; empty where it is not set. */
        Optional<String> variable(String name);

        /**
         * The value of a reference as {@code services.auth.port}.
         *
         * @throws UnresolvedException if it names nothing; {@code index} is to be passed on
         */
        String reference(String path, int index) throws UnresolvedException;
    }

    /** A piece of a template. */
    public sealed interface Part {
        record Literal(String text) implements Part {}

        /** @param index where its {@code $} stands in the source */
        record Variable(String name, Operator operator, boolean emptyCounts, Template operand, int index)
                implements Part {}

        record Reference(String path, int index) implements Part {}
    }

    /** What follows the name in the braces. */
    public enum Operator {
        NONE,
        DEFAULT,
        REQUIRED,
        ALTERNATIVE
    }

    /** @throws TemplateSyntaxException if the text holds an expression that is none */
    public static Template parse(String source) throws TemplateSyntaxException {
        if (source.indexOf('$') < 0) {
            return literal(source);
        }
        Parser parser = new Parser(source);
        return new Template(source, parser.parts(false, 0));
    }

    /** A template that stands for {@code text} whatever the scope; a {@code $} in it means itself. */
    public static Template literal(String text) {
        return new Template(text.replace("$", "$$"), List.of(new Part.Literal(text)));
    }

    /** The text as the file has it. */
    public String source() {
        return source;
    }

    /** What a person would type who means the same: a doubled {@code $} is one, unless something has to be replaced. */
    String typed() {
        return isConstant()
                ? parts.stream().map(part -> ((Part.Literal) part).text()).collect(Collectors.joining())
                : source;
    }

    /** The pieces, in order. */
    public List<Part> parts() {
        return parts;
    }

    /** Whether it means the same in every scope. */
    public boolean isConstant() {
        for (Part part : parts) {
            if (!(part instanceof Part.Literal)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The text in a scope.
     *
     * @param unset told the name of each variable that is not set and has no default; it becomes empty
     * @throws UnresolvedException if a variable that must be set is not, or a reference names nothing
     */
    public String resolve(Scope scope, Consumer<String> unset) throws UnresolvedException {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            // No type switch: the JVM builds each at run time, and the first process waits for that.
            if (part instanceof Part.Literal(var literal)) {
                text.append(literal);
            } else if (part instanceof Part.Reference(var path, var index)) {
                text.append(scope.reference(path, index));
            } else if (part instanceof Part.Variable variable) {
                text.append(resolve(variable, scope, unset));
            }
        }
        return text.toString();
    }

    private static String resolve(Part.Variable variable, Scope scope, Consumer<String> unset)
            throws UnresolvedException {
        Optional<String> value = scope.variable(variable.name()).filter(v -> !(variable.emptyCounts() && v.isEmpty()));
        return switch (variable.operator()) {
            case NONE -> {
                if (value.isEmpty()) {
                    unset.accept(variable.name());
                }
                yield value.orElse("");
            }
            case DEFAULT -> value.isPresent() ? value.get() : variable.operand().resolve(scope, unset);
            case ALTERNATIVE -> value.isPresent() ? variable.operand().resolve(scope, unset) : "";
            case REQUIRED -> {
                if (value.isEmpty()) {
                    String why = variable.operand().resolve(scope, unset);
                    throw new UnresolvedException(
                            "variable " + variable.name() + " must be set" + (why.isEmpty() ? "" : ": " + why),
                            variable.index());
                }
                yield value.get();
            }
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template that && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }

    /** Reads one template; {@code at} only moves forward. */
    private static final class Parser {
        private final String source;
        private int at;

        Parser(String source) {
            this.source = source;
        }

        /** Parts up to the end, or up to the closing brace of the expression they stand in. */
        List<Part> parts(boolean inBraces, int depth) throws TemplateSyntaxException {
            List<Part> parts = new ArrayList<>();
            StringBuilder literal = new StringBuilder();
            while (at < source.length()) {
                char c = source.charAt(at);
                if (c == '}' && inBraces) {
                    break;
                }
                if (c != '$' || at + 1 == source.length()) {
                    literal.append(c);
                    at++;
                } else if (source.charAt(at + 1) == '$') {
                    literal.append('$');
                    at += 2;
                } else if (source.charAt(at + 1) == '{') {
                    flush(literal, parts);
                    parts.add(expression(depth));
                } else {
                    literal.append('$');
                    at++;
                }
            }
            flush(literal, parts);
            return List.copyOf(parts);
        }

        private static void flush(StringBuilder literal, List<Part> parts) {
            if (!literal.isEmpty()) {
                parts.add(new Part.Literal(literal.toString()));
                literal.setLength(0);
            }
        }

        private Part expression(int depth) throws TemplateSyntaxException {
            int begin = at;
            if (depth >= DEEPEST) {
                throw new TemplateSyntaxException("expressions are nested more than " + DEEPEST + " deep", begin);
            }
            at += 2;
            String name = name();
            if (at == source.length()) {
                throw new TemplateSyntaxException("'${' is not closed by '}'; write '$$' for a dollar sign", begin);
            }
            if (source.charAt(at) == '}') {
                at++;
                return plain(name, begin);
            }
            if (!NAME.matcher(name).matches()) {
                throw new TemplateSyntaxException(badName(), begin);
            }
            boolean emptyCounts = source.charAt(at) == ':';
            if (emptyCounts) {
                at++;
            }
            Operator operator = operator(begin);
            int operandBegin = at;
            List<Part> operand = parts(true, depth + 1);
            if (at == source.length()) {
                throw new TemplateSyntaxException("'${' is not closed by '}'; write '$$' for a dollar sign", begin);
            }
            String operandSource = source.substring(operandBegin, at);
            at++;
            return new Part.Variable(name, operator, emptyCounts, new Template(operandSource, operand), begin);
        }

        private String name() {
            int begin = at;
            while (at < source.length() && ":-?+}".indexOf(source.charAt(at)) < 0) {
                boolean reference = source.startsWith("services.", begin);
                at++;
                // A service's name may hold '-', which elsewhere begins a default.
                while (reference && at < source.length() && source.charAt(at) == '-') {
                    at++;
                }
            }
            return source.substring(begin, at);
        }

        private static Part plain(String name, int begin) throws TemplateSyntaxException {
            if (NAME.matcher(name).matches()) {
                return new Part.Variable(name, Operator.NONE, false, literal(""), begin);
            }
            if (REFERENCE.matcher(name).matches()) {
                return new Part.Reference(name, begin);
            }
            throw new TemplateSyntaxException(badName(), begin);
        }

        private Operator operator(int begin) throws TemplateSyntaxException {
            char c = at < source.length() ? source.charAt(at) : '}';
            at++;
            return switch (c) {
                case '-' -> Operator.DEFAULT;
                case '?' -> Operator.REQUIRED;
                case '+' -> Operator.ALTERNATIVE;
                default -> throw new TemplateSyntaxException("after '${NAME:' comes '-', '?' or '+'", begin);
            };
        }

        // Without what is written there: it may be a part of a password.
        private static String badName() {
            return "after '${' comes a variable (letters, digits, _) or a reference such as services.auth.port; write '$$'"
                    + " for a dollar sign";
        }
    }
}
