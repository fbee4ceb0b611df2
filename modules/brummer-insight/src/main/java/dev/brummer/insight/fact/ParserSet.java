package dev.brummer.insight.fact;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogParser;
import dev.brummer.spi.host.NeedleScan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parsers of a session, one of each kind for each instance, and which kinds are still in use. For one thread at a
 * time; one thread may take over from another.
 */
final class ParserSet {
    private static final int MOST_FAILURES = 20;

    private final List<ParserKind> kinds;
    private final ParserTrouble trouble;
    private final int[] failures;
    private final boolean[] off;
    private final Map<InstanceId, @Nullable LogParser[]> byInstance = new HashMap<>();
    // Candidates of one instance come in rows.
    private @Nullable InstanceId latest;
    private @Nullable LogParser[] latestParsers = {};

    ParserSet(List<ParserKind> kinds, ParserTrouble trouble) {
        this.kinds = List.copyOf(kinds);
        this.trouble = trouble;
        this.failures = new int[kinds.size()];
        this.off = new boolean[kinds.size()];
    }

    String id(int kind) {
        return kinds.get(kind).id();
    }

    boolean isOff(int kind) {
        return off[kind];
    }

    /** The needles of all kinds; of those that cannot be used none. */
    List<List<String>> needles() {
        List<List<String>> needles = new ArrayList<>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            needles.add(needles(kind));
        }
        return needles;
    }

    private List<String> needles(int kind) {
        try {
            return NeedleScan.checked(kinds.get(kind).maker().get().needles());
        } catch (RuntimeException | LinkageError e) {
            off[kind] = true;
            trouble.unusable(id(kind), e);
            return List.of();
        }
    }

    /** The parser of that kind for an instance, made when it is first asked for. */
    LogParser of(InstanceId instance, int kind) {
        if (instance != latest && !instance.equals(latest)) {
            latest = instance;
            latestParsers = byInstance.computeIfAbsent(instance, _ -> new LogParser[kinds.size()]);
        }
        @Nullable LogParser[] parsers = latestParsers;
        LogParser parser = parsers[kind];
        if (parser == null) {
            parser = kinds.get(kind).maker().get();
            parsers[kind] = parser;
        }
        return parser;
    }

    /** It broke over a line. */
    void failed(int kind, ParserTrouble.Place place, Throwable why) {
        failures[kind]++;
        if (failures[kind] == 1) {
            trouble.broke(id(kind), place, why);
        }
        if (failures[kind] == MOST_FAILURES) {
            off[kind] = true;
            trouble.switchedOff(id(kind), MOST_FAILURES);
        }
    }

    /** It does not come back. */
    void abandon(int kind) {
        off[kind] = true;
    }
}
