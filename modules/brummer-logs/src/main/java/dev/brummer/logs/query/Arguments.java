package dev.brummer.logs.query;

import java.util.List;

/**
 * Reads the arguments of a command line, each by itself. One without blanks is what it would be in a longer text. One
 * with blanks was quoted for the shell: it is a phrase if there is nothing but words in it, a negated phrase if {@code
 * -} or {@code not:} stands before nothing but words, and otherwise a query, as if in parentheses.
 */
final class Arguments {
    private final String text;
    private final Dialect dialect;
    private final Lexer lexer;

    private Arguments(String text, Dialect dialect) {
        this.text = text;
        this.dialect = dialect;
        this.lexer = new Lexer(text, dialect);
    }

    /** The text in which places count. */
    static String joined(List<String> words) {
        return String.join(" ", words);
    }

    static Term term(List<String> words, Dialect dialect) throws QueryException {
        var arguments = new Arguments(joined(words), dialect);
        int at = 0;
        for (String word : words) {
            arguments.add(at, at + word.length());
            at += word.length() + 1;
        }
        arguments.lexer.complain();
        return new Parser(arguments.text, arguments.lexer.tokens()).parse();
    }

    private void add(int from, int to) throws QueryException {
        if (text.substring(from, to).chars().noneMatch(c -> WordShape.isBlank((char) c))) {
            lexer.read(from, to);
        } else if (!text.substring(from, to).isBlank()) {
            lexer.add(new Token.Operand(quoted(from, to), Place.between(from, to)));
        }
    }

    private Term quoted(int from, int to) throws QueryException {
        if (isWords(from, to)) {
            return phrase(from, to);
        }
        int rest = afterNegation(from, to);
        boolean phrase = rest > from && rest < to && !WordShape.isBlank(text.charAt(rest)) && isWords(rest, to);
        return phrase ? new Term.Not(phrase(rest, to)) : Query.term(text, from, to, dialect);
    }

    private Term phrase(int from, int to) {
        return new Term.Leaf(new Condition.Phrase(text.substring(from, to)), Place.between(from, to));
    }

    private int afterNegation(int from, int to) {
        if (text.startsWith("-", from)) {
            return from + 1;
        }
        boolean not = text.regionMatches(true, from, "not:", 0, 4) && from + 4 <= to;
        return not ? from + 4 : from;
    }

    private boolean isWords(int from, int to) throws QueryException {
        var alone = new Lexer(text, dialect);
        alone.read(from, to);
        return !alone.sawSyntax();
    }
}
