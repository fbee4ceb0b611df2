package dev.brummer.server;

import dev.brummer.api.SessionException;
import dev.brummer.core.text.Printable;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What can be done to a fleet. */
final class ActionResources {
    private static final String BY = "asked for over the control API";
    private static final int LONGEST_REASON = 200;

    private ActionResources() {}

    static List<Resource> all() {
        return List.of(
                Resource.post("/v1/actions/start", call -> new Reply.Value(call.session().start(meant(call)))),
                Resource.post("/v1/actions/stop", call -> new Reply.Value(call.session().stop(meant(call), reason(call)))),
                Resource.post("/v1/actions/kill", call -> new Reply.Value(call.session().kill(meant(call), reason(call)))),
                Resource.post("/v1/actions/restart", call ->
                        new Reply.Value(call.session().restart(meant(call), call.asked("withDependents")))),
                Resource.post("/v1/actions/signal", ActionResources::signal),
                Resource.post("/v1/actions/reload", call -> new Reply.Value(call.session().reload(call.asked("dryRun")))),
                Resource.post("/v1/actions/join", ActionResources::join),
                Resource.post("/v1/actions/run", call -> new Reply.Value(call.session().run(words(call)))),
                Resource.post("/v1/actions/down", ActionResources::down));
    }

    private static Set<InstanceId> meant(Call call) throws Fault, SessionException {
        return new LinkedHashSet<>(call.session().named(words(call)));
    }

    private static List<String> words(Call call) throws Fault {
        List<String> words = call.texts("services");
        if (words.isEmpty()) {
            throw new Fault(400, "no-services", "services has to name at least one service");
        }
        return words;
    }

    private static String reason(Call call) {
        String given = call.text("reason");
        return given.isEmpty() ? BY : Printable.of(given.substring(0, Math.min(given.length(), LONGEST_REASON)));
    }

    private static Reply signal(Call call) throws Fault, SessionException {
        call.session().signal(meant(call), call.text("signal"));
        return new Reply.Value(call.session().fleet());
    }

    private static Reply join(Call call) throws Fault, SessionException {
        Set<ServiceId> services = new LinkedHashSet<>();
        for (String name : call.texts("services")) {
            if (!ServiceId.isValid(name)) {
                throw new Fault(400, "no-such-service", "no service can be called '" + Printable.of(name) + "'");
            }
            services.add(new ServiceId(name));
        }
        return new Reply.Value(call.session().join(services));
    }

    private static Reply down(Call call) {
        if (call.asked("now")) {
            call.session().kill(reason(call));
        } else {
            call.session().stop(reason(call));
        }
        return new Reply.Value(call.session().fleet());
    }
}
