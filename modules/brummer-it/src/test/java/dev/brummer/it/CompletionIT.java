package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Sandbox;
import dev.brummer.it.kit.TerminalWindow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Completion, as the shells themselves do it at a terminal. */
@EndToEnd
class CompletionIT {
    private static final String YAML = """
            stages: [core, edge]
            profiles: {staging: {}}
            services:
              inventory: {stage: core, command: exec sleep 1000}
              orders: {stage: edge, command: exec sleep 1000}
            """;

    @Test
    void inBash(Sandbox sandbox) {
        completes("bash", "bash --norc --noprofile", "eval \"$(brum completion bash)\"", sandbox);
    }

    @Test
    void inZsh(Sandbox sandbox) {
        String source = "autoload -Uz compinit; compinit -u -D; eval \"$(brum completion zsh)\"";
        completes("zsh", "zsh -f", source, sandbox);
    }

    @Test
    void inFish(Sandbox sandbox) {
        completes("fish", "fish --no-config", "brum completion fish | source", sandbox);
    }

    private static void completes(String shell, String start, String source, Sandbox sandbox) {
        assumeTrue(isInstalled(shell), shell + " is not installed");
        sandbox.yaml(YAML);
        try (TerminalWindow window = sandbox.window(100, 30)) {
            window.enter("mkdir bin; ln -s $BRUM bin/brum; PATH=$PWD/bin:$PATH PS1='> ' HOME=$PWD " + start);
            window.enter(source + "; echo sourced").awaitLine("sourced").press("C-l");
            completes(window, "brum grap", "brum graph");
            completes(window, "brum up --no-dep", "brum up --no-deps");
            completes(window, "brum wait --for comp", "brum wait --for completed");
            completes(window, "brum up inv", "brum up inventory");
            completes(window, "brum --profile sta", "brum --profile staging");
            window.enter("brum up -d --wait orders && echo up").awaitLine("up");
            // What is not part of what runs is not offered for it.
            completes(window, "brum restart or", "brum restart orders");
            completes(window, "brum exec or", "brum exec orders");
            window.enter("brum down; echo ended").awaitLine("ended");
        }
    }

    private static void completes(TerminalWindow window, String typed, String completed) {
        window.type(typed).press("Tab").awaitText(completed).press("C-c");
        window.await("the line is empty again", () -> !window.lastLine().contains(completed) || window.lastLine().endsWith("^C"));
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @Test
    void whoeverAsksForNamesIsNeverToldOfAnError(Sandbox sandbox) {
        var broken = sandbox.yaml("services: {web: {comand: x}}").brum("__names", "running").run();
        assertThat(broken.stdout() + broken.stderr()).isEmpty();
        var nowhere = sandbox.brum("-d", "/nowhere", "__names", "declared").run();
        assertThat(nowhere.stdout() + nowhere.stderr()).isEmpty();
    }
}
