package dev.brummer.cli;

import dev.brummer.cli.shell.BashScript;
import dev.brummer.cli.shell.FishScript;
import dev.brummer.cli.shell.ZshScript;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code brum completion}: what a shell needs to complete {@code brum}. */
final class CompletionCommand implements Command {
    static final List<String> SHELLS = List.of("bash", "zsh", "fish");
    static final Verb VERB = new Verb(
            "completion",
            "bash|zsh|fish",
            "print a script that completes commands, options and names",
            Options::new,
            Verb.Overrides.NONE,
            Verb.Operands.PLAIN,
            CompletionCommand.class);

    private final Terminal terminal;

    @Inject
    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        List<String> words = invocation.typed().getArgList();
        if (words.size() != 1) {
            throw new UsageException("completion takes the name of a shell: bash, zsh or fish");
        }
        var syntax = VerbSyntax.of(Verb.ALL);
        terminal.print(switch (words.getFirst()) {
            case "bash" -> BashScript.of(syntax);
            case "zsh" -> ZshScript.of(syntax);
            case "fish" -> FishScript.of(syntax);
            default ->
                throw new UsageException("completion takes bash, zsh or fish, not '" + words.getFirst() + "'");
        });
        return ExitCode.OK;
    }
}
