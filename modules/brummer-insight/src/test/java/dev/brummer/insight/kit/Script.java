package dev.brummer.insight.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brummer.insight.level.LevelFinder;
import dev.brummer.insight.scan.PlainText;
import dev.brummer.insight.search.Literals;
import dev.brummer.insight.search.UnitSource;
import dev.brummer.insight.trace.TraceJoiner;
import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.Joiner;
import dev.brummer.logs.query.Unit;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A log of several services, written down: each line is the service, the milliseconds since {@link #START}, and what it
 * wrote. {@code ␛} stands for an escape character, {@code ⇥} for a tab. Lines of one service that belong together
 * become one unit.
 */
public final class Script implements UnitSource {
    public static final Instant START = Instant.parse("2026-11-22T15:04:05Z");

    /** Looks for texts as they are. */
    public static final Literals LITERALS = texts -> new Containing(texts, Instant.MIN, Instant.MAX);

    private final List<Unit> units = new ArrayList<>();
    private int reads;

    private Script() {}

    public static Script of(String log) {
        var script = new Script();
        Map<String, Joiner> joiners = new HashMap<>();
        Map<String, Integer> last = new HashMap<>();
        long sequence = 1;
        for (String line : log.lines().toList()) {
            String[] parts = line.split(" ", 3);
            byte[] bytes = (parts.length < 3 ? "" : parts[2]).replace('␛', '\u001b').replace('⇥', '\t').getBytes(UTF_8);
            LogBatch batch = batch(parts[0], Long.parseLong(parts[1]), sequence++, bytes);
            Joiner joiner = joiners.computeIfAbsent(parts[0], name -> TraceJoiner.MAKER.make());
            if (joiner.joins(bytes, 0, bytes.length)) {
                script.units.set(last.get(parts[0]), joined(script.units.get(last.get(parts[0])), batch));
            } else {
                last.put(parts[0], script.units.size());
                script.units.add(new Unit(List.of(batch)));
            }
        }
        return script;
    }

    private static LogBatch batch(String service, long millis, long sequence, byte[] bytes) {
        var instance = InstanceId.only(new ServiceId(service));
        int[] spans = {0, bytes.length};
        return new LogBatch(
                sequence,
                START.plusMillis(millis),
                instance,
                1,
                StreamName.STDOUT,
                bytes,
                spans,
                false,
                new LevelFinder());
    }

    private static Unit joined(Unit unit, LogBatch next) {
        List<LogBatch> pieces = new ArrayList<>(unit.pieces());
        pieces.add(next);
        return new Unit(pieces);
    }

    public List<Unit> units() {
        return units;
    }

    /** How often somebody went through it. */
    public int reads() {
        return reads;
    }

    @Override
    public void forEach(BoundQuery query, Consumer<Unit> visitor) {
        reads++;
        units.stream().filter(query::matches).forEach(visitor);
    }

    /** The lines of a unit without colours. */
    public static String text(Unit unit) {
        List<String> lines = new ArrayList<>();
        for (LogBatch piece : unit.pieces()) {
            for (int i = 0; i < piece.size(); i++) {
                lines.add(PlainText.of(piece.bytes(), piece.offset(i), piece.length(i)));
            }
        }
        return String.join("\n", lines);
    }

    private record Containing(Set<String> texts, Instant from, Instant until) implements BoundQuery {
        @Override
        public boolean matches(Unit unit) {
            String text = text(unit).toLowerCase(Locale.ROOT);
            return texts.stream().anyMatch(each -> text.contains(each.toLowerCase(Locale.ROOT)));
        }

        @Override
        public boolean mayMatch(InstanceId instance, int run, StreamName stream) {
            return true;
        }

        @Override
        public Optional<Needle> needle() {
            return Optional.empty();
        }
    }
}
