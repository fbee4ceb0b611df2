package dev.brummer.logs.query;

/** What a query is made of. */
sealed interface Token {
    Place place();

    record Open(Place place) implements Token {}

    record Close(Place place) implements Token {}

    record Or(Place place) implements Token {}

    record Not(Place place) implements Token {}

    /** One condition, or an argument of the command line that has been read by itself. */
    record Operand(Term term, Place place) implements Token {
        static Operand of(Condition condition, Place place) {
            return new Operand(new Term.Leaf(condition, place), place);
        }
    }
}
