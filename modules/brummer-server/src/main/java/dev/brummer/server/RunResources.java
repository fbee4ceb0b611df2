package dev.brummer.server;

import dev.brummer.api.RunView;
import dev.brummer.logs.JournalCursor;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import dev.brummer.spi.StateChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of the runs of a service, as the journal has it. */
final class RunResources {
    private static final int READ_AT_ONCE = 64 << 10;

    /** A service that crashes every second has as many in a quarter of an hour. */
    private static final int MOST = 1000;

    private RunResources() {}

    static List<Resource> all() {
        return List.of(Resource.get("/v1/services/{service}/runs", RunResources::runs));
    }

    private static Reply runs(Call call) throws Fault, IOException {
        ServiceId service = FleetResources.declared(call).id();
        Runs runs = new Runs();
        JournalCursor cursor = call.session().history().states();
        List<JournalEntry> entries = cursor.next(READ_AT_ONCE);
        while (!entries.isEmpty()) {
            for (JournalEntry entry : entries) {
                if (entry instanceof StateChange change && change.instance().service().equals(service)) {
                    runs.take(change);
                }
            }
            entries = cursor.next(READ_AT_ONCE);
        }
        return new Reply.Value(List.copyOf(runs.all.values()));
    }

    /** The newest runs, put together from changes of state. */
    private static final class Runs {
        private final Map<List<Object>, RunView> all = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<List<Object>, RunView> eldest) {
                return size() > MOST;
            }
        };

        void take(StateChange change) {
            List<Object> key = List.of(change.instance(), change.run());
            RunView run = all.get(key);
            if (run == null && change.to() == ServiceState.STARTING) {
                all.put(key, RunView.begun(change.instance(), change.run(), change.reason(), change.time()));
            } else if (run != null && run.ended().isEmpty()) {
                all.put(key, after(run, change));
            }
        }

        private static RunView after(RunView run, StateChange change) {
            return switch (change.to()) {
                case READY -> run.ready().isPresent() ? run : run.readyAt(change.time());
                case STARTING, UNHEALTHY, STOPPING -> run;
                case PENDING, WAITING, BACKING_OFF, STOPPED, COMPLETED, FAILED, DISABLED ->
                    run.endedAt(change.time(), change.to(), change.reason());
            };
        }
    }
}
