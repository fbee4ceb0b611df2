package dev.brummer.discovery.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call of Docker Compose, or its like, that starts containers and returns.
 *
 * @param tool what is called: {@code docker-compose} or {@code docker compose}
 * @param options what stands before {@code up}, such as {@code -f db.yaml}
 * @param files the compose files that the options name; none for those of the folder
 * @param services the services that it names; none for all
 * @param text as it was written
 */
public record ComposeUp(
        String tool, List<String> options, List<String> files, List<String> services, String text) {
    private static final List<String> BARE = List.of("--compatibility", "--verbose", "--no-ansi");
    private static final List<String> VALUED = List.of(
            "-f", "--file", "-p", "--project-name", "--project-directory", "--env-file", "--profile", "--ansi", "--progress",
            "--parallel");
    private static final List<String> UP_BARE = List.of(
            "-d", "--detach", "--wait", "--build", "--no-build", "--force-recreate", "--always-recreate-deps",
            "--no-recreate", "--no-deps", "--remove-orphans", "--quiet-pull", "-V", "--renew-anon-volumes", "--no-color",
            "--no-log-prefix", "-y", "--yes");
    private static final List<String> UP_VALUED =
            List.of("--scale", "-t", "--timeout", "--wait-timeout", "--pull");

    public ComposeUp {
        options = List.copyOf(options);
        files = List.copyOf(files);
        services = List.copyOf(services);
    }

    /** Empty where it is something else, or does not return. */
    static Optional<ComposeUp> of(Invocation invocation, String text) {
        Optional<List<String>> arguments = invocation.arguments();
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        List<String> all = arguments.get();
        String program = invocation.program().orElse("");
        boolean plugin = (program.equals("docker") || program.equals("podman"))
                && !all.isEmpty()
                && all.getFirst().equals("compose");
        if (!plugin && !program.equals("docker-compose") && !program.equals("podman-compose")) {
            return Optional.empty();
        }
        return read(plugin ? program + " compose" : program, plugin ? all.subList(1, all.size()) : all, text);
    }

    private static Optional<ComposeUp> read(String tool, List<String> all, String text) {
        Optional<Arguments> before = Arguments.read(all, BARE, VALUED, true);
        if (before.isEmpty() || !before.get().words().equals(List.of("up"))) {
            return Optional.empty();
        }
        Optional<Arguments> after = Arguments.read(before.get().rest(), UP_BARE, UP_VALUED, false);
        List<String> flags = after.map(Arguments::flags).orElse(List.of());
        if (!flags.contains("-d") && !flags.contains("--detach") && !flags.contains("--wait")) {
            return Optional.empty();
        }
        List<String> files = new ArrayList<>();
        before.get().values().forEach((name, values) -> {
            if (name.equals("-f") || name.equals("--file")) {
                files.addAll(values);
            }
        });
        List<String> options = all.subList(0, all.size() - before.get().rest().size() - 1);
        return Optional.of(new ComposeUp(tool, options, files, after.orElseThrow().words(), text));
    }

    /** What stops what it has started. */
    public String stop() {
        StringBuilder stop = new StringBuilder(tool);
        options.forEach(option -> stop.append(' ').append(Quoted.word(option)));
        stop.append(" stop");
        services.forEach(service -> stop.append(' ').append(Quoted.word(service)));
        return stop.toString();
    }
}
