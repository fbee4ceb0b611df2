package dev.brummer.logs.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the text of a query into tokens. Whatever is no syntax is text: log lines are full of colons, slashes, quotes
 * and parentheses, and whoever pastes a piece of one wants to find it. For one thread.
 */
final class Lexer {
    private static final String NOT = "not:";

    private final String text;
    private final Dialect dialect;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int end;
    private int open;
    private boolean syntax;
    private @Nullable QueryException emptyValue;

    Lexer(String text, Dialect dialect) {
        this.text = text;
        this.dialect = dialect;
    }

    /** The tokens so far. */
    List<Token> tokens() {
        return tokens;
    }

    /** Whether anything but plain words has been read. */
    boolean sawSyntax() {
        return syntax;
    }

    /** Reads {@code text[from, to)} to its end. */
    void read(int from, int to) throws QueryException {
        at = from;
        end = to;
        for (skipBlanks(); at < end; skipBlanks()) {
            token();
        }
    }

    /** Complains about keys without a value, which are let pass where the text turns out to be a phrase. */
    void complain() throws QueryException {
        if (emptyValue != null) {
            throw emptyValue;
        }
    }

    /** Takes a token that has been read elsewhere. */
    void add(Token token) {
        tokens.add(token);
    }

    private void skipBlanks() {
        while (at < end && WordShape.isBlank(text.charAt(at))) {
            at++;
        }
    }

    private void token() throws QueryException {
        char first = text.charAt(at);
        if (first == '(') {
            open++;
            syntax(new Token.Open(new Place(at++, 1)));
        } else if (first == ')' && open > 0) {
            open--;
            tokens.add(new Token.Close(new Place(at++, 1)));
        } else if (first == '-' && negates()) {
            syntax |= !Character.isDigit(text.charAt(at + 1));
            tokens.add(new Token.Not(new Place(at++, 1)));
        } else if (end - at >= NOT.length() && text.regionMatches(true, at, NOT, 0, NOT.length())) {
            not();
        } else if (first == '"') {
            phrase();
        } else if (first == '/' && endOfRegex() > 0) {
            regex(endOfRegex());
        } else {
            word();
        }
    }

    private void syntax(Token token) {
        syntax = true;
        tokens.add(token);
    }

    private void not() {
        var place = new Place(at, NOT.length());
        at += NOT.length();
        if (beginsTerm(at)) {
            syntax(new Token.Not(place));
        } else {
            missing("'not:' stands right before a term", "as in not:debug; quotes make it text", place);
            tokens.add(Token.Operand.of(new Condition.Phrase(text.substring(place.at(), at)), place));
        }
    }

    private boolean negates() {
        int next = at + 1;
        if (!beginsTerm(next) || text.charAt(next) == '-') {
            return false;
        }
        return switch (dialect) {
            case PROMPT -> true;
            case COMMAND_LINE -> beginsTerm(next + 1);
        };
    }

    private boolean beginsTerm(int index) {
        return index < end && !WordShape.isBlank(text.charAt(index)) && !(text.charAt(index) == ')' && open > 0);
    }

    private void phrase() throws QueryException {
        int from = at;
        String quoted = quoted();
        syntax(Token.Operand.of(new Condition.Phrase(quoted), Place.between(from, at)));
    }

    /** The text between quotation marks that begins here; a backslash takes the next mark or backslash as it is. */
    private String quoted() throws QueryException {
        int from = at++;
        var quoted = new StringBuilder();
        while (at < end && text.charAt(at) != '"') {
            boolean escapes = text.charAt(at) == '\\' && at + 1 < end
                    && (text.charAt(at + 1) == '"' || text.charAt(at + 1) == '\\');
            at += escapes ? 1 : 0;
            quoted.append(text.charAt(at++));
        }
        if (at == end) {
            throw fault("the quotation mark is not closed", "\\\" stands for a mark as text", new Place(from, 1));
        }
        at++;
        if (quoted.isEmpty()) {
            throw fault("there is nothing between the quotation marks", "", Place.between(from, at));
        }
        return quoted.toString();
    }

    /** Where the regex that begins here has its closing slash; -1 where it is a path, or the like, and no regex. */
    private int endOfRegex() {
        int close = at + 1;
        while (close < end && text.charAt(close) != '/') {
            close += text.charAt(close) == '\\' ? 2 : 1;
        }
        return close > at + 1 && close < end && !beginsTerm(close + 1) ? close : -1;
    }

    private void regex(int close) throws QueryException {
        int from = at + 1;
        String source = text.substring(from, close);
        Optional<RegexFault> wrong = RegexFault.of(source);
        if (wrong.isPresent()) {
            Place place = wrong.get().place();
            throw fault(wrong.get().message(), "", new Place(from + place.at(), place.length()));
        }
        syntax(Token.Operand.of(new Condition.Regex(source), Place.between(at, close + 1)));
        at = close + 1;
    }

    private void word() throws QueryException {
        int from = at;
        boolean negated = !tokens.isEmpty() && tokens.getLast() instanceof Token.Not(var not)
                && not.at() + not.length() == from;
        Optional<Key> key = key();
        if (key.isPresent()) {
            keyed(key.get(), from);
            return;
        }
        at = endOfWord(from);
        String word = text.substring(from, at);
        Place place = Place.between(from, at);
        if (WordShape.isOr(word) && !negated) {
            syntax(new Token.Or(place));
        } else {
            refuseLikelyKey(word, from);
            tokens.add(Token.Operand.of(WordShape.isBare(word) ? new Condition.Word(word) : new Condition.Phrase(word), place));
        }
    }

    /** The key that stands here, if a value may follow. */
    private Optional<Key> key() {
        int colon = colon();
        boolean url = text.startsWith("//", colon + 1);
        return colon < 0 || url ? Optional.empty() : Key.find(text.substring(at, colon));
    }

    /** The colon behind the letters that begin here; -1 where there is none. */
    private int colon() {
        int colon = at;
        while (colon < end && WordShape.isLetter(text.charAt(colon))) {
            colon++;
        }
        return colon > at && colon < end && text.charAt(colon) == ':' ? colon : -1;
    }

    private void keyed(Key key, int from) throws QueryException {
        at = colon() + 1;
        int valueAt = at;
        if (!beginsTerm(at)) {
            Place place = Place.between(from, at);
            missing("'" + key.word() + ":' needs " + key.takes(), "quotes make it text", place);
            tokens.add(Token.Operand.of(new Condition.Phrase(text.substring(from, at)), place));
            return;
        }
        String value = value();
        Place place = Place.between(valueAt, at);
        try {
            syntax(Token.Operand.of(key.condition(value), place));
        } catch (Key.InvalidValueException invalid) {
            throw fault(invalid.getMessage(), invalid.hint(), place);
        }
    }

    private String value() throws QueryException {
        if (text.charAt(at) == '"') {
            return quoted();
        }
        int from = at;
        at = endOfWord(at);
        return text.substring(from, at);
    }

    /** Up to a blank, or to a parenthesis that the word itself has not opened. */
    private int endOfWord(int from) {
        int own = 0;
        int stop = from;
        for (; stop < end && !WordShape.isBlank(text.charAt(stop)); stop++) {
            char c = text.charAt(stop);
            if (c == '(') {
                own++;
            } else if (c == ')' && own > 0) {
                own--;
            } else if (c == ')' && open > 0) {
                break;
            }
        }
        return stop;
    }

    private void refuseLikelyKey(String word, int from) throws QueryException {
        Optional<String> key = WordShape.keyOf(word);
        Optional<String> near = key.flatMap(Key::near);
        if (key.isPresent() && near.isPresent()) {
            String hint = "did you mean '" + near.get() + ":'? Quotes make it text";
            throw fault("there is no '" + key.get() + ":'", hint, new Place(from, key.get().length() + 1));
        }
    }

    private void missing(String message, String hint, Place place) {
        if (emptyValue == null) {
            emptyValue = fault(message, hint, place);
        }
    }

    private QueryException fault(String message, String hint, Place place) {
        return new QueryException(message, hint, text, place);
    }
}
