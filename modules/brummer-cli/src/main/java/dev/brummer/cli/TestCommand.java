package dev.brummer.cli;

import dev.brummer.cli.TestInquiry.Seen;
import dev.brummer.cli.capsule.CapsuleFile;
import dev.brummer.cli.test.TestOutcome;
import dev.brummer.cli.test.TestWords;
import dev.brummer.insight.report.Figures;
import dev.brummer.runtime.SystemTime;
import dev.brummer.runtime.history.Archive;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.cli.Options;

/** {@code brum test}: runs a command against services that are ready, and stops them again. */
final class TestCommand implements Command {
    static final Verb VERB = new Verb(
            "test",
            "[NAME] [-- WORD…]",
            "run a test against services that are brought up for it and stopped again",
            TestCommand::options,
            Wanted::overrides,
            Verb.Operands.TEST,
            TestCommand.class);

    private final LoadedProject projects;
    private final TestBeds beds;
    private final TestReport report;
    private final TestCapsules capsules;
    private final Histories histories;
    private final SignalTraps signals;
    private final Terminal terminal;
    private final SystemTime time;

    @Inject
    TestCommand(
            LoadedProject projects,
            TestBeds beds,
            TestReport report,
            TestCapsules capsules,
            Histories histories,
            SignalTraps signals,
            Terminal terminal,
            SystemTime time) {
        this.projects = projects;
        this.beds = beds;
        this.report = report;
        this.capsules = capsules;
        this.histories = histories;
        this.signals = signals;
        this.terminal = terminal;
        this.time = time;
    }

    private static Options options() {
        return new Options()
                .addOption(GlobalOptions.repeatable(
                        null, "up", "SERVICE", "bring up these services or stages, and what they need; commas part them"))
                .addOption(Answering.timeout("services and command must be done within this time, or exit 124"))
                .addOption(GlobalOptions.repeatable(null, "env", "K=V", "set a variable for services and command; beats all others"))
                .addOption(GlobalOptions.option(null, "junit", "FILE", "write the outcome to this file, as JUnit's XML"))
                .addOption(GlobalOptions.flag(null, "logs", "show what services write, on standard error"));
    }

    @Override
    public Outcome run(Invocation invocation) throws UsageException {
        TestPlan plan = TestPlan.of(Selection.of(projects.loaded()), invocation.typed());
        String file = invocation.typed().getOptionValue("junit");
        Optional<JUnitFile> junit = file == null ? Optional.empty() : Optional.of(JUnitFile.prepared(file));
        plan.wanted().notes().forEach(note -> terminal.complain("brum: " + note));
        TestBed bed = beds.begin(plan.wanted(), invocation.line() + "up");
        TestOutcome outcome;
        Optional<Seen> failure;
        try (bed) {
            TestRun run = new TestRun(plan, bed, terminal, time);
            signals.onEnd(run.interrupts());
            say(plan, bed);
            outcome = run.perform();
            failure = TestInquiry.isToBeTold(outcome)
                    ? Optional.of(new TestInquiry(bed.session()).look(outcome))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UsageException("what the test had started could not be put away: " + e.getMessage(), e);
        }
        terminal.complain("brum: " + TestWords.of(outcome));
        if (failure.isPresent()) {
            tell(failure.get(), plan, bed, invocation);
        }
        int code = outcome.verdict().exitCode();
        return junit.isEmpty() || written(junit.get(), outcome) || code != 0 ? new Outcome.Passed(code) : ExitCode.USAGE;
    }

    private void tell(Seen failure, TestPlan plan, TestBed bed, Invocation invocation) throws UsageException {
        try (Archive archive = Archive.open(bed.start())) {
            TestErrors errors = TestErrors.of(failure.outcome(), archive, histories);
            report.tell(failure, errors);
            CapsuleFile kept = capsules.keep(failure, errors, plan, archive);
            terminal.complain("\nbrum: what is known of it is kept in " + fromHere(kept.path()) + "; '"
                    + invocation.line() + "capsule show' prints it");
        } catch (IOException e) {
            terminal.complain("brum: what went wrong cannot be kept: " + e.getMessage());
        }
    }

    /** A path as one would type it here. */
    private static Path fromHere(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }

    private boolean written(JUnitFile junit, TestOutcome outcome) {
        try {
            junit.write(outcome);
            return true;
        } catch (IOException e) {
            terminal.complain("brum: " + junit.path() + " cannot be written: " + e.getMessage());
            return false;
        }
    }

    private void say(TestPlan plan, TestBed bed) {
        int services = plan.wanted().graph().services().size();
        String what = services == 0 ? "no service is needed" : Figures.count(services, "service");
        terminal.complain("brum: " + plan.test().name() + ": " + what
                + (bed.supervisor().isPresent()
                        ? " of the fleet that runs here (pid " + bed.supervisor().getAsLong() + "), which runs on afterwards"
                        : services == 0 ? "" : " to be started"));
    }
}
