package dev.brummer.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What came of a call. */
public record Ended(int exitCode, String stdout, String stderr) {
    /** The lines of standard output. */
    public List<String> lines() {
        return stdout.lines().toList();
    }

    /** Expects this exit code, and in no case a stack trace of Brummer's own. */
    public Ended hasExitCode(int expected) {
        assertThat(exitCode).as("exit code of a call that wrote%n%s%n%s", stdout, stderr).isEqualTo(expected);
        assertThat(stderr).doesNotContain("\tat ").doesNotContain("Exception").doesNotContain("Error:");
        return this;
    }

    /** Expects a refusal: exit code 2, nothing on standard output, and these words on standard error. */
    public Ended isRefusedWith(String... words) {
        hasExitCode(2);
        assertThat(stdout).isEmpty();
        assertThat(stderr).contains(words);
        return this;
    }
}
