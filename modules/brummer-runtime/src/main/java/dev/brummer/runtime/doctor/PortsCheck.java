package dev.brummer.runtime.doctor;

import dev.brummer.core.model.PortClaim;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.process.Surroundings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether claimed ports are free. */
final class PortsCheck implements Check {
    private final Surroundings surroundings;
    private final Set<Integer> ours;

    /** @param ours the ports of what runs of the project already */
    PortsCheck(Surroundings surroundings, Set<Integer> ours) {
        this.surroundings = surroundings;
        this.ours = ours;
    }

    @Override
    public List<Finding> look(Subject subject) {
        List<Finding> findings = new ArrayList<>();
        TreeSet<Integer> free = new TreeSet<>();
        TreeSet<Integer> held = new TreeSet<>();
        for (ServiceSpec service : subject.services()) {
            for (PortClaim claim : service.ports()) {
                if (claim instanceof PortClaim.Fixed(int port) && ours.contains(port)) {
                    held.add(port);
                } else if (claim instanceof PortClaim.Fixed(int port)) {
                    look(service, port).ifPresent(findings::add);
                    free.add(port);
                }
            }
        }
        if (findings.isEmpty() && !free.isEmpty()) {
            findings.add(Finding.ok("ports", "ports are free: " + list(free)));
        }
        if (!held.isEmpty()) {
            findings.add(Finding.ok("ports", "ports of what runs here: " + list(held)));
        }
        return findings;
    }

    private Optional<Finding> look(ServiceSpec service, int port) {
        try {
            return surroundings.portOwner(port).map(owner -> taken(service, port, owner));
        } catch (IOException e) {
            return Optional.of(Finding.warning(
                    "port-unknown",
                    service,
                    "whether port " + port + " is free cannot be found out: " + e.getMessage(),
                    "let fewer programs run, or raise that limit"));
        }
    }

    private static String list(TreeSet<Integer> ports) {
        return String.join(", ", ports.stream().map(String::valueOf).toList());
    }

    private static Finding taken(ServiceSpec service, int port, String owner) {
        return Finding.error(
                "port-in-use", service, "port " + port + " is held by " + owner, "stop that, or change 'ports'");
    }
}
