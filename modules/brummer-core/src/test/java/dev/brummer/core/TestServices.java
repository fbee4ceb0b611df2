package dev.brummer.core;

import dev.brummer.core.model.Backoff;
import dev.brummer.core.model.Command;
import dev.brummer.core.model.ConsoleMode;
import dev.brummer.core.model.Dependency;
import dev.brummer.core.model.HealthSpec;
import dev.brummer.core.model.OptionValue;
import dev.brummer.core.model.LogSettings;
import dev.brummer.core.model.PluginSettings;
import dev.brummer.core.model.PluginUse;
import dev.brummer.core.model.PortClaim;
import dev.brummer.core.model.PosixSignal;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.RestartPolicy;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.ServiceType;
import dev.brummer.core.model.StageId;
import dev.brummer.core.model.Template;
import dev.brummer.core.model.TemplateSyntaxException;
import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says in a test what a file would say, and leaves out what the test is not about. */
public final class TestServices {
    private final String name;
    private ServiceType type = ServiceType.SERVICE;
    private Optional<StageId> stage = Optional.empty();
    private final List<PluginUse> readiness = new ArrayList<>();
    private Optional<HealthSpec> health = Optional.empty();
    private final List<PortClaim> ports = new ArrayList<>();
    private Duration startTimeout = Duration.ofMinutes(2);
    private RestartPolicy restart = new RestartPolicy.Never();
    private Backoff backoff = Backoff.DEFAULT;
    private Set<Integer> successCodes = Set.of(0);
    private Duration grace = Duration.ofSeconds(10);
    private boolean optional;
    private int scale = 1;
    private boolean tty;
    private Optional<Template> command = Optional.empty();
    private Optional<Command> stopCommand = Optional.empty();
    private final List<Dependency> dependsOn = new ArrayList<>();
    private String folder = "";
    private List<String> aliases = List.of();

    private TestServices(String name) {
        this.name = name;
    }

    public static TestServices service(String name) {
        return new TestServices(name);
    }

    public static TestServices task(String name) {
        TestServices task = new TestServices(name);
        task.type = ServiceType.TASK;
        return task;
    }

    public TestServices stage(String of) {
        stage = Optional.of(new StageId(of));
        return this;
    }

    public TestServices in(String newFolder) {
        folder = newFolder;
        return this;
    }

    public TestServices aliases(String... names) {
        aliases = List.of(names);
        return this;
    }

    public TestServices after(String... services) {
        for (String on : services) {
            after(on, Dependency.Condition.READY);
        }
        return this;
    }

    public TestServices after(String on, Dependency.Condition condition) {
        dependsOn.add(new Dependency(new ServiceId(on), condition, true, false));
        return this;
    }

    public TestServices afterIfItComes(String on) {
        dependsOn.add(new Dependency(new ServiceId(on), Dependency.Condition.READY, false, false));
        return this;
    }

    public TestServices restartedWith(String on) {
        dependsOn.add(new Dependency(new ServiceId(on), Dependency.Condition.READY, true, true));
        return this;
    }

    public TestServices checked() {
        return checkedFor("ready");
    }

    /** A readiness check of a kind; what it looks for does not matter. */
    public TestServices checkedBy(String kind) {
        return checked(kind, "ready");
    }

    public TestServices checkedFor(String pattern) {
        return checked("log", pattern);
    }

    private TestServices checked(String kind, String pattern) {
        readiness.add(new PluginUse(kind, Map.of("pattern", new OptionValue.Scalar(Template.literal(pattern)))));
        return this;
    }

    public TestServices health(int retries) {
        PluginUse use = new PluginUse("http", Map.of("url", new OptionValue.Scalar(Template.literal("/health"))));
        health = Optional.of(new HealthSpec(
                use,
                HealthSpec.DEFAULT_INTERVAL,
                HealthSpec.DEFAULT_TIMEOUT,
                retries,
                HealthSpec.DEFAULT_START_PERIOD,
                HealthSpec.DEFAULT_START_INTERVAL));
        return this;
    }

    public TestServices port(int port) {
        ports.add(new PortClaim.Fixed(port));
        return this;
    }

    public TestServices autoPort() {
        ports.add(new PortClaim.Auto());
        return this;
    }

    public TestServices restart(RestartPolicy policy) {
        restart = policy;
        return this;
    }

    public TestServices backoff(Backoff of) {
        backoff = of;
        return this;
    }

    public TestServices success(Integer... codes) {
        successCodes = Set.of(codes);
        return this;
    }

    public TestServices grace(Duration period) {
        grace = period;
        return this;
    }

    public TestServices startTimeout(Duration timeout) {
        startTimeout = timeout;
        return this;
    }

    public TestServices optional() {
        optional = true;
        return this;
    }

    public TestServices scale(int copies) {
        scale = copies;
        return this;
    }

    public TestServices tty() {
        tty = true;
        return this;
    }

    /** A line for the shell, with what it refers to. */
    public TestServices command(String line) {
        try {
            command = Optional.of(Template.parse(line));
            return this;
        } catch (TemplateSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public TestServices stopCommand(String line) {
        stopCommand = Optional.of(new Command.Shell(Template.literal(line)));
        return this;
    }

    public ServiceSpec spec() {
        return new ServiceSpec(
                new ServiceId(name),
                type,
                stage,
                new Command.Shell(command.orElse(Template.literal("run " + name))),
                Path.of("/project").resolve(folder),
                Map.of(),
                ports,
                readiness,
                health,
                startTimeout,
                restart,
                backoff,
                successCodes,
                PosixSignal.SIGTERM,
                grace,
                stopCommand,
                scale,
                optional,
                dependsOn,
                Set.of(),
                aliases,
                ConsoleMode.ALL,
                Map.of(),
                Optional.empty(),
                tty);
    }

    /** A project of these services; their stages form a chain in the order in which they first appear. */
    public static Project project(TestServices... services) {
        Map<StageId, Set<StageId>> stages = new LinkedHashMap<>();
        Map<ServiceId, ServiceSpec> specs = new LinkedHashMap<>();
        Set<StageId> before = Set.of();
        for (TestServices service : services) {
            ServiceSpec spec = service.spec();
            specs.put(spec.id(), spec);
            if (spec.stage().isPresent() && !stages.containsKey(spec.stage().get())) {
                stages.put(spec.stage().get(), new LinkedHashSet<>(before));
                before = Set.of(spec.stage().get());
            }
        }
        return new Project(
                "test", Path.of("/project"), Set.of(), stages, specs, Map.of(), Map.of(), List.of(), PluginSettings.NONE, Map.of(),
                LogSettings.DEFAULT, List.of());
    }
}
