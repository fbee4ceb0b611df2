package dev.brummer.testing;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogParserFactory;
import dev.brummer.spi.Options;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import dev.brummer.spi.host.NeedleScan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What every log parser must be: one that outlives any line, comes back from it soon, and finds the same in the same
 * lines whatever other instances write. Answers with what is wrong, a sentence each.
 */
public final class ParserContract {
    private static final int LINES = 2000;
    private static final InstanceId ONE = new InstanceId(new ServiceId("service"), 1);
    private static final InstanceId OTHER = new InstanceId(new ServiceId("service"), 2);

    private final LogParserFactory factory;
    private final Options options;
    private final List<String> samples;
    private long seed = 42;
    private Duration patience = Duration.ofSeconds(20);

    /**
     * @param options from {@link OptionTexts}
     * @param samples lines in which the parser finds something
     */
    public ParserContract(LogParserFactory factory, Options options, List<String> samples) {
        this.factory = factory;
        this.options = options;
        this.samples = List.copyOf(samples);
    }

    /** Sets what the garbage is made from, 42 if not set: another number is another garbage. */
    public ParserContract seed(long number) {
        seed = number;
        return this;
    }

    /** Sets how long it may take over all garbage, 20 s if not set. */
    public ParserContract patience(Duration longest) {
        patience = longest;
        return this;
    }

    /** What is wrong with the needles; where something is, the other questions cannot be asked. */
    public List<String> complaintsAboutNeedles() {
        try {
            NeedleScan.checked(factory.create(options).needles());
        } catch (IllegalArgumentException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        ParserResult result = trial().read(samples.toArray(String[]::new));
        return result.lines().stream()
                .filter(line -> line.facts().isEmpty())
                .map(line -> line.asked()
                        ? "it finds nothing in the sample '" + line.text() + "'"
                        : "the sample '" + line.text() + "' holds no needle, so it is not asked")
                .toList();
    }

    /** What it does wrong with 2,000 lines that hold its needles and little sense. */
    public List<String> complaintsAboutGarbage() {
        List<String> complaints = new ArrayList<>();
        AtomicReference<String> current = new AtomicReference<>("");
        Optional<Throwable> end = Bounded.call(patience, () -> {
            Garbage garbage = garbage();
            ParserTrial.Reading reading = trial().begin();
            for (int i = 0; i < LINES && complaints.isEmpty(); i++) {
                byte[] bytes = garbage.next();
                current.set(new String(bytes, StandardCharsets.UTF_8));
                LineResult line = reading.read(journal(bytes)).lines().getFirst();
                line.fault().ifPresent(fault -> complaints.add("it broke over " + quoted(line.text()) + ": " + fault));
            }
            return complaints;
        });
        end.ifPresent(fault -> complaints.add(
                fault instanceof TimeoutException
                        ? "it did not come back from " + quoted(String.valueOf(current.get()))
                        : "it could not be asked: " + fault));
        return complaints.stream().map(complaint -> complaint + " (seed " + seed + ")").toList();
    }

    /** What it does wrong where lines come again, or another instance writes in between. */
    public List<String> complaintsAboutState() {
        Garbage garbage = garbage();
        ScriptedJournal alone = new ScriptedJournal();
        ScriptedJournal mixed = new ScriptedJournal();
        for (int i = 0; i < LINES / 10; i++) {
            byte[] line = garbage.next();
            alone.bytes(ONE, 1, StreamName.STDOUT, line);
            mixed.bytes(ONE, 1, StreamName.STDOUT, line).bytes(OTHER, 1, StreamName.STDOUT, garbage.next());
        }
        for (String sample : samples) {
            alone.lines(ONE, 1, StreamName.STDOUT, sample);
            mixed.lines(ONE, 1, StreamName.STDOUT, sample).lines(OTHER, 1, StreamName.STDOUT, sample);
        }
        String first = found(alone);
        List<String> complaints = new ArrayList<>();
        if (!first.equals(found(alone))) {
            complaints.add("it finds something else when it is shown the same lines again (seed " + seed + ")");
        } else if (!first.equals(found(mixed))) {
            complaints.add("what it finds depends on what another instance writes (seed " + seed + ")");
        }
        return complaints;
    }

    private String found(ScriptedJournal journal) {
        StringBuilder found = new StringBuilder();
        for (LineResult line : trial().read(journal).lines()) {
            if (line.instance().equals(ONE)) {
                found.append(line.facts()).append('\n');
            }
        }
        return found.toString();
    }

    private ParserTrial trial() {
        return new ParserTrial(factory, options);
    }

    private Garbage garbage() {
        return new Garbage(seed, factory.create(options).needles(), samples);
    }

    private static ScriptedJournal journal(byte[] line) {
        return new ScriptedJournal().bytes(ONE, 1, StreamName.STDOUT, line);
    }

    private static String quoted(String line) {
        return "'" + (line.length() > 200 ? line.substring(0, 200) + "…" : line) + "'";
    }
}
