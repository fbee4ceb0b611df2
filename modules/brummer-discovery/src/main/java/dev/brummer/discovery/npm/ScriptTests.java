package dev.brummer.discovery.npm;

import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.discovery.sketch.Said;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.spi.ServiceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tests that scripts say in two: {@code test:NAME:run} is what is run, and {@code test:NAME:setup} what has to be ready for it.
 */
final class ScriptTests {
    private static final Pattern RUN = Pattern.compile("test:(.+):run");
    private static final List<String> CARRIED = List.of("command", "working_dir", "environment");

    private final ScriptBook book;

    ScriptTests(ScriptBook book) {
        this.book = book;
    }

    /** The script that makes ready what a test needs. */
    static String setup(String test) {
        return "test:" + test + ":setup";
    }

    /** The script that makes ready what a test needs, of the script that runs it; empty where it runs none. */
    static Optional<String> setup(ScriptBook book, PackageScript script) {
        Matcher run = RUN.matcher(script.name());
        return run.matches() ? Optional.of(setup(run.group(1))).filter(book::has) : Optional.empty();
    }

    /**
     * The tests as {@code brummer.yaml} says them; empty where there are none.
     *
     * @param called the services that a script stands for, or that it is
     * @param service what a script has become
     */
    Optional<Said> tests(Function<String, List<ServiceId>> called, Function<String, ServiceSketch> service) {
        Map<String, Entry> tests = new LinkedHashMap<>();
        for (PackageScript script : book.all()) {
            Matcher run = RUN.matcher(script.name());
            if (run.matches() && book.isService(script.name()) && book.has(setup(run.group(1)))) {
                String name = ServiceNames.plain(run.group(1));
                Mapping test = test(script, called.apply(setup(run.group(1))), service.apply(script.name()));
                tests.put(name, new Entry(new Scalar(script.at(), name, true), test));
            }
        }
        return tests.values().stream()
                .findFirst()
                .map(first -> new Said(new Mapping(first.key().span(), tests), ""));
    }

    private static Mapping test(PackageScript script, List<ServiceId> up, ServiceSketch run) {
        Span at = script.text().span();
        Map<String, Entry> test = new LinkedHashMap<>();
        List<Node> services = up.stream().map(id -> (Node) new Scalar(at, id.name(), false)).toList();
        test.put("up", new Entry(new Scalar(at, "up", true), new Sequence(at, services)));
        for (String key : CARRIED) {
            run.key(key).ifPresent(said -> test.put(key, new Entry(new Scalar(at, key, true), said.value())));
        }
        return new Mapping(script.at(), test);
    }
}
