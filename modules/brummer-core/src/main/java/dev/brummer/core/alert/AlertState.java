package dev.brummer.core.alert;

import dev.brummer.core.model.AlertRule;
import dev.brummer.core.supervision.Words;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which alerts have begun, and which may. Immutable; each look at a fleet makes the next one of it. */
public final class AlertState {
    public static final AlertState NONE = new AlertState(Map.of());

    // Looks that are a second apart are so by a little less as often as by a little more.
    private static final Duration EARLY = Duration.ofMillis(100);

    private final Map<Key, Held> held;

    private AlertState(Map<Key, Held> held) {
        this.held = Collections.unmodifiableMap(held);
    }

    private record Key(AlertRule rule, Subject subject) {}

    /**
     * A condition that holds.
     *
     * @param begun whether it has held for long enough
     */
    private record Held(String about, Duration since, boolean begun) {}

    /**
     * What a look has come to.
     *
     * @param changes each alert that begins, and each that is over, once
     */
    public record Outcome(AlertState state, List<AlertChange> changes) {
        public Outcome {
            changes = List.copyOf(changes);
        }
    }

    /** Takes the next look. A rule that is gone, and what is gone of the fleet, ends what was said of it. */
    public Outcome look(List<AlertRule> rules, Reading reading, Duration now) {
        Sightings sightings = new Sightings(reading);
        Map<Key, Held> next = new LinkedHashMap<>();
        List<AlertChange> changes = new ArrayList<>();
        Map<Key, Held> unseen = new LinkedHashMap<>(held);
        for (AlertRule rule : rules) {
            for (Sighting sighting : sightings.of(rule)) {
                Key key = new Key(rule, sighting.subject());
                Optional<Held> before = Optional.ofNullable(unseen.remove(key));
                if (holds(sighting.sign(), before)) {
                    Held after = after(rule, sighting, before, now);
                    next.put(key, after);
                    if (after.begun() && before.stream().noneMatch(Held::begun)) {
                        changes.add(begun(key, sighting, after, now));
                    }
                } else {
                    before.filter(Held::begun).ifPresent(was -> changes.add(over(key, was, sighting.words(), now)));
                }
            }
        }
        unseen.forEach((key, was) -> {
            if (was.begun()) {
                String gone = was.about() + (rules.contains(key.rule()) ? " is gone" : " is not watched any more");
                changes.add(over(key, was, gone, now));
            }
        });
        return new Outcome(new AlertState(next), changes);
    }

    private static boolean holds(Sighting.Sign sign, Optional<Held> before) {
        return switch (sign) {
            case RAISES -> true;
            case KEEPS -> before.isPresent();
            case LINGERS -> before.stream().anyMatch(Held::begun);
            case CLEARS -> false;
        };
    }

    private static Held after(AlertRule rule, Sighting sighting, Optional<Held> before, Duration now) {
        Duration since = before.map(Held::since).orElse(now);
        boolean raised = sighting.sign() == Sighting.Sign.RAISES;
        boolean begins = raised && now.minus(since).plus(EARLY).compareTo(rule.lasting()) >= 0;
        return new Held(sighting.about(), since, begins || before.stream().anyMatch(Held::begun));
    }

    private static AlertChange begun(Key key, Sighting sighting, Held held, Duration now) {
        String lasting = key.rule().lasting().isZero() ? "" : " for " + words(now.minus(held.since()));
        String why = sighting.detail().isEmpty() ? "" : ": " + sighting.detail();
        return new AlertChange.Begun(key.rule(), key.subject(), held.since(), sighting.words() + lasting + why);
    }

    private static AlertChange over(Key key, Held was, String words, Duration now) {
        Duration lasted = now.minus(was.since());
        return new AlertChange.Over(key.rule(), key.subject(), was.since(), lasted, words + " after " + words(lasted));
    }

    /** Nobody looks more often than once a second. */
    private static String words(Duration duration) {
        boolean brief = duration.compareTo(Duration.ofSeconds(1)) < 0;
        return Words.duration(brief ? duration : duration.plusMillis(500).truncatedTo(ChronoUnit.SECONDS));
    }
}
