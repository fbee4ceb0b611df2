package dev.brummer.runtime.history;

import dev.brummer.insight.fact.Highlights;
import dev.brummer.logs.JournalCursor;
import dev.brummer.spi.Fact;
import dev.brummer.spi.FactBatch;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.Gap;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.Notice;
import dev.brummer.spi.StateChange;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Picks what happened out of a journal: state changes, what Brummer itself said, gaps, and those facts that a person should
 * hear of. What was said because of such a fact is left out, for the fact says it and whose it is. For one thread; wants to
 * see everything from the beginning on.
 */
public final class Happenings {
    private static final int READ_AT_ONCE = 512 << 10;

    // What is said because of a fact follows soon.
    private static final int REMEMBERED = 1000;

    private final Set<String> services;
    private final List<Pattern> mentions;
    private final Instant from;
    private final Highlights highlights = new Highlights();
    private final Set<String> told = new LinkedHashSet<>();

    /**
     * @param services whose; empty for all. What Brummer said is theirs if it mentions one of them.
     * @param from nothing that came before
     */
    public Happenings(Collection<String> services, Instant from) {
        this.services = Set.copyOf(services);
        this.mentions = services.stream()
                .map(name -> Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w]|-[a-zA-Z])"))
                .toList();
        this.from = from;
    }

    /**
     * One thing that happened. Immutable.
     *
     * @param entry as the journal has it; a fact is alone in its batch
     * @param told what to say of a fact; empty for everything else
     */
    public record Happening(JournalEntry entry, Optional<String> told) {}

    /**
     * The newest of what is stored, oldest first.
     *
     * @param cursor stands at the beginning, and is at the end afterwards
     * @param limit how many at most
     * @throws IOException if the journal cannot be read
     */
    public List<Happening> newest(JournalCursor cursor, int limit) throws IOException {
        Deque<Happening> newest = new ArrayDeque<>();
        List<JournalEntry> entries = cursor.next(READ_AT_ONCE);
        while (!entries.isEmpty()) {
            newest.addAll(among(entries));
            while (newest.size() > limit) {
                newest.removeFirst();
            }
            entries = cursor.next(READ_AT_ONCE);
        }
        return List.copyOf(newest);
    }

    /** What happened among the next entries, in their order. */
    public List<Happening> among(List<JournalEntry> entries) {
        List<Happening> picked = new ArrayList<>();
        for (JournalEntry entry : entries) {
            switch (entry) {
                case LogBatch _ -> {}
                case StateChange change -> add(change, "", isOf(change.instance().service().name()), picked);
                case Notice notice -> add(notice, "", !told.remove(notice.text()) && isAbout(notice), picked);
                case Gap gap -> add(gap, "", services.isEmpty(), picked);
                case FactBatch batch -> batch.facts().forEach(fact -> pick(fact, picked));
            }
        }
        return picked;
    }

    private void add(JournalEntry entry, String words, boolean asked, List<Happening> picked) {
        if (asked && !entry.time().isBefore(from)) {
            picked.add(new Happening(entry, Optional.of(words).filter(some -> !some.isEmpty())));
        }
    }

    private void pick(FoundFact fact, List<Happening> picked) {
        highlights.of(fact).ifPresent(highlight -> {
            if (told.size() == REMEMBERED) {
                told.remove(told.iterator().next());
            }
            told.add(highlight.text());
            var alone = new FactBatch(fact.sequence(), fact.time(), 1, () -> List.of(fact));
            String words = fact.fact() instanceof Fact.NewError(_, var title) ? title : highlight.text();
            add(alone, words, isOf(fact.service().name()) || isOf(fact.instance().service().name()), picked);
        });
    }

    private boolean isOf(String service) {
        return services.isEmpty() || services.contains(service);
    }

    private boolean isAbout(Notice notice) {
        return services.isEmpty() || mentions.stream().anyMatch(name -> name.matcher(notice.text()).find());
    }
}
