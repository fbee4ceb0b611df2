package dev.brummer.logs.query;

import dev.brummer.spi.LogBatch;
import dev.brummer.spi.ServiceId;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells which service a line itself names as its source. What a name means is asked once and kept in a table of fixed
 * size, for such lines come by the million. Safe for use by several threads: entries are immutable, and a lost one is
 * asked for again.
 */
final class Sources {
    private static final int SLOTS = 256;

    private final QueryScope scope;
    private final @Nullable Known[] table = new Known[SLOTS];

    Sources(QueryScope scope) {
        this.scope = scope;
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
    @Nullable ServiceId namedBy(byte[] bytes, int from, int to) {
        LinePrefix prefix = LinePrefix.find(bytes, from, to);
        return prefix == null ? null : service(bytes, prefix);
    }

    private @Nullable ServiceId service(byte[] bytes, LinePrefix prefix) {
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
        Optional<ServiceId> service = scope.exactly(name);
        boolean retry = service.isEmpty() && !unnumbered.equals(name);
        return (retry ? scope.exactly(unnumbered) : service).orElse(null);
    }
}
