package dev.brummer.logs.query;

import java.util.ArrayList;
import java.util.List;

/** Makes a term of tokens: {@code or} binds weaker than terms in a row, {@code not:} stronger. For one use. */
final class Parser {
    // Far more than anybody writes, and far less than what a stack takes.
    private static final int DEEPEST = 100;

    private final String text;
    private final List<Token> tokens;
    private int next;
    private int depth;

    Parser(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    Term parse() throws QueryException {
        return tokens.isEmpty() ? new Term.All(List.of()) : any();
    }

    private Term any() throws QueryException {
        List<Term> alternatives = new ArrayList<>();
        alternatives.add(all());
        while (next < tokens.size() && tokens.get(next) instanceof Token.Or) {
            next++;
            alternatives.add(all());
        }
        return Term.any(alternatives);
    }

    private Term all() throws QueryException {
        List<Term> terms = new ArrayList<>();
        while (next < tokens.size() && !endsTerms(tokens.get(next))) {
            terms.add(one());
        }
        if (terms.isEmpty()) {
            throw nothing();
        }
        return Term.all(terms);
    }

    private static boolean endsTerms(Token token) {
        return token instanceof Token.Or || token instanceof Token.Close;
    }

    private QueryException nothing() {
        Token before = tokens.get(Math.max(0, next - 1));
        Token here = next < tokens.size() ? tokens.get(next) : before;
        if (before instanceof Token.Open(var open) && here instanceof Token.Close(var close)) {
            Place both = Place.between(open.at(), close.at() + 1);
            return fault("there is nothing in the parentheses", "quotes make them text", both);
        }
        Token or = here instanceof Token.Or ? here : before;
        return fault("'or' stands between two terms", "write \"or\" for the word", or.place());
    }

    private Term one() throws QueryException {
        Token token = tokens.get(next++);
        if (depth == DEEPEST) {
            throw fault("the query is nested too deep", "", token.place());
        }
        depth++;
        Term term = switch (token) {
            case Token.Not not -> new Term.Not(one());
            case Token.Open open -> group(open);
            case Token.Operand operand -> operand.term();
            case Token.Or or -> throw new IllegalStateException("an operand was due at " + or.place());
            case Token.Close close -> throw new IllegalStateException("an operand was due at " + close.place());
        };
        depth--;
        return term;
    }

    private Term group(Token.Open open) throws QueryException {
        if (next == tokens.size()) {
            throw unclosed(open);
        }
        Term term = any();
        if (next == tokens.size()) {
            throw unclosed(open);
        }
        next++;
        return term;
    }

    private QueryException unclosed(Token.Open open) {
        return fault("the parenthesis is not closed", "quotes make it text", open.place());
    }

    private QueryException fault(String message, String hint, Place place) {
        return new QueryException(message, hint, text, place);
    }
}
