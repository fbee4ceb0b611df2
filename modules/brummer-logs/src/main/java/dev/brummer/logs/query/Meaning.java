package dev.brummer.logs.query;

import dev.brummer.logs.query.BoundQuery.LineTest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a term means here and now. Immutable and safe for use by several threads. */
interface Meaning {
    boolean matches(Unit unit);

    /** Where in that stream matches may be; in streams of every kind where none is given. */
    Reach reach(@Nullable Origin origin);

    /** The opposite. */
    default Meaning negated() {
        return new Opposite(this);
    }

    /** How dear {@link #matches} is: the cheap ones are asked first. */
    default int price() {
        return 0;
    }

    /** A test that one of a unit's lines passes if the unit matches. */
    default Optional<LineTest> lineTest() {
        return Optional.empty();
    }

    /** Nothing older matches. */
    default Instant from() {
        return Instant.MIN;
    }

    /** Nothing from then on matches. */
    default Instant until() {
        return Instant.MAX;
    }

    /** The opposite of something of which nobody knows where it is not. */
    record Opposite(Meaning of) implements Meaning {
        @Override
        public boolean matches(Unit unit) {
            return !of.matches(unit);
        }

        @Override
        public Reach reach(@Nullable Origin origin) {
            return new Reach.Anywhere();
        }

        @Override
        public Meaning negated() {
            return of;
        }

        @Override
        public int price() {
            return of.price();
        }
    }

    /** All of them. */
    record Every(List<Meaning> all) implements Meaning {
        public Every {
            all = sorted(all);
        }

        @Override
        public boolean matches(Unit unit) {
            for (int i = 0; i < all.size(); i++) {
                if (!all.get(i).matches(unit)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Reach reach(@Nullable Origin origin) {
            return all.stream().map(each -> each.reach(origin)).reduce(new Reach.Anywhere(), Reach::and);
        }

        @Override
        public Optional<LineTest> lineTest() {
            // Different lines may be what different terms ask for: any one of the tests is one of the whole.
            return all.stream().flatMap(each -> each.lineTest().stream()).findFirst();
        }

        @Override
        public Meaning negated() {
            return new Some(all.stream().map(Meaning::negated).toList());
        }

        @Override
        public int price() {
            return all.stream().mapToInt(Meaning::price).sum();
        }

        @Override
        public Instant from() {
            return all.stream().map(Meaning::from).reduce(Instant.MIN, Meaning::later);
        }

        @Override
        public Instant until() {
            return all.stream().map(Meaning::until).reduce(Instant.MAX, Meaning::earlier);
        }
    }

    /** Any of them. */
    record Some(List<Meaning> any) implements Meaning {
        public Some {
            any = sorted(any);
        }

        @Override
        public boolean matches(Unit unit) {
            for (int i = 0; i < any.size(); i++) {
                if (any.get(i).matches(unit)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Reach reach(@Nullable Origin origin) {
            return any.stream().map(each -> each.reach(origin)).reduce(new Reach.Nowhere(), Reach::or);
        }

        @Override
        public Optional<LineTest> lineTest() {
            LineTest[] tests =
                    any.stream().flatMap(each -> each.lineTest().stream()).toArray(LineTest[]::new);
            return tests.length < any.size() ? Optional.empty() : Optional.of(anyOf(tests));
        }

        @Override
        public Meaning negated() {
            return new Every(any.stream().map(Meaning::negated).toList());
        }

        @Override
        public int price() {
            return any.stream().mapToInt(Meaning::price).sum();
        }

        @Override
        public Instant from() {
            return any.stream().map(Meaning::from).reduce(Instant.MAX, Meaning::earlier);
        }

        @Override
        public Instant until() {
            return any.stream().map(Meaning::until).reduce(Instant.MIN, Meaning::later);
        }
    }

    private static LineTest anyOf(LineTest... tests) {
        return (batch, line) -> {
            for (LineTest test : tests) {
                if (test.passes(batch, line)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static List<Meaning> sorted(List<Meaning> meanings) {
        return meanings.stream().sorted(Comparator.comparingInt(Meaning::price)).toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
