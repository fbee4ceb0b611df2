package dev.brummer.logs.query;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a term as everybody would, so that it reads the same in each dialect. */
final class NormalForm {
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_.+@:-]+");

    private NormalForm() {}

    static String of(Term term) {
        return switch (term) {
            case Term.All(var terms) -> joined(terms, " ");
            case Term.Any(var terms) -> joined(terms, " or ");
            case Term.Not(Term.All all) -> "not:(" + of(all) + ")";
            case Term.Not(Term.Any any) -> "not:(" + of(any) + ")";
            case Term.Not(var negated) -> "not:" + of(negated);
            case Term.Leaf(var condition, var place) -> of(condition);
        };
    }

    /** Terms in a row bind stronger than {@code or}, so only an {@code or} among them needs parentheses. */
    private static String joined(List<Term> terms, String by) {
        return terms.stream()
                .map(term -> term instanceof Term.Any ? "(" + of(term) + ")" : of(term))
                .collect(Collectors.joining(by));
    }

    private static String of(Condition condition) {
        return switch (condition) {
            case Condition.Word(var text) -> text;
            case Condition.Phrase(var text) -> quoted(text);
            case Condition.Regex(var source) -> "/" + source + "/";
            case Condition.Service(var name) -> keyed(Key.SERVICE, name);
            case Condition.Stage(var name) -> keyed(Key.STAGE, name);
            case Condition.Stream(var stream) -> keyed(Key.STREAM, stream.word());
            case Condition.AtLevel(var level, var orWorse) -> keyed(Key.LEVEL, level.word() + (orWorse ? "+" : ""));
            case Condition.Run(var run) -> keyed(Key.RUN, Integer.toString(run));
            case Condition.Since(var moment) -> keyed(Key.SINCE, moment.toString());
            case Condition.Until(var moment) -> keyed(Key.UNTIL, moment.toString());
            case Condition.Id(var id) -> keyed(Key.ID, id);
        };
    }

    private static String keyed(Key key, String value) {
        return key.word() + ":" + (BARE.matcher(value).matches() ? value : quoted(value));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
