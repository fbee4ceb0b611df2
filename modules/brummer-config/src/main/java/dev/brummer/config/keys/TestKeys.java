package dev.brummer.config.keys;

import dev.brummer.config.shape.Key;
import dev.brummer.config.shape.KeySet;
import dev.brummer.config.shape.ListShape;
import dev.brummer.config.shape.Located;
import dev.brummer.config.shape.NameShape;
import dev.brummer.config.shape.Scalars;
import dev.brummer.core.model.Command;
import dev.brummer.core.model.EnvironmentValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The keys of a test. */
public final class TestKeys {
    public static final Key<Command> COMMAND = Key.of(
            "command",
            new CommandShape(),
            "What to run once the services are ready: a line is run with sh -c, a list of words without a shell.");
    public static final Key<List<Located<String>>> UP = Key.of(
                    "up",
                    new ListShape<>(new NameShape("service or stage"), false),
                    "The services, or stages, that have to be ready; what they wait for is brought up too.")
            .otherwise("all services");
    public static final Key<Duration> TIMEOUT = Key.of(
                    "timeout",
                    Durations.positive(),
                    "How long services and command may take together; then the command is ended, and the exit code is 124.")
            .otherwise("no limit");
    public static final Key<String> WORKING_DIR = Key.of(
                    "working_dir", Scalars.text("a path"), "The folder it runs in, relative to the project's folder.")
            .otherwise("the project's folder");
    public static final Key<Map<String, Located<EnvironmentValue>>> ENVIRONMENT = Key.of(
            "environment",
            new EnvironmentShape(),
            "Variables of the command; they beat every other but --env. A variable without value is the caller's.");
    public static final KeySet KEYS = KeySet.extensible(COMMAND, UP, TIMEOUT, WORKING_DIR, ENVIRONMENT)
            .foreign(
                    "depends_on", "write 'up'",
                    "services", "write 'up'",
                    "run", "write 'command'",
                    "script", "write 'command'",
                    "env", "write 'environment'",
                    "env_file", "write the variables under 'environment', or in .env");

    private TestKeys() {}
}
