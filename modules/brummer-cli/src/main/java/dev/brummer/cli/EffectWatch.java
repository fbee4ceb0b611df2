package dev.brummer.cli;

import dev.brummer.api.RefusedException;
import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.api.SessionOverException;
import dev.brummer.config.view.JsonText;
import dev.brummer.insight.report.EffectFields;
import dev.brummer.insight.report.EffectText;
import dev.brummer.insight.view.Effect;
import dev.brummer.insight.view.EffectTally;
import dev.brummer.runtime.SystemTime;
import dev.brummer.runtime.history.Archive;
import dev.brummer.runtime.history.Following;
import dev.brummer.runtime.history.Starts;
import dev.brummer.spi.FactBatch;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.ServiceId;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what a command did to the fleet beside which it ran: what requests, memory, breakers and errors were like. */
final class EffectWatch {
    private final Histories histories;
    private final Terminal terminal;
    private final SystemTime time;

    @Inject
    EffectWatch(Histories histories, Terminal terminal, SystemTime time) {
        this.histories = histories;
        this.terminal = terminal;
        this.time = time;
    }

    /**
     * What was known before the command.
     *
     * @param since when the fleet began
     * @param memory of each service, in bytes; empty where it cannot be found out
     */
    record Begun(Session session, Instant since, Instant at, Map<ServiceId, Long> memory) {}

    /** Looks at the fleet before the command; empty if it has just ended. */
    Optional<Begun> begin(Session session) {
        try {
            return Optional.of(new Begun(session, session.project().began(), time.instant(), memory(session)));
        } catch (SessionException e) {
            return Optional.empty();
        }
    }

    /** Tells on standard error what has come of it. */
    void tell(Begun begun, String what, Outcome outcome, boolean json) {
        try {
            Effect effect = effect(begun);
            terminal.complain(json
                    ? JsonText.line(EffectFields.of(effect, what, outcome.number()))
                    : "\n" + EffectText.of(effect, what, ZoneId.systemDefault()));
        } catch (IOException e) {
            terminal.complain("brum: what it did to the fleet cannot be read: " + e.getMessage());
        }
    }

    private Effect effect(Begun begun) throws IOException {
        Instant end = time.instant();
        List<Effect.Growth> growth = growth(begun);
        try (Archive archive = Archive.open(Starts.in(histories.own()).newest())) {
            EffectTally tally = new EffectTally(begun.since(), begun.at(), end);
            Following following = new Following(archive.reader(), histories.own());
            following.run(archive.reader().facts(1), new UntilQuiet(tally, following));
            return tally.effect(growth);
        }
    }

    private static List<Effect.Growth> growth(Begun begun) {
        List<Effect.Growth> growth = new ArrayList<>();
        try {
            memory(begun.session()).forEach((service, after) -> {
                if (begun.memory().containsKey(service)) {
                    growth.add(new Effect.Growth(service, begun.memory().getOrDefault(service, 0L), after));
                }
            });
            return growth;
        } catch (SessionOverException e) {
            return List.of();
        }
    }

    private static Map<ServiceId, Long> memory(Session session) throws SessionOverException {
        Map<ServiceId, Long> memory = new LinkedHashMap<>();
        try {
            session.usage(List.of()).instances().stream()
                    .filter(usage -> usage.processes() > 0)
                    .forEach(usage -> memory.merge(usage.instance().service(), usage.residentBytes(), Long::sum));
            return memory;
        } catch (RefusedException e) {
            // The rest is told all the same.
            return Map.of();
        } catch (SessionOverException e) {
            throw e;
        } catch (SessionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes facts until none has come for a moment: they are found a little after their lines have come. */
    private static final class UntilQuiet implements Following.Taker {
        /** At a look every hundredth of a second. */
        private static final int QUIET = 20;

        private final EffectTally tally;
        private final Following following;
        private int inVain;

        UntilQuiet(EffectTally tally, Following following) {
            this.tally = tally;
            this.following = following;
        }

        @Override
        public void take(List<JournalEntry> entries) {
            inVain = entries.isEmpty() ? inVain + 1 : 0;
            boolean all = inVain == QUIET;
            for (JournalEntry entry : entries) {
                if (entry instanceof FactBatch batch) {
                    for (FoundFact fact : batch.facts()) {
                        all |= !tally.accept(fact);
                    }
                }
            }
            if (all) {
                following.stop();
            }
        }
    }
}
