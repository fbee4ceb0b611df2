package dev.brummer.server;

import dev.brummer.api.FleetView;
import dev.brummer.api.InstanceView;
import dev.brummer.api.ServiceView;
import dev.brummer.api.SessionException;
import dev.brummer.spi.InstanceId;
import java.util.List;

/** What a fleet is and where it stands. */
final class FleetResources {
    /** Less than what clients and what stands between them wait for an answer. */

    private FleetResources() {}

    static List<Resource> all() {
        return List.of(
                Resource.get("/v1/project", call -> new Reply.Value(call.session().project())),
                Resource.get("/v1/services", call -> new Reply.Value(call.session().project().services())),
                Resource.get("/v1/services/{service}", call -> new Reply.Value(declared(call))),
                Resource.get("/v1/services/{service}/why", FleetResources::why),
                Resource.get("/v1/runnable", call -> new Reply.Value(call.session().runnable())),
                Resource.get("/v1/fleet", call -> new Reply.Value(fleet(call))),
                Resource.get("/v1/instances", FleetResources::named),
                Resource.get("/v1/instances/{instance}/environment", FleetResources::environment),
                Resource.get("/v1/usage", call -> new Reply.Value(call.session().usage(call.parameters("name")))),
                Resource.get(
                        "/v1/connections", call -> new Reply.Value(call.session().connections(call.parameters("name")))),
                Resource.get("/v1/checks", call -> new Reply.Value(call.session().health(call.parameters("name")))));
    }

    /**
     * The service that the path names.
     *
     * @throws Fault if there is none
     */
    static ServiceView declared(Call call) throws Fault {
        String name = call.name("service");
        for (ServiceView service : call.session().project().services()) {
            if (service.id().name().equals(name)) {
                return service;
            }
        }
        throw new Fault(404, "no-such-service", "there is no service '" + name + "'");
    }

    private static FleetView fleet(Call call) throws Fault, SessionException, InterruptedException {
        long after = call.number("after", 0);
        FleetView fleet = after == 0 ? call.session().fleet() : changed(call, after);
        return call.flag("usage") ? call.session().fleetWithUsage() : fleet;
    }

    private static FleetView changed(Call call, long after) throws Fault, SessionException, InterruptedException {
        return call.session().fleetAfter(after, call.patience());
    }

    private static Reply named(Call call) throws SessionException {
        return new Reply.Value(call.session().named(call.parameters("name")));
    }

    private static Reply why(Call call) throws SessionException {
        return new Reply.Value(call.session().why(call.name("service")));
    }

    private static Reply environment(Call call) throws Fault, SessionException {
        InstanceId instance = instance(call);
        return new Reply.Value(call.session().environment(instance, call.flag("reveal")));
    }

    /** The instance that the path names. */
    private static InstanceId instance(Call call) throws Fault {
        String label = call.name("instance");
        for (InstanceView instance : call.session().fleet().instances()) {
            if (instance.id().label().equals(label)) {
                return instance.id();
            }
        }
        throw new Fault(404, "no-such-instance", "there is no instance '" + label + "'");
    }
}
