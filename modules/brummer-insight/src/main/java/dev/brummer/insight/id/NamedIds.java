package dev.brummer.insight.id;

import dev.brummer.insight.id.IdNames.Meaning;
import java.util.Set;

/** Finds ids behind the words that name them. For one line. */
final class NamedIds {
    /** What says that the number before it counts. */
    private static final Set<String> COUNTING = Set.of("of", "ms", "s", "seconds", "minutes", "times", "percent");

    private final String text;
    private final Found found;

    NamedIds(String text, Found found) {
        this.text = text;
        this.found = found;
    }

    void add() {
        String before = "";
        for (int at = 0; at < text.length(); ) {
            if (!IdShape.isLetterOrDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int end = endOfWord(at);
            String word = text.substring(at, end);
            at = IdShape.isDigit(word.charAt(0)) ? end : Math.max(end, addBehind(word, before, end));
            before = word;
        }
    }

    private int addBehind(String word, String before, int end) {
        boolean path = end < text.length() && text.charAt(end) == '/';
        Meaning meaning = path ? IdNames.ofPlural(word) : IdNames.of(word);
        if (meaning == null) {
            return end;
        }
        return path ? addInPath(meaning, end + 1) : addBehind(meaning, before, word, end);
    }

    /** {@code GET /api/orders/12345/items}. */
    private int addInPath(Meaning meaning, int from) {
        int to = endOfValue(from);
        String value = text.substring(from, to);
        if (IdShape.hasDigit(value) && !IdShape.isMeasure(value) && !goesOn(to)) {
            add(meaning, from, to);
        }
        return to;
    }

    /** Words hold dashes, underscores and dots between letters: {@code X-Request-Id}, {@code trace.id}. */
    private int endOfWord(int from) {
        int at = from;
        while (at < text.length() && (isInWord(text.charAt(at)) || isJoint(at))) {
            at++;
        }
        return at;
    }

    private static boolean isInWord(char c) {
        return IdShape.isLetterOrDigit(c) || c == '_';
    }

    private boolean isJoint(int at) {
        char c = text.charAt(at);
        return (c == '-' || c == '.') && at + 1 < text.length() && IdShape.isLetter(text.charAt(at + 1));
    }

    /** Adds the id behind a word, if there is one; returns where to go on. */
    private int addBehind(Meaning word, String before, String written, int end) {
        Meaning meaning = word;
        int at = end;
        if (!word.keyed()) {
            int idWord = idWordBehind(end);
            meaning = idWord > end ? new Meaning(word.kind(), word.role(), true, false) : afterEvent(word, before);
            at = Math.max(end, idWord);
        }
        int sign = skip(skipQuote(at), " \t");
        boolean signed = sign < text.length() && "=:#".indexOf(text.charAt(sign)) >= 0;
        if (!signed && (sign == at || written.equals("TRACE"))) {
            return at;
        }
        return Math.max(at, addValue(meaning, signed, signed ? value(sign + 1) : sign));
    }

    /** Adds the id at {@code from}, if there is one; returns where to go on. */
    private int addValue(Meaning meaning, boolean signed, int from) {
        int to = endOfValue(from);
        if (to > from && isId(meaning, signed, from, to)) {
            add(meaning, from, to);
            return to;
        }
        return 0;
    }

    /** Past {@code id} in {@code order id 12345}; no more than {@code at} where there is none. */
    private int idWordBehind(int at) {
        int from = skip(at, " ");
        if (from == at || from == text.length() || !IdShape.isLetter(text.charAt(from))) {
            return at;
        }
        int end = endOfWord(from);
        boolean dotted = end < text.length() && text.charAt(end) == '.';
        return IdNames.isIdWord(text.substring(from, end)) ? end + (dotted ? 1 : 0) : at;
    }

    /** In {@code order.created event: 12345} the id is that of an order. */
    private static Meaning afterEvent(Meaning word, String before) {
        int dot = before.indexOf('.');
        if (!word.text() || dot < 0 || !IdNames.THINGS.contains(before.substring(0, dot))) {
            return word;
        }
        return new Meaning(before.substring(0, dot), word.role(), true, false);
    }

    /** Where the value begins behind a sign: past quotes and brackets, and past the {@code id} of an object. */
    private int value(int from) {
        int at = skip(from, " \t\\\"'<([{#");
        if (text.startsWith("id", at)) {
            int sign = skip(skipQuote(at + 2), " \t");
            if (sign < text.length() && "=:".indexOf(text.charAt(sign)) >= 0) {
                return skip(sign + 1, " \t\\\"'");
            }
        }
        return text.startsWith("Root=", at) ? at + "Root=".length() : at;
    }

    private int endOfValue(int from) {
        int at = from;
        while (at < text.length() && (isInWord(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        while (at > from && !IdShape.isLetterOrDigit(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private boolean isId(Meaning meaning, boolean signed, int from, int to) {
        String value = text.substring(from, to);
        if (!IdShape.isLetterOrDigit(value.charAt(0)) || !IdShape.hasDigit(value) || goesOn(to)) {
            return false;
        }
        if (meaning.role() == FoundId.Role.REQUEST) {
            return (meaning.keyed() || signed) ? isGiven(meaning, value) : isLikely(value);
        }
        if (meaning.keyed()) {
            return !IdShape.isZero(value);
        }
        return !(signed && meaning.text()) && !IdShape.isMeasure(value) && !(IdShape.isNumber(value) && isCount(to));
    }

    private static boolean isGiven(Meaning meaning, String value) {
        return IdShape.isGiven(value) && (meaning.keyed() || !IdShape.isMeasure(value));
    }

    private static boolean isLikely(String value) {
        return IdShape.standsAlone(value) || (IdShape.isNumber(value) && IdShape.isGiven(value));
    }

    /** Whether it is part of something longer: an address, a fraction, a time. */
    private boolean goesOn(int to) {
        if (to + 1 >= text.length()) {
            return to < text.length() && "%@".indexOf(text.charAt(to)) >= 0;
        }
        char c = text.charAt(to);
        char next = text.charAt(to + 1);
        return "%@".indexOf(c) >= 0
                || (c == '.' && IdShape.isLetterOrDigit(next))
                || (c == ':' && IdShape.isDigit(next));
    }

    /** Whether what follows says that a number counts: {@code batch 3 of 7}, {@code task 3/7}. */
    private boolean isCount(int to) {
        if (to < text.length() && text.charAt(to) == '/') {
            return true;
        }
        int from = skip(to, " ");
        return from < text.length()
                && IdShape.isLetter(text.charAt(from))
                && COUNTING.contains(text.substring(from, endOfWord(from)));
    }

    private void add(Meaning meaning, int from, int to) {
        String value = text.substring(from, to);
        if (TraceParent.is(value)) {
            found.add("trace", FoundId.Role.REQUEST, from + TraceParent.TRACE, from + TraceParent.SPAN - 1);
        } else if (IdShape.isTraceAndSpan(value)) {
            found.add(meaning.kind(), meaning.role(), from, from + TraceParent.SPAN - 1 - TraceParent.TRACE);
        } else {
            found.add(meaning.kind(), meaning.role(), from, to);
        }
    }

    private int skipQuote(int at) {
        int past = at;
        if (past < text.length() && text.charAt(past) == '\\') {
            past++;
        }
        return past < text.length() && "\"']".indexOf(text.charAt(past)) >= 0 ? past + 1 : at;
    }

    private int skip(int from, String characters) {
        int at = from;
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
