package dev.brummer.spi.host;

import static java.util.Objects.requireNonNull;

import dev.brummer.spi.Fact;
import dev.brummer.spi.FactFields;
import java.time.Duration;
import java.util.List;

/** Sees to it that a fact from somebody else's code holds no null, and nothing too large. */
public final class Complete implements FactFields {
    private static final Complete CHECK = new Complete();
    private static final int LONGEST = 8 << 10;
    private static final int MOST = 1000;

    private Complete() {}

    /**
     * Lets so many facts be found in one line.
     *
     * @throws IllegalStateException if they are more than anybody could want
     */
    public static void few(int facts) {
        if (facts > MOST) {
            throw new IllegalStateException("more than " + MOST + " facts in one line");
        }
    }

    /**
     * The fact itself.
     *
     * @throws NullPointerException if something in it is null
     * @throws IllegalArgumentException if it is larger than anybody could want
     */
    public static Fact fact(Fact fact) {
        requireNonNull(fact, "a fact is null").describe(CHECK);
        return fact;
    }

    @Override
    public void text(String name, String value) {
        if (requireNonNull(value, name).length() > LONGEST) {
            throw new IllegalArgumentException(name + " has " + value.length() + " characters, more than " + LONGEST);
        }
    }

    @Override
    public void number(String name, long value) {}

    @Override
    public void decimal(String name, double value) {}

    @Override
    public void duration(String name, Duration value) {
        // Longer ones are no longs of nanoseconds.
        if (requireNonNull(value, name).toDays() > 100_000) {
            throw new IllegalArgumentException(name + " is " + value);
        }
    }

    @Override
    public void texts(String name, List<String> values) {
        few(name, values);
        values.forEach(value -> text(name, value));
    }

    @Override
    public void values(String name, List<Fact.Value> values) {
        few(name, values);
        values.forEach(value -> text(name, value.name()));
    }

    private static void few(String name, List<?> values) {
        if (values.size() > MOST) {
            throw new IllegalArgumentException(name + " has " + values.size() + " parts, more than " + MOST);
        }
    }
}
