package dev.brummer.runtime;

import dev.brummer.api.RefusedException;
import dev.brummer.api.WhyView;
import dev.brummer.core.engine.Engine;
import dev.brummer.core.model.Project;
import dev.brummer.runtime.history.Start;
import dev.brummer.runtime.history.Starts;
import dev.brummer.runtime.why.WhyReader;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Tells why services of this process are as they are. Safe for use by several threads. */
final class Explaining {
    private final LiveSession session;
    private final FleetSession fleet;
    private final Engine engine;
    private final SystemTime time;

    Explaining(LiveSession session, FleetSession fleet, Engine engine, SystemTime time) {
        this.session = session;
        this.fleet = fleet;
        this.engine = engine;
        this.time = time;
    }

    /** @throws RefusedException if {@code word} stands for no service, or for several, or nothing can be read */
    WhyView why(String word) throws RefusedException {
        ServiceId service = meant(word);
        Project project = fleet.setup().project();
        try {
            Start start = Starts.ofThisProcess(project.folder().resolve(".brummer"));
            return WhyReader.now(start, project, new LivePresent(session, fleet.fleet(), engine), service, time.instant())
                    .orElseThrow(() -> new RefusedException("'" + service + "' has just left the fleet"));
        } catch (IOException e) {
            throw new RefusedException("the journal cannot be read: " + e.getMessage(), e);
        }
    }

    private ServiceId meant(String word) throws RefusedException {
        List<ServiceId> services = session.named(List.of(word)).stream()
                .map(InstanceId::service)
                .distinct()
                .toList();
        if (services.size() != 1) {
            throw new RefusedException("'" + word + "' stands for several services: "
                    + services.stream().map(ServiceId::name).collect(Collectors.joining(", ")));
        }
        return services.getFirst();
    }
}
