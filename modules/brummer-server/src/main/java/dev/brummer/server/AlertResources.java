package dev.brummer.server;

import java.util.List;

/** What somebody is told of. */
final class AlertResources {
    private AlertResources() {}

    static List<Resource> all() {
        return List.of(Resource.get("/v1/alerts", call -> new Reply.Value(call.session().alerts())));
    }
}
