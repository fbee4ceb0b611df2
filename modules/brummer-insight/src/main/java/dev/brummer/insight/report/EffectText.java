package dev.brummer.insight.report;

import dev.brummer.insight.view.Effect;
import dev.brummer.insight.view.Latency;
import dev.brummer.insight.view.Requests.Traffic;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

/** What services went through while something ran beside them, in about five lines. */
public final class EffectText {
    private static final int SHOWN = 3;
    private static final int LONGEST_TITLE = 70;

    /** Less is what any garbage collector may add. */
    private static final long GROWN = 1_000_000;

    private final Effect effect;
    private final ZoneId zone;
    private final StringBuilder text = new StringBuilder();

    private EffectText(Effect effect, ZoneId zone) {
        this.effect = effect;
        this.zone = zone;
    }

    /**
     * @param what ran
     * @param zone in which times are told
     */
    public static String of(Effect effect, String what, ZoneId zone) {
        return new EffectText(effect, zone).write(what);
    }

    private String write(String what) {
        text.append(what)
                .append(" took ")
                .append(Figures.span(Duration.between(effect.begin(), effect.end())))
                .append("; what ran beside it, before → meanwhile:\n");
        if (!effect.load().isEmpty()) {
            line("p95", some(effect.load(), EffectText::latency));
            line("errors", some(effect.load(), EffectText::errors));
        }
        if (!effect.memory().isEmpty()) {
            List<Effect.Growth> grown = effect.memory().stream().filter(each -> each.bytes() >= GROWN).toList();
            line("memory", grown.isEmpty() ? "no growth" : some(grown, EffectText::growth));
        }
        if (!effect.trips().isEmpty()) {
            line("breakers", some(effect.trips(), EffectText::trip));
        }
        line("new errors", effect.errors().isEmpty() ? "none" : newErrors());
        return text.toString();
    }

    private void line(String name, String words) {
        text.append("  ").append(Cells.left(name, 11)).append(words).append('\n');
    }

    private static <T> String some(List<T> all, Function<T, String> words) {
        StringJoiner joined = new StringJoiner(" · ");
        all.stream().limit(SHOWN).map(words).forEach(joined::add);
        if (all.size() > SHOWN) {
            joined.add((all.size() - SHOWN) + " more");
        }
        return joined.toString();
    }

    private static String latency(Effect.Load load) {
        return load.service() + " " + p95(load.before()) + " → " + p95(load.during()) + " ("
                + Figures.count(load.during().answered(), "request") + ")";
    }

    private static String p95(Traffic traffic) {
        return traffic.latency().map(Latency::p95).map(Figures::millis).orElse("?");
    }

    private static String errors(Effect.Load load) {
        Traffic before = load.before();
        String share = before.answered() == 0 ? "?" : Figures.percent(before.errorRate());
        return load.service() + " " + share + " → " + Figures.percent(load.during().errorRate());
    }

    private static String growth(Effect.Growth growth) {
        return growth.service() + " " + Figures.bytes(growth.before()) + " → " + Figures.bytes(growth.after());
    }

    private static String trip(Effect.Trip trip) {
        return trip.target().map(target -> target + " in ").orElse("one in ") + trip.emitter().label() + " opened "
                + Figures.times(trip.times());
    }

    private String newErrors() {
        Effect.NewError first = effect.errors().getFirst();
        String title = first.title().length() <= LONGEST_TITLE
                ? first.title()
                : first.title().substring(0, LONGEST_TITLE - 1) + "…";
        int more = effect.errors().size() - 1;
        return first.service() + ": " + title + (more > 0 ? " · " + more + " more" : "") + " · brum errors --since "
                + Figures.seconds(effect.begin(), zone);
    }
}
