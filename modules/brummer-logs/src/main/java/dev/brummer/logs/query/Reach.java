package dev.brummer.logs.query;

import dev.brummer.logs.query.BoundQuery.LineTest;
import dev.brummer.logs.query.BoundQuery.Needle;
import dev.brummer.logs.scan.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where matches may be. It may promise too much, never too little. */
sealed interface Reach {
    /** There is no match. */
    record Nowhere() implements Reach {}

    /** Any line may make its unit match. */
    record Anywhere() implements Reach {}

    /** Units that match have a line that one of the needles points out. */
    record Pointed(List<Pointer> any) implements Reach {
        double share() {
            return any.stream().mapToDouble(Pointer::share).sum();
        }
    }

    /** @param share about how much of what it sees it points out, for comparisons */
    record Pointer(Needle needle, double share) {}

    static Reach pointed(Needle needle, double share) {
        return new Pointed(List.of(new Pointer(needle, share)));
    }

    /** Where one of the literals may be, in lines that pass a test. */
    static Reach pointed(List<Literal> any, LineTest test) {
        return new Pointed(any.stream()
                .map(literal -> new Pointer(new LiteralNeedle(literal, test), literal.probability()))
                .toList());
    }

    /** Where both hold: what the better one says is enough. */
    default Reach and(Reach other) {
        if (this instanceof Nowhere || other instanceof Nowhere) {
            return new Nowhere();
        }
        if (this instanceof Pointed mine && other instanceof Pointed theirs) {
            return mine.share() <= theirs.share() ? mine : theirs;
        }
        return this instanceof Pointed ? this : other;
    }

    /** Where any of them holds. */
    default Reach or(Reach other) {
        if (this instanceof Anywhere || other instanceof Anywhere) {
            return new Anywhere();
        }
        List<Pointer> all = new ArrayList<>();
        for (Reach each : List.of(this, other)) {
            if (each instanceof Pointed(var any)) {
                all.addAll(any);
            }
        }
        return all.isEmpty() ? new Nowhere() : new Pointed(all);
    }

    /** What finds these places; empty where they are everywhere. */
    default Optional<Needle> needle() {
        return switch (this) {
            case Nowhere nowhere -> Optional.of((bytes, from, to) -> -1);
            case Anywhere anywhere -> Optional.empty();
            case Pointed(var any) -> Optional.of(
                    any.size() == 1
                            ? any.getFirst().needle()
                            : new AnyNeedle(any.stream().map(Pointer::needle).toList()));
        };
    }
}
