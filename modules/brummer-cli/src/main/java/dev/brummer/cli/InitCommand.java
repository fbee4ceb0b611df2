package dev.brummer.cli;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.DiagnosticRenderer;
import dev.brummer.config.source.Faults;
import dev.brummer.discovery.Discovery;
import dev.brummer.discovery.Proposal;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code brum init}: writes a {@code brummer.yaml} from what the folder holds. */
final class InitCommand implements Command {
    static final Verb VERB = new Verb(
            "init",
            "",
            "write a brummer.yaml from what is here, such as scripts or a Compose file",
            InitCommand::options,
            Verb.Overrides.NONE,
            Verb.Operands.PLAIN,
            InitCommand.class);

    private static final String NOTHING_FOUND =
            ", a beginning: nothing was found here that could be run; write into it what is to be run";

    private final CallerEnvironment caller;
    private final Terminal terminal;

    @Inject
    InitCommand(CallerEnvironment caller, Terminal terminal) {
        this.caller = caller;
        this.terminal = terminal;
    }

    private static Options options() {
        return new Options()
                .addOption(GlobalOptions.option(null, "from", "FILE", "go by this file instead of by all that is found"))
                .addOption(GlobalOptions.flag(null, "force", "write over a brummer.yaml that is there"))
                .addOption(GlobalOptions.flag(null, "dry-run", "show what would be written, and write nothing"))
                .addOption(GlobalOptions.flag(null, "reveal", "show values that look like secrets"));
    }

    @Override
    public Outcome run(Invocation invocation) throws UsageException {
        CommandLine typed = invocation.typed();
        OwnFiles files = new OwnFiles(invocation.global().folder());
        boolean writes = !typed.hasOption("dry-run");
        if (writes && files.isThere() && !typed.hasOption("force")) {
            throw new UsageException("there is a " + files.name() + " here already; --force writes over it, --dry-run shows"
                    + " what would be written");
        }
        Optional<Proposal> proposal = propose(invocation);
        if (writes) {
            write(files, proposal.map(Proposal::text).orElse(Proposal.starter()));
        }
        String made = writes ? "wrote " + files.name() : "this would be " + files.name();
        terminal.complain(proposal.map(found -> made + found(found)).orElse(made + NOTHING_FOUND));
        if (writes && proposal.isPresent()) {
            String brum = invocation.line();
            terminal.complain("next: '" + brum + "doctor' checks what is needed, '" + brum + "up' starts it");
        }
        return ExitCode.OK;
    }

    /** Looks for what there is, shows what comes of it, and says what does not. */
    private Optional<Proposal> propose(Invocation invocation) throws UsageException {
        Faults faults = new Faults();
        LoadRequest request = LoadRequest.of(invocation.global().folder(), caller.variables());
        String from = invocation.typed().getOptionValue("from");
        Optional<Proposal> proposal = from == null
                ? new Discovery().propose(request, faults)
                : new Discovery().propose(request, Path.of(from), faults);
        boolean reveals = invocation.typed().hasOption("reveal");
        boolean failed = proposal.isEmpty() && (from != null || faults.hasErrors());
        if (!failed) {
            terminal.print(proposal.map(found -> reveals ? found.text() : found.shown()).orElse(Proposal.starter()));
        }
        DiagnosticRenderer renderer = terminal.colour() ? DiagnosticRenderer.coloured() : DiagnosticRenderer.plain();
        if (!faults.sorted().isEmpty()) {
            terminal.complain(renderer.render(faults.sorted()));
        }
        if (failed) {
            throw new UsageException("");
        }
        return proposal;
    }

    private void write(OwnFiles files, String text) throws UsageException {
        try {
            files.write(text);
            if (files.ignore()) {
                terminal.complain(".gitignore names what is one person's own: brummer.local.yaml and .brummer");
            }
        } catch (IOException e) {
            throw new UsageException("it cannot be written: " + e, e);
        }
    }

    private static String found(Proposal proposal) {
        int services = proposal.sketch().services().size();
        return " from " + String.join(" and ", proposal.files()) + ": " + services + (services == 1 ? " service" : " services");
    }
}
