package dev.brummer.runtime;

import dev.brummer.api.Cause.PortHeld;
import dev.brummer.api.InstanceView;
import dev.brummer.core.engine.Engine;
import dev.brummer.core.graph.Gate;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Instance;
import dev.brummer.core.supervision.Waits;
import dev.brummer.runtime.why.Present;
import dev.brummer.runtime.why.Standing;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where services of this process are, all at the same moment. */
final class LivePresent implements Present {
    private final LiveSession session;
    private final Fleet fleet;
    private final Engine engine;

    /** @param fleet as it was at that moment */
    LivePresent(LiveSession session, Fleet fleet, Engine engine) {
        this.session = session;
        this.fleet = fleet;
        this.engine = engine;
    }

    @Override
    public Optional<Standing> of(ServiceId service) {
        List<Instance> copies = fleet.copies(service).stream().map(fleet::instance).toList();
        return copies.isEmpty() ? Optional.empty() : Optional.of(standing(service, copies));
    }

    private Standing standing(ServiceId service, List<Instance> copies) {
        List<Gate> gates = fleet.graph().gates(service);
        return new Standing(
                copies.stream().map(copy -> session.view(fleet, copy)).toList(),
                copies.stream().map(copy -> session.health(fleet, copy)).toList(),
                new Waits(fleet).closed(service),
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
