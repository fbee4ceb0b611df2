package dev.brummer.logs.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Finds text that every match of a regular expression holds. It understands the plain part of the syntax and gives up
 * on the rest, so that what it says is always true. For one use.
 */
public final class RegexLiterals {
    // Shorter ones stand everywhere, and many take as long as the expression itself.
    private static final int SHORTEST = 3;
    private static final int MOST = 8;
    private static final String QUANTIFIERS = "?*+{";
    private static final String CLASSES = "dDwWsShHvVRX";
    private static final String ANCHORS = "bBAzZG";

    private final String regex;
    private int at;

    private RegexLiterals(String regex) {
        this.regex = regex;
    }

    /**
     * Literals of which every match holds one; empty where none are known.
     *
     * @param regex one that compiles, and is used without regard to the case of ASCII letters and of no others
     */
    public static List<Literal> of(String regex) {
        try {
            return new RegexLiterals(regex).alternatives().stream().map(Literal::of).toList();
        } catch (UnknownSyntax given) {
            return List.of();
        }
    }

    /** There is something whose meaning is not known here. */
    private static final class UnknownSyntax extends Exception {
        private static final long serialVersionUID = 1L;

        UnknownSyntax() {
            super("unknown", null, false, false);
        }
    }

    /** Up to a closing parenthesis or the end. */
    private List<String> alternatives() throws UnknownSyntax {
        List<String> any = new ArrayList<>(sequence());
        boolean each = !any.isEmpty();
        while (at < regex.length() && regex.charAt(at) == '|') {
            at++;
            List<String> next = sequence();
            each &= !next.isEmpty();
            any.addAll(next);
        }
        return each && any.size() <= MOST ? any : List.of();
    }

    private List<String> sequence() throws UnknownSyntax {
        var pieces = new Pieces();
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            atom(pieces);
        }
        pieces.end();
        return pieces.best;
    }

    /** The pieces of text that a sequence holds, each of them known to be in every match. */
    private static final class Pieces {
        private final StringBuilder piece = new StringBuilder();
        private List<String> best = List.of();

        void end() {
            offer(List.of(piece.toString()));
            piece.setLength(0);
        }

        void offer(List<String> any) {
            boolean useful = !any.isEmpty() && any.stream().allMatch(text -> text.length() >= SHORTEST);
            ToDoubleFunction<List<String>> cost =
                    texts -> texts.stream().mapToDouble(text -> Literal.of(text).probability()).sum();
            if (useful && (best.isEmpty() || cost.applyAsDouble(any) < cost.applyAsDouble(best))) {
                best = any;
            }
        }
    }

    private void atom(Pieces pieces) throws UnknownSyntax {
        char c = regex.charAt(at++);
        switch (c) {
            case '(' -> group(pieces);
            case '[' -> {
                skipClass();
                something(pieces);
            }
            case '.' -> something(pieces);
            case '^', '$' -> anchor();
            case '\\' -> escape(pieces);
            case '?', '*', '+', '{' -> throw new UnknownSyntax();
            default -> letter(c, pieces);
        }
    }

    private void letter(char c, Pieces pieces) throws UnknownSyntax {
        if (c >= 0x80) {
            throw new UnknownSyntax();
        }
        if (!isQuantified()) {
            pieces.piece.append(c);
        } else if (quantifier() > 0) {
            pieces.piece.append(c);
            pieces.end();
            pieces.piece.append(c);
        } else {
            pieces.end();
        }
    }

    /** What may be several things, and ends a piece. */
    private void something(Pieces pieces) throws UnknownSyntax {
        if (isQuantified()) {
            quantifier();
        }
        pieces.end();
    }

    private void anchor() throws UnknownSyntax {
        if (isQuantified()) {
            throw new UnknownSyntax();
        }
    }

    private void escape(Pieces pieces) throws UnknownSyntax {
        if (at == regex.length()) {
            throw new UnknownSyntax();
        }
        char c = regex.charAt(at++);
        if (CLASSES.indexOf(c) >= 0) {
            something(pieces);
        } else if (ANCHORS.indexOf(c) >= 0) {
            anchor();
        } else if (c == 't') {
            letter('\t', pieces);
        } else if (Ascii.isLetter(Ascii.lower(c)) || (c >= '0' && c <= '9')) {
            throw new UnknownSyntax();
        } else {
            letter(c, pieces);
        }
    }

    private void group(Pieces pieces) throws UnknownSyntax {
        boolean looksAround = groupKind();
        List<String> inside = alternatives();
        if (at == regex.length()) {
            throw new UnknownSyntax();
        }
        at++;
        boolean certain = !isQuantified() || quantifier() > 0;
        pieces.end();
        if (certain && !looksAround) {
            pieces.offer(inside);
        }
    }

    /** Passes what says of which kind a group is; returns whether it looks around without taking anything. */
    private boolean groupKind() throws UnknownSyntax {
        if (!regex.startsWith("?", at)) {
            return false;
        }
        for (String kind : List.of("?:", "?>")) {
            if (regex.startsWith(kind, at)) {
                at += kind.length();
                return false;
            }
        }
        for (String kind : List.of("?=", "?!", "?<=", "?<!")) {
            if (regex.startsWith(kind, at)) {
                at += kind.length();
                return true;
            }
        }
        int close = regex.indexOf('>', at);
        if (!regex.startsWith("?<", at) || close < 0) {
            throw new UnknownSyntax();
        }
        at = close + 1;
        return false;
    }

    private void skipClass() throws UnknownSyntax {
        at += regex.startsWith("^", at) ? 1 : 0;
        int first = at;
        for (; at < regex.length() && regex.charAt(at) != ']'; at++) {
            char c = regex.charAt(at);
            boolean escapes = c == '\\' && at + 1 < regex.length() && "QEpPxuN0ck".indexOf(regex.charAt(at + 1)) < 0;
            if (c == '[' || c == '&' || (c == '\\' && !escapes)) {
                throw new UnknownSyntax();
            }
            at += escapes ? 1 : 0;
        }
        if (at == first || at >= regex.length()) {
            throw new UnknownSyntax();
        }
        at++;
    }

    private boolean isQuantified() {
        return at < regex.length() && QUANTIFIERS.indexOf(regex.charAt(at)) >= 0;
    }

    /** Passes a quantifier; returns how often at least. */
    private int quantifier() throws UnknownSyntax {
        char c = regex.charAt(at++);
        int least = c == '+' ? 1 : 0;
        if (c == '{') {
            int close = regex.indexOf('}', at);
            // Whether it is none, or many, is all that matters.
            least = close > at && regex.substring(at, close).matches("0*[1-9][0-9]*(,[0-9]*)?") ? 1 : 0;
            at = close + 1;
        }
        if (at == 0) {
            throw new UnknownSyntax();
        }
        at += at < regex.length() && "?+".indexOf(regex.charAt(at)) >= 0 ? 1 : 0;
        if (isQuantified()) {
            throw new UnknownSyntax();
        }
        return least;
    }
}
