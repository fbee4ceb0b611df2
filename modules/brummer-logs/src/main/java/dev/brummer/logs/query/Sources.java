package dev.brummer.logs.query;

import dev.brummer.spi.LogBatch;
import dev.brummer.spi.ServiceId;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells which service a line itself names as its source, in a prefix that a program has put there which runs others. This
 * is the one place that decides so. What a name means is asked once and kept in a table of fixed size, for such lines come
 * by the million. Safe for use by several threads: entries are immutable, and a lost one is asked for again.
 */
public final class Sources {
    private static final int SLOTS = 256;
    private static final int ESC = 0x1B;

    private final Function<String, Optional<ServiceId>> names;
    private final Beginnings beginnings;
    private final @Nullable Known[] table = new Known[SLOTS];

    /** @param names the one service that a name stands for; empty where it is none, or could be several */
    Sources(Function<String, Optional<ServiceId>> names) {
        this(names, Beginnings.ANY);
    }

    /**
     * @param names the one service that a name stands for; empty where it is none, or could be several
     * @param beginnings how the names begin that stand for one
     */
    public Sources(Function<String, Optional<ServiceId>> names, Beginnings beginnings) {
        this.names = names;
        this.beginnings = beginnings;
    }

    /** A name and what it means. Its fields are final, so that other threads see all of it or nothing. */
    private static final class Known {
        private final byte[] name;
        private final @Nullable ServiceId service;

        Known(byte[] name, @Nullable ServiceId service) {
            this.name = name;
            this.service = service;
        }

        boolean isAt(byte[] bytes, LinePrefix prefix) {
            return Arrays.equals(name, 0, name.length, bytes, prefix.nameFrom(), prefix.nameTo());
        }
    }

    /** The service that a unit's first line names in its prefix; null where it names none. */
    @Nullable ServiceId namedBy(Unit unit) {
        LogBatch first = unit.pieces().getFirst();
        int from = first.offset(0);
        return namedBy(first.bytes(), from, from + first.length(0));
    }

    /** The service that the line at {@code bytes[from, to)} names in its prefix; null where it names none. */
    public @Nullable ServiceId namedBy(byte[] bytes, int from, int to) {
        LinePrefix prefix = prefix(bytes, from, to);
        return prefix == null ? null : service(bytes, prefix);
    }

    /**
     * The prefix of the line at {@code bytes[from, to)}, if it may name a service; null where it certainly names none.
     * Nearly all lines are known by their first byte or two.
     */
    public @Nullable LinePrefix prefix(byte[] bytes, int from, int to) {
        if (from == to) {
            return null;
        }
        byte first = bytes[from];
        int name = first == '[' ? from + 1 : from;
        boolean may = first == ESC || (name < to && (bytes[name] == ESC || beginnings.mayBegin(bytes, name, to)));
        return may ? LinePrefix.find(bytes, from, to) : null;
    }

    /** The service that a prefix found in {@code bytes} names; null where it names none. */
    public @Nullable ServiceId service(byte[] bytes, LinePrefix prefix) {
        if (!beginnings.mayBe(bytes, prefix.nameFrom(), prefix.nameTo())) {
            return null;
        }
        int slot = hash(bytes, prefix) & (SLOTS - 1);
        Known known = table[slot];
        if (known == null || !known.isAt(bytes, prefix)) {
            byte[] name = Arrays.copyOfRange(bytes, prefix.nameFrom(), prefix.nameTo());
            known = new Known(name, resolve(prefix.name(bytes)));
            table[slot] = known;
        }
        return known.service;
    }

    private static int hash(byte[] bytes, LinePrefix prefix) {
        int hash = 1;
        for (int i = prefix.nameFrom(); i < prefix.nameTo(); i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ hash >>> 8;
    }

    private @Nullable ServiceId resolve(String name) {
        String unnumbered = LinePrefix.unnumbered(name);
        Optional<ServiceId> service = names.apply(name);
        boolean retry = service.isEmpty() && !unnumbered.equals(name);
        return (retry ? names.apply(unnumbered) : service).orElse(null);
    }
}
