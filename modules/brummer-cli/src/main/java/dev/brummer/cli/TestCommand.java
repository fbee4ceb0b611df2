package dev.brummer.cli;

import dev.brummer.cli.test.TestOutcome;
import dev.brummer.cli.test.TestWords;
import dev.brummer.insight.report.Figures;
import dev.brummer.runtime.SystemTime;
import jakarta.inject.Inject;
import java.io.IOException;
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
    private final SignalTraps signals;
    private final Terminal terminal;
    private final SystemTime time;

    @Inject
    TestCommand(
            LoadedProject projects,
            TestBeds beds,
            TestReport report,
            SignalTraps signals,
            Terminal terminal,
            SystemTime time) {
        this.projects = projects;
        this.beds = beds;
        this.report = report;
        this.signals = signals;
        this.terminal = terminal;
        this.time = time;
    }

    private static Options options() {
        return new Options()
                .addOption(GlobalOptions.option(
                        null, "up", "SERVICE", "bring up these services or stages, and what they need; commas part them"))
                .addOption(Answering.timeout("services and command must be done within this time, or exit 124"))
                .addOption(GlobalOptions.option(null, "env", "K=V", "set a variable for services and command; beats all others"))
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
        TestReport.Findings findings;
        try (bed) {
            TestRun run = new TestRun(plan, bed, terminal, time);
            signals.onEnd(run.interrupts());
            say(plan, bed);
            TestOutcome outcome = run.perform();
            findings = report.find(outcome, bed);
        } catch (IOException e) {
            throw new UsageException("what the test had started could not be put away: " + e.getMessage(), e);
        }
        terminal.complain("brum: " + TestWords.of(findings.outcome()));
        report.tell(findings, bed);
        int code = findings.outcome().verdict().exitCode();
        return junit.isEmpty() || written(junit.get(), findings.outcome()) || code != 0
                ? new Outcome.Passed(code)
                : ExitCode.USAGE;
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
