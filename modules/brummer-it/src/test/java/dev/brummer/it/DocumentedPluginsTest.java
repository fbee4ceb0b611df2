package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.TestingJar;
import dev.brummer.it.kit.Checkout;
import dev.brummer.spi.Answer;
import dev.brummer.spi.CommandLine;
import dev.brummer.spi.Fact;
import dev.brummer.spi.HealthCheckFactory;
import dev.brummer.spi.LogParserFactory;
import dev.brummer.spi.Options;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.OutputSinkFactory;
import dev.brummer.spi.ServiceState;
import dev.brummer.testing.CheckContract;
import dev.brummer.testing.FactoryContract;
import dev.brummer.testing.OptionTexts;
import dev.brummer.testing.ParserTrial;
import dev.brummer.testing.ScriptedCheckContext;
import dev.brummer.testing.ScriptedJournal;
import dev.brummer.testing.ScriptedSinkContext;
import dev.brummer.testing.SinkContract;
import dev.brummer.testing.junit.LogParserContract;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/plugins.md shows can be copied: it compiles, and it works. */
class DocumentedPluginsTest {
    private static final Path PAGE = Checkout.ROOT.resolve("docs/plugins.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(?<code>.*?)^```$");
    private static final Pattern CLASS = Pattern.compile("(?m)^public (?:final )?class (?<name>\\w+)");

    @TempDir
    static Path folder;

    private static URLClassLoader loader;

    @BeforeAll
    static void compile() throws IOException {
        TestingJar jar = new TestingJar()
                .service(LogParserFactory.class, "com.example.CacheMissFactory")
                .service(HealthCheckFactory.class, "com.example.BacklogFactory")
                .service(OutputSinkFactory.class, "com.example.LogbookFactory");
        blocks().forEach((name, code) -> jar.source("com.example." + name, code));
        URL written = jar.write(folder.resolve("documented.jar")).toUri().toURL();
        loader = new URLClassLoader(new URL[] {written}, DocumentedPluginsTest.class.getClassLoader());
    }

    @AfterAll
    static void close() throws IOException {
        loader.close();
    }

    private static Map<String, String> blocks() throws IOException {
        Map<String, String> blocks = new TreeMap<>();
        BLOCK.matcher(Files.readString(PAGE)).results().map(block -> block.group("code")).forEach(code -> blocks.put(
                CLASS.matcher(code).results().findFirst().orElseThrow().group("name"), code));
        return blocks;
    }

    private static <F> F factory(Class<F> kind, String name) {
        return ServiceLoader.load(kind, loader).stream()
                .filter(each -> each.type().getSimpleName().equals(name))
                .findFirst()
                .orElseThrow()
                .get();
    }

    @Test
    void eachKindTakesLessThanFiftyLines() throws IOException {
        assertThat(blocks().keySet())
                .containsExactly("BacklogFactory", "CacheMissFactory", "CacheMissTest", "LogbookFactory");
        assertThat(blocks().values())
                .allSatisfy(code -> assertThat(code.lines().filter(line -> !line.isBlank())).hasSizeLessThan(50));
    }

    @Test
    void theParserFindsMisses() {
        LogParserFactory factory = factory(LogParserFactory.class, "CacheMissFactory");
        Options options = new OptionTexts(factory.options()).with("ignore", List.of("healthz", "favicon")).typed();

        assertThat(FactoryContract.complaints(factory)).isEmpty();
        assertThat(new ParserTrial(factory, options).read("CACHE MISS: user:42", "cache miss: favicon").facts())
                .containsExactly(new Fact.Other("cache-miss", Map.of("key", "user:42")));
    }

    @Test
    void theTestOfTheParserHolds() throws ReflectiveOperationException {
        Object test = loader.loadClass("com.example.CacheMissTest").getConstructor().newInstance();

        test.getClass().getMethod("theKeyIsInTheFact").invoke(test);
        LogParserContract contract = (LogParserContract) test;
        contract.isFoundAndDeclaresWhatCanBe();
        contract.itsNeedlesStandInTheSamples();
        contract.outlivesGarbage();
        contract.findsTheSameInTheSameLines();
    }

    @Test
    void theCheckAsksItsCommand() throws IOException, InterruptedException {
        HealthCheckFactory factory = factory(HealthCheckFactory.class, "BacklogFactory");
        Options options = new OptionTexts(factory.options())
                .with(factory.scalarOption(), "bin/waiting")
                .with("at_most", "20")
                .typed();
        ScriptedCheckContext context = new ScriptedCheckContext().commandsEndWith(0, "21\n");

        assertThat(FactoryContract.complaints(factory)).isEmpty();
        assertThat(factory.create(options).check(context))
                .isEqualTo(new Answer.Degraded("21 jobs wait", List.of()));
        assertThat(context.commands()).containsExactly(new CommandLine.Shell("bin/waiting"));
        assertThat(factory.create(options).check(new ScriptedCheckContext().commandsEndWith(0, "20")))
                .isEqualTo(Answer.passing("20 jobs wait"));
        assertThat(factory.create(options).check(new ScriptedCheckContext().commandsEndWith(1, "oh")))
                .isEqualTo(Answer.failing("exit code 1: oh"));
        assertThat(CheckContract.complaints(factory.create(options), context)).isEmpty();
    }

    @Test
    void theSinkKeepsALogbook() throws IOException {
        OutputSinkFactory factory = factory(OutputSinkFactory.class, "LogbookFactory");
        Options options = new OptionTexts(factory.options()).typed();
        ScriptedSinkContext context = new ScriptedSinkContext(folder);
        ScriptedJournal journal = new ScriptedJournal()
                .lines("auth", "a line")
                .state("auth", ServiceState.STARTING, ServiceState.READY, "http 200");

        assertThat(FactoryContract.complaints(factory)).isEmpty();
        assertThat(SinkContract.complaints(factory, options, context)).isEmpty();
        try (OutputSink sink = factory.create(options, context)) {
            sink.accept(journal.entries());
            sink.flush();
            assertThat(folder.resolve("logbook.txt")).hasContent("auth ready: http 200");
        }
    }
}
