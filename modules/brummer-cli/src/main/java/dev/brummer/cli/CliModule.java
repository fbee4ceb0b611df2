package dev.brummer.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Scopes;
import dev.brummer.spi.HostConsole;

/** The commands, and what they have of the process they run in. */
final class CliModule extends AbstractModule {
    private final Provider<Terminal> terminal;
    private final CallerEnvironment environment;
    private final Provider<LoadedProject> project;

    CliModule(
            Provider<Terminal> terminal, CallerEnvironment environment, Provider<LoadedProject> project) {
        this.terminal = terminal;
        this.environment = environment;
        this.project = project;
    }

    @Override
    protected void configure() {
        bind(Terminal.class).toProvider(terminal);
        bind(HostConsole.class).to(Terminal.class);
        bind(CallerEnvironment.class).toInstance(environment);
        bind(LoadedProject.class).toProvider(project);
        bind(SignalTraps.class).in(Scopes.SINGLETON);
        bind(Prompts.class);
        bind(Histories.class);
        bind(Reporting.class);
        bind(PromptReports.class);
        bind(RunningFleet.class);
        bind(FleetPage.class);
        bind(FleetReportCommand.class);
        bind(HealthCommand.class);
        bind(WhyCommand.class);
        bind(ActCommand.class);
        bind(TopCommand.class);
        bind(CompletionCommand.class);
        bind(NamesCommand.class);
        bind(EnvCommand.class);
        bind(InForeground.class);
        bind(ExecCommand.class);
        bind(EffectWatch.class);
        bind(RunCommand.class);
        bind(TestBeds.class);
        bind(TestReport.class);
        bind(TestCapsules.class);
        bind(TestCommand.class);
        bind(DownCommand.class);
        bind(WaitCommand.class);
        bind(Detaching.class);
        bind(Joining.class);
        bind(Attaching.class);
        bind(AttachCommand.class);
        bind(TerminalSeat.class);
        bind(ReloadCommand.class);
        bind(PromptVerbs.class);
        bind(LastWords.class);
        bind(EventsCommand.class);
        bind(ErrorsCommand.class);
        bind(TraceCommand.class);
        bind(InsightCommand.class);
        bind(ScriptsCommand.class);
        bind(GraphCommand.class);
        bind(DoctorCommand.class);
        bind(ConfigCommand.class);
        bind(InitCommand.class);
        bind(PluginsCommand.class);
        bind(CapsuleCommand.class);
        bind(NewPlugin.class);
    }
}
