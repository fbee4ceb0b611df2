package dev.brummer.runtime;

import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.TestServices;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import dev.brummer.core.TestingJar;
import dev.brummer.insight.fact.FactSearch;
import dev.brummer.insight.name.NameBook;
import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalSettings;
import dev.brummer.logs.StreamWriter;
import dev.brummer.runtime.plugins.PluginGuard;
import dev.brummer.runtime.plugins.PluginSearch;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.LogParserFactory;
import dev.brummer.spi.Notice;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Log parsers of plugins that were dropped in. */
@Timeout(30)
class StrangeParserTest {
    private static final String JAR = ".brummer/plugins/acme.jar";

    @TempDir
    private Path folder;

    private Journal journal;

    @BeforeEach
    void create() throws IOException {
        journal = Journal.create(
                folder.resolve("journal"), JournalSettings.keeping(2_000_000_000L, 10), new SystemTime(),
                (_, _, _) -> Level.INFO, new StorageTrouble());
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    /**
     * @param making what its factory does before it makes one
     * @param parsing what it does with a line
     */
    private List<FoundFact> found(String making, String parsing) throws IOException, InterruptedException {
        new TestingJar().source("acme.Finder", """
                package acme;

                import dev.brummer.spi.*;
                import java.util.List;
                import java.util.Map;
                import java.util.function.Consumer;

                public class Finder implements LogParserFactory {
                    public String id() { return "finder"; }
                    public String description() { return "Finds."; }
                    public List<OptionSpec> options() { return List.of(); }
                    public LogParser create(Options options) {
                        %s
                        return new LogParser() {
                            public List<String> needles() { return List.of("needle"); }
                            public void parse(LogLine line, Consumer<Fact> found) { %s }
                        };
                    }
                    @SuppressWarnings("unchecked")
                    static <T extends Throwable> void sneak(Throwable what) throws T { throw (T) what; }
                }
                """.formatted(making, parsing)).service(LogParserFactory.class, "acme.Finder").write(folder.resolve(JAR));
        var plugins = new PluginSearch(folder, Map.of()).found();
        assertThat(plugins.faults()).isEmpty();
        var guard = new PluginGuard(text -> journal.notice(Level.WARN, text));
        Project project = TestServices.project(service("web"));
        var setup = new Setup(project, StageGraph.of(project), new PortBook(Map.of()));
        FactSearch search = new Parsers(setup, plugins, guard, journal).search(new NameBook(Map.of()));
        StreamWriter writer = journal.stream(InstanceId.only(new ServiceId("web")), 1, StreamName.STDOUT);
        writer.write(ByteBuffer.wrap("a needle\nhay\nanother needle\n".getBytes(StandardCharsets.UTF_8)));
        writer.end();
        List<LogBatch> lines = new ArrayList<>();
        entries().stream().filter(LogBatch.class::isInstance).forEach(entry -> lines.add((LogBatch) entry));
        List<FoundFact> found = search.find(lines);
        search.end();
        return found;
    }

    private List<JournalEntry> entries() throws IOException {
        return journal.cursor(1).next(1 << 20);
    }

    private List<String> told() throws IOException {
        return entries().stream().filter(Notice.class::isInstance).map(entry -> ((Notice) entry).text()).toList();
    }

    @Test
    void findsFacts() throws Exception {
        assertThat(found("", "found.accept(new Fact.Other(\"needle\", Map.of()));")).hasSize(2);
        assertThat(told()).isEmpty();
    }

    @Test
    void isCalledWithItsOwnClassLoader() throws Exception {
        String own = "if (Thread.currentThread().getContextClassLoader() == Finder.class.getClassLoader())";
        assertThat(found("", own + " found.accept(new Fact.Other(\"needle\", Map.of()));")).hasSize(2);
    }

    @Test
    void whatItThrowsIsToldOnceWithItsJarWhateverItIs() throws Exception {
        assertThat(found("", "Finder.<RuntimeException>sneak(new java.sql.SQLException(\"no table\"));")).isEmpty();
        assertThat(told()).singleElement().asString()
                .startsWith("log parser 'finder' of " + JAR + " broke over line 1 of web: it threw ")
                .contains("SQLException: no table");
    }

    @Test
    void oneThatIsNeverMadeIsLeftAlone() throws Exception {
        String wait = "try { new java.util.concurrent.CountDownLatch(1).await(); } catch (InterruptedException e) { throw new IllegalStateException(e); }";
        assertThat(found(wait, "")).isEmpty();
        assertThat(told()).containsExactly("parser 'finder' of " + JAR
                + " does not end when its time is up; its thread is left alone, and may keep a core busy");
    }
}
