package dev.brummer.discovery.compose;

import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.discovery.foreign.Values;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.spi.ServiceId;
import java.util.List;
import java.util.Set;

/** A service that needs its container, as a task that has Compose start it. */
final class ContainerTask {
    private final String compose;
    private final Set<String> toComplete;
    private final Set<String> alone;

    /**
     * @param compose the command with the options that name the files
     * @param here the services that run without containers
     */
    ContainerTask(String compose, Graph graph, Set<String> here) {
        this.compose = compose;
        this.toComplete = graph.toComplete();
        this.alone = graph.waitingFor(here);
    }

    ServiceSketch of(ComposeService service) {
        Span at = service.key().span();
        ServiceSketch task = ServiceSketch.named(new ServiceId(service.name()), at).with("type", "task", at, "");
        if (toComplete.contains(service.name())) {
            return task.noting(container(service) + ", which others wait for until it has done its work.")
                    .with("command", compose + " run --rm " + options(service) + service.name(), at, "");
        }
        boolean checked = hasHealthcheck(service.body());
        ServiceSketch started = task.noting(container(service) + ", which runs in the background.")
                .with(
                        "command",
                        compose + " up -d " + (checked ? "--wait " : "") + options(service) + service.name(),
                        at,
                        checked ? "--wait waits for the container's own healthcheck" : "")
                .with("stop_command", compose + " stop " + service.name(), at, "")
                .with("start_timeout", ContainerTimes.LONGEST_START, at, "images may have to be fetched")
                .with("stop_grace_period", ContainerTimes.LONGEST_STOP, at, "");
        List<Node> checks = checks(service);
        return checks.isEmpty()
                ? started
                : started.with(
                        "readiness",
                        checks.size() == 1 ? checks.getFirst() : new Sequence(at, checks),
                        "published by " + service.ports().getFirst().at().lineOnly());
    }

    private static String container(ComposeService service) {
        String image = Values.text(service.body(), "image").map(name -> " of " + name).orElse("");
        return "A container" + (service.body().entry("build") == null ? image : " that is built");
    }

    // What runs here already must not be started in a container as well.
    private String options(ComposeService service) {
        return alone.contains(service.name()) ? "--no-deps " : "";
    }

    private static boolean hasHealthcheck(Mapping body) {
        return body.value("healthcheck") instanceof Mapping check
                && check.value("test") != null
                && !Values.isTrue(check, "disable");
    }

    private static List<Node> checks(ComposeService service) {
        return service.ports().stream()
                .filter(port -> port.host().isPresent())
                .<Node>map(PortMapping::check)
                .toList();
    }
}
