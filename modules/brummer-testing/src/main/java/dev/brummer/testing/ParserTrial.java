package dev.brummer.testing;

import dev.brummer.spi.Fact;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.LogLine;
import dev.brummer.spi.LogParser;
import dev.brummer.spi.LogParserFactory;
import dev.brummer.spi.Options;
import dev.brummer.spi.host.Complete;
import dev.brummer.spi.host.NeedleScan;
import dev.brummer.spi.host.ParsedLine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows lines to parsers as Brummer does: only lines with a needle, one parser for each instance, matchers with bounded
 * steps. Each call of {@code read} begins with new parsers. For one thread.
 */
public final class ParserTrial {
    private static final String SERVICE = "service";

    private final LogParserFactory factory;
    private final Options options;

    /** With the defaults of all options. */
    public ParserTrial(LogParserFactory factory) {
        this(factory, new OptionTexts(factory.options()).typed());
    }

    /** @param options from {@link OptionTexts} */
    public ParserTrial(LogParserFactory factory, Options options) {
        this.factory = factory;
        this.options = options;
    }

    /** Shows the lines of one service. */
    public ParserResult read(String... lines) {
        return read(new ScriptedJournal().lines(SERVICE, lines));
    }

    /** Shows all lines of a journal. */
    public ParserResult read(ScriptedJournal journal) {
        return begin().read(journal);
    }

    /** Begins with new parsers. */
    Reading begin() {
        return new Reading(NeedleScan.checked(factory.create(options).needles()));
    }

    /**
     * The one fact in a line.
     *
     * @throws IllegalStateException if there is none or more than one; the message says why
     */
    public Fact factIn(String line) {
        ParserResult result = read(line);
        List<Fact> facts = result.facts();
        if (facts.size() != 1) {
            throw new IllegalStateException("not one fact:\n" + result);
        }
        return facts.getFirst();
    }

    /** Parsers that are shown one journal after the other. */
    final class Reading {
        private final List<String> needles;
        private final NeedleScan scan;
        private final Map<InstanceId, LogParser> parsers = new HashMap<>();
        private final ParsedLine line = new ParsedLine();

        private Reading(List<String> needles) {
            this.needles = needles;
            this.scan = new NeedleScan(List.of(needles));
        }

        ParserResult read(ScriptedJournal journal) {
            List<LineResult> results = new ArrayList<>();
            for (LogBatch batch : journal.batches()) {
                BitSet candidates = new BitSet();
                scan.scan(batch, 0, (index, _, _) -> {
                    candidates.set(index);
                    return true;
                });
                for (int i = 0; i < batch.size(); i++) {
                    results.add(shown(line.of(batch, i), candidates.get(i)));
                }
            }
            return new ParserResult(needles, results);
        }

        private LineResult shown(LogLine shown, boolean asked) {
            List<Fact> facts = new ArrayList<>();
            Optional<Throwable> fault = asked ? ask(shown, facts) : Optional.empty();
            return new LineResult(shown.instance(), shown.sequence(), shown.text(), asked, facts, fault);
        }

        // What is caught is what Brummer catches.
        private Optional<Throwable> ask(LogLine shown, List<Fact> facts) {
            try {
                parsers.computeIfAbsent(shown.instance(), _ -> factory.create(options)).parse(shown, fact -> {
                    Complete.few(facts.size() + 1);
                    facts.add(Complete.fact(fact));
                });
                return Optional.empty();
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                return Optional.of(e);
            }
        }
    }
}
