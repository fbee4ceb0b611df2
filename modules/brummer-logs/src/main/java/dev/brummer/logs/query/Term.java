package dev.brummer.logs.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query as it was typed. Immutable; equal terms mean the same, wherever they stand. */
sealed interface Term {
    /** Means what every one of the terms means; without any, everything. */
    record All(List<Term> terms) implements Term {
        public All {
            terms = List.copyOf(terms);
        }
    }

    /** Means what any of the terms, two or more, means. */
    record Any(List<Term> terms) implements Term {
        public Any {
            terms = List.copyOf(terms);
        }
    }

    record Not(Term term) implements Term {}

    /** @param place where the condition, or its value, was typed; it takes no part in equality */
    record Leaf(Condition condition, Place place) implements Term {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Leaf leaf && leaf.condition.equals(condition);
        }

        @Override
        public int hashCode() {
            return condition.hashCode();
        }
    }

    /** The terms and-ed; parentheses that change nothing leave no trace. */
    static Term all(List<Term> terms) {
        List<Term> flat = new ArrayList<>();
        for (Term term : terms) {
            if (term instanceof All(var inner)) {
                flat.addAll(inner);
            } else {
                flat.add(term);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new All(flat);
    }

    /** The terms or-ed; parentheses that change nothing leave no trace. */
    static Term any(List<Term> terms) {
        List<Term> flat = new ArrayList<>();
        for (Term term : terms) {
            if (term instanceof Any(var inner)) {
                flat.addAll(inner);
            } else {
                flat.add(term);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new Any(flat);
    }
}
