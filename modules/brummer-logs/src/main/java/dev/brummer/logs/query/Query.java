package dev.brummer.logs.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see of the logs: terms that are and-ed, or-ed and negated, as {@code docs/queries.md} tells.
 * Names and times in it have no meaning before it is bound to a fleet and a moment. Immutable; two queries are equal if
 * their terms are, however they were typed.
 */
public final class Query {
    private final Term root;
    private final String text;

    private Query(Term root, String text) {
        this.root = root;
        this.text = text;
    }

    /**
     * Reads a query that was typed in one piece; an empty one means everything.
     *
     * @throws QueryException if it cannot be read
     */
    public static Query parse(String text, Dialect dialect) throws QueryException {
        return new Query(term(text, 0, text.length(), dialect), text);
    }

    /**
     * Reads the arguments of a command. The shell has taken quotation marks off, so that an argument with blanks in it
     * is one phrase, unless it holds anything of the query language. Places in faults count in the arguments joined by
     * blanks.
     *
     * @throws QueryException if they cannot be read
     */
    public static Query parse(List<String> words, Dialect dialect) throws QueryException {
        return new Query(Arguments.term(words, dialect), Arguments.joined(words));
    }

    /** The term that {@code text[from, to)} is. */
    static Term term(String text, int from, int to, Dialect dialect) throws QueryException {
        var lexer = new Lexer(text, dialect);
        lexer.read(from, to);
        lexer.complain();
        return new Parser(text, lexer.tokens()).parse();
    }

    /** Whether it means everything. */
    public boolean isAll() {
        return root instanceof Term.All(var terms) && terms.isEmpty();
    }

    /**
     * Looks up what its names, times and ids mean.
     *
     * @throws QueryException if something it names is not there, or could be several
     */
    public BoundQuery bind(QueryScope scope) throws QueryException {
        return isAll() ? BoundQuery.ALL : new Binder(scope, text).bind(root);
    }

    /** Its normal form, which reads as an equal query in every dialect. */
    @Override
    public String toString() {
        return NormalForm.of(root);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Query query && query.root.equals(root);
    }

    @Override
    public int hashCode() {
        return root.hashCode();
    }
}
