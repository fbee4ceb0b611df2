package dev.brummer.discovery.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts one line into steps. For one thread. */
final class ShellParser {
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*", Pattern.DOTALL);
    private static final Set<String> GRAMMAR = Set.of(
            "if", "then", "elif", "else", "fi", "for", "select", "while", "until", "do", "done", "case", "esac", "in",
            "function", "time", "coproc", "{", "}", "!", "[[", "]]");
    private static final int DEEPEST = 20;
    private static final int LONGEST = 100_000;

    private final String text;
    private final WordReader in;
    private final int depth;

    ShellParser(String text) throws NotUnderstoodException {
        this(text, new WordReader(text), 0);
        if (text.length() > LONGEST) {
            throw new NotUnderstoodException();
        }
    }

    private ShellParser(String text, WordReader in, int depth) {
        this.text = text;
        this.in = in;
        this.depth = depth;
    }

    ShellLine line() throws NotUnderstoodException {
        List<Step> steps = steps();
        if (!in.atEnd()) {
            throw new NotUnderstoodException();
        }
        return new ShellLine(text, steps);
    }

    private List<Step> steps() throws NotUnderstoodException {
        List<Step> steps = new ArrayList<>();
        skipLines();
        while (!in.atEnd() && !in.sees(")")) {
            steps.add(step());
            skipLines();
        }
        if (steps.isEmpty() || isOpen(steps.getLast().then())) {
            throw new NotUnderstoodException();
        }
        return steps;
    }

    private static boolean isOpen(Joint joint) {
        return joint == Joint.AND || joint == Joint.OR;
    }

    private void skipLines() {
        in.skipBlanks();
        while (in.takes("\r\n") || in.takes("\n")) {
            in.skipBlanks();
        }
    }

    private Step step() throws NotUnderstoodException {
        int begin = in.position();
        Content content = in.takes("(") ? subshell() : simple();
        boolean plumbing = skipRedirections();
        while (takesPipe()) {
            plumbing = true;
            skipLines();
            Content ignored = in.takes("(") ? subshell() : simple();
            boolean more = skipRedirections();
        }
        int end = in.position();
        return new Step(begin, withoutBlanks(begin, end), plumbing ? new Content.Plumbing() : content, joint());
    }

    /** No more than a shell passes over: to it, other blanks are part of a word. */
    private String withoutBlanks(int begin, int end) {
        int last = end;
        while (last > begin && " \t".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return text.substring(begin, last);
    }

    private boolean takesPipe() {
        return !in.sees("||") && (in.takes("|&") || in.takes("|"));
    }

    private Joint joint() throws NotUnderstoodException {
        in.skipBlanks();
        if (in.takes("&&")) {
            return Joint.AND;
        }
        if (in.takes("||")) {
            return Joint.OR;
        }
        if (in.takes("&")) {
            // One shell sends the output elsewhere then, and another goes on beside.
            if (in.sees(">")) {
                throw new NotUnderstoodException();
            }
            return Joint.BESIDE;
        }
        if (in.takes(";")) {
            if (in.sees(";")) {
                throw new NotUnderstoodException();
            }
            return Joint.THEN;
        }
        if (in.atEnd() || in.sees(")")) {
            return Joint.END;
        }
        if (in.takes("\r\n") || in.takes("\n")) {
            return Joint.THEN;
        }
        throw new NotUnderstoodException();
    }

    private Content subshell() throws NotUnderstoodException {
        if (depth == DEEPEST) {
            throw new NotUnderstoodException();
        }
        int begin = in.position();
        List<Step> steps = new ShellParser(text, in, depth + 1).steps();
        int end = in.position();
        if (!in.takes(")")) {
            throw new NotUnderstoodException();
        }
        List<Step> moved = steps.stream()
                .map(step -> new Step(step.begin() - begin, step.text(), step.content(), step.then()))
                .toList();
        return new Content.Subshell(new ShellLine(text.substring(begin, end), moved));
    }

    private Content simple() throws NotUnderstoodException {
        List<Word> assignments = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        boolean redirected = false;
        in.skipBlanks();
        while (in.seesWord() || seesRedirection()) {
            if (seesRedirection()) {
                redirect();
                redirected = true;
            } else {
                Word word = word();
                (words.isEmpty() && ASSIGNMENT.matcher(word.source()).matches() ? assignments : words).add(word);
            }
            in.skipBlanks();
        }
        if (words.isEmpty() && assignments.isEmpty() && !redirected) {
            throw new NotUnderstoodException();
        }
        refuseGrammar(words);
        return redirected ? new Content.Plumbing() : new Content.Simple(assignments, words);
    }

    private static void refuseGrammar(List<Word> words) throws NotUnderstoodException {
        if (!words.isEmpty() && GRAMMAR.contains(words.getFirst().source())) {
            throw new NotUnderstoodException();
        }
    }

    private Word word() throws NotUnderstoodException {
        if (in.sees("#")) {
            throw new NotUnderstoodException();
        }
        Word word = in.word();
        if (in.sees("(")) {
            throw new NotUnderstoodException();
        }
        return word;
    }

    private boolean seesRedirection() {
        return in.sees("<") || in.sees(">");
    }

    private boolean skipRedirections() throws NotUnderstoodException {
        in.skipBlanks();
        boolean some = false;
        while (seesRedirection()) {
            redirect();
            some = true;
            in.skipBlanks();
        }
        return some;
    }

    /** {@code > file}, {@code >> file}, {@code 2>&1}, {@code < file}; no text that follows the line. */
    private void redirect() throws NotUnderstoodException {
        if (in.takes("<<") || (!in.takes(">>") && !in.takes(">") && !in.takes("<"))) {
            throw new NotUnderstoodException();
        }
        boolean descriptor = in.takes("&");
        in.skipBlanks();
        if (!in.seesWord()) {
            throw new NotUnderstoodException();
        }
        Word ignored = in.word();
    }
}
