package dev.brummer.runtime;

import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Instance;
import dev.brummer.core.supervision.InstanceState;
import dev.brummer.logs.Journal;
import dev.brummer.spi.Level;
import dev.brummer.spi.ServiceId;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Begins the watch of each service that has one once it has been ready. Used by the loop's thread. */
final class Watches {
    private final Project project;
    private final EventLoop loop;
    private final FleetEffects runs;
    private final Journal journal;
    private final Set<ServiceId> waiting = new HashSet<>();
    // Not as what they are: that is loaded with the first of them.
    private final List<Closeable> begun = new ArrayList<>();

    Watches(Project project, EventLoop loop, FleetEffects runs, Journal journal) {
        this.project = project;
        this.loop = loop;
        this.runs = runs;
        this.journal = journal;
        for (ServiceSpec service : project.services().values()) {
            if (service.watch().isPresent()) {
                waiting.add(service.id());
            }
        }
    }

    void look(Fleet fleet) {
        if (waiting.isEmpty()) {
            return;
        }
        for (Instance instance : fleet.instances()) {
            ServiceId id = instance.id().service();
            if (instance.state() instanceof InstanceState.Ready && waiting.remove(id)) {
                ServiceSpec service = project.service(id);
                begun.add(ServiceWatch.begin(
                        service, service.watch().orElseThrow(), project.folder(), loop, runs, journal));
            }
        }
    }

    void end() {
        waiting.clear();
        for (Closeable watch : begun) {
            try {
                watch.close();
            } catch (IOException e) {
                say("a watch could not be ended: " + e.getMessage());
            }
        }
    }

    private void say(String text) {
        long ignored = journal.notice(Level.WARN, text);
    }
}
