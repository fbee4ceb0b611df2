package dev.brummer.cli;

import dev.brummer.cli.TestInquiry.Seen;
import dev.brummer.cli.capsule.Capsule;
import dev.brummer.cli.capsule.CapsuleFile;
import dev.brummer.cli.capsule.CapsuleFolder;
import dev.brummer.cli.capsule.Findings;
import dev.brummer.cli.capsule.Versions;
import dev.brummer.config.secret.Redaction;
import dev.brummer.config.view.ModelView;
import dev.brummer.insight.report.Page;
import dev.brummer.insight.report.Paint;
import dev.brummer.insight.report.TraceText;
import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.QueryException;
import dev.brummer.process.Surroundings;
import dev.brummer.process.UnsupportedSystemException;
import dev.brummer.runtime.doctor.ProgramVersions;
import dev.brummer.runtime.history.Archive;
import dev.brummer.runtime.history.Excerpt;
import dev.brummer.runtime.history.Investigation;
import dev.brummer.runtime.history.StoredOutput;
import dev.brummer.runtime.plugins.PluginCatalog;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.ServiceId;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what there is to know of a test that failed. */
final class TestCapsules {
    /** The last lines of all services together. */
    private static final int LOG_BYTES = 5 << 20;

    /** What a fleet that ran before did so long before the test may have to do with it. */
    private static final Duration BEFORE = Duration.ofMinutes(1);

    private final Histories histories;
    private final LoadedProject projects;
    private final PluginCatalog plugins;

    @Inject
    TestCapsules(Histories histories, LoadedProject projects, PluginCatalog plugins) {
        this.histories = histories;
        this.projects = projects;
        this.plugins = plugins;
    }

    /**
     * Keeps it in the project's folder.
     *
     * @throws UsageException if the project has become faulty
     * @throws IOException if the journal cannot be read, or the capsule not be written
     */
    CapsuleFile keep(Seen seen, TestErrors errors, TestPlan plan, Archive archive) throws IOException, UsageException {
        // Times are told as the lines have them; nobody knows where it will be read.
        Page page = new Page(Paint.NONE, TraceText.UNBOUNDED, ZoneId.systemDefault());
        var findings = new Findings(
                seen.outcome(),
                seen.fleet(),
                seen.health(),
                seen.why(),
                seen.ports(),
                new Findings.Errors(errors.text(page), errors.fields()),
                log(seen, archive),
                ModelView.of(projects.unwarned(), false).yaml(false),
                versions(plan));
        Redaction redaction = Redaction.of(plan.wanted().project(), ports(seen));
        return CapsuleFolder.in(histories.own())
                .keep(Capsule.of(findings.parts(page), redaction::text), histories.time().instant());
    }

    private static Map<InstanceId, List<Integer>> ports(Seen seen) {
        Map<InstanceId, List<Integer>> ports = new HashMap<>();
        seen.fleet().ifPresent(fleet ->
                fleet.instances().forEach(instance -> ports.put(instance.id(), instance.ports())));
        return ports;
    }

    private Findings.Log log(Seen seen, Archive archive) throws IOException {
        Instant from = seen.outcome().begin().minus(BEFORE);
        List<JournalEntry> entries = Excerpt.of(archive, queries(from, archive), from, LOG_BYTES);
        Investigation asked = histories.investigation(archive);
        Paper text = new Paper();
        write(entries, histories.output(archive, asked, text).text(true, true));
        Paper json = new Paper();
        write(entries, histories.output(archive, asked, json).json());
        return new Findings.Log(text.toString(), json.toString());
    }

    private static void write(List<JournalEntry> entries, OutputSink opened) throws IOException {
        try (OutputSink sink = opened) {
            sink.accept(entries);
            sink.flush();
        }
    }

    private List<BoundQuery> queries(Instant from, Archive archive) throws IOException {
        List<BoundQuery> queries = new ArrayList<>();
        List<ServiceId> services =
                archive.reader().instances().stream().map(InstanceId::service).distinct().sorted().toList();
        try {
            for (ServiceId service : services) {
                queries.add(histories.bind(List.of("service:" + service.name(), "since:" + from), archive));
            }
            return queries;
        } catch (QueryException e) {
            throw new IllegalStateException("a query of Brummer's own", e);
        }
    }

    private Versions versions(TestPlan plan) {
        Map<String, String> known = new TreeMap<>();
        ListedPlugin.of(plugins).stream()
                .filter(ListedPlugin::isUsable)
                .forEach(plugin -> known.put(plugin.id(), plugin.version()));
        return Versions.here(Version.number(), known, programs(plan));
    }

    private static Map<String, String> programs(TestPlan plan) {
        try {
            return new ProgramVersions(Surroundings.ofThisMachine())
                    .of(plan.wanted().project(), plan.wanted().graph());
        } catch (UnsupportedSystemException | InterruptedException e) {
            throw new IllegalStateException("services run here, and nobody interrupts a command", e);
        }
    }
}
