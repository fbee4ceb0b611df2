package dev.brummer.runtime;

import dev.brummer.api.Cause.PortHeld;
import dev.brummer.api.InstanceHealth;
import dev.brummer.api.InstanceView;
import dev.brummer.core.engine.Engine;
import dev.brummer.core.graph.Gate;
import dev.brummer.core.supervision.Waits;
import dev.brummer.runtime.why.Present;
import dev.brummer.runtime.why.Standing;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where services of this process are now. */
final class LivePresent implements Present {
    private final LiveSession session;
    private final FleetSession fleet;
    private final Engine engine;
    private final Map<ServiceId, List<InstanceView>> copies;

    LivePresent(LiveSession session, FleetSession fleet, Engine engine) {
        this.session = session;
        this.fleet = fleet;
        this.engine = engine;
        this.copies = session.fleet().instances().stream()
                .collect(Collectors.groupingBy(instance -> instance.id().service()));
    }

    @Override
    public Optional<Standing> of(ServiceId service) {
        return Optional.ofNullable(copies.get(service)).map(instances -> standing(service, instances));
    }

    private Standing standing(ServiceId service, List<InstanceView> instances) {
        List<Gate> gates = fleet.fleet().graph().gates(service);
        List<InstanceHealth> health =
                instances.stream().map(instance -> session.health(instance.id())).toList();
        return new Standing(
                instances,
                health,
                new Waits(fleet.fleet()).closed(service),
                gates.stream().filter(gate -> gate.stage().isEmpty()).map(Gate::on).toList(),
                gates.stream().map(Gate::on).distinct().toList());
    }

    @Override
    public Optional<PortHeld> held(InstanceView instance, List<String> lines) {
        Optional<Integer> port = PortSigns.taken(lines, instance.ports());
        try {
            Optional<String> holder = port.isPresent() ? engine.holder(port.get()) : Optional.empty();
            return holder.map(who -> new PortHeld(instance.id().service(), port.orElseThrow(), who));
        } catch (IOException e) {
            // Its own line says that the port is taken; who has it is more than can be told.
            return Optional.empty();
        }
    }
}
