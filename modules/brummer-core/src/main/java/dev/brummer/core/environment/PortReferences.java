package dev.brummer.core.environment;

import dev.brummer.core.model.PortClaim;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** References from one service to another: {@code services.auth.port}, {@code .host}, {@code .url}. */
record PortReferences(Project project, Optional<InstanceId> self, Map<InstanceId, List<Integer>> ports) {
    String value(String path, int index) throws UnresolvedException {
        Reference reference = Reference.parse(path, index);
        ServiceSpec target = project.services().get(reference.service());
        if (target == null) {
            throw new UnresolvedException("there is no service '" + reference.service() + "'", index);
        }
        return switch (reference.property()) {
            case HOST -> Reference.HOST_NAME;
            case PORT -> port(target, index);
            case URL -> "http://" + Reference.HOST_NAME + ":" + port(target, index);
        };
    }

    String portOf(InstanceId instance) throws UnresolvedException {
        return portOf(project.service(instance.service()));
    }

    String portOf(ServiceSpec service) throws UnresolvedException {
        return port(service, 0);
    }

    private String port(ServiceSpec target, int index) throws UnresolvedException {
        ServiceId id = target.id();
        List<Integer> chosen = ports.get(self.filter(own -> own.service().equals(id)).orElse(first(target)));
        if (chosen != null && !chosen.isEmpty()) {
            return Integer.toString(chosen.getFirst());
        }
        if (target.ports().isEmpty()) {
            throw new UnresolvedException("service '" + id + "' has no port", index);
        }
        if (target.ports().getFirst() instanceof PortClaim.Fixed(int port)) {
            return Integer.toString(port);
        }
        throw new UnresolvedException("service '" + id + "' has no port yet", index);
    }

    private static InstanceId first(ServiceSpec target) {
        return target.scale() == 1 ? InstanceId.only(target.id()) : new InstanceId(target.id(), 1);
    }
}
