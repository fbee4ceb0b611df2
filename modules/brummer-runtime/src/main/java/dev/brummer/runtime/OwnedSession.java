package dev.brummer.runtime;

import dev.brummer.api.EnvironmentView;
import dev.brummer.api.FleetView;
import dev.brummer.api.ProjectView;
import dev.brummer.api.RefusedException;
import dev.brummer.api.Session;
import dev.brummer.api.SessionEnd;
import dev.brummer.api.StreamView;
import dev.brummer.runtime.history.LiveJournal;
import dev.brummer.spi.InstanceId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** A session of this process: always within reach, with a console of its own, and it is known when it has ended. */
public interface OwnedSession extends Session {
    @Override
    ProjectView project();

    @Override
    FleetView fleet();

    @Override
    FleetView fleetAfter(long version, Duration patience) throws InterruptedException;

    @Override
    EnvironmentView environment(InstanceId instance, boolean reveal) throws RefusedException;

    @Override
    FleetView start(Set<InstanceId> instances);

    @Override
    FleetView stop(Set<InstanceId> instances, String reason);

    @Override
    FleetView kill(Set<InstanceId> instances, String reason);

    @Override
    FleetView restart(Set<InstanceId> instances, boolean withDependents);

    @Override
    void stop(String reason);

    @Override
    void kill(String reason);

    /** What the console of this process shows. Always the same object. */
    StreamView view();

    /** What the session has written so far, and writes. Always the same object. */
    LiveJournal history();

    /** How the session ended, once nothing of it runs any more and all output has been delivered. */
    CompletionStage<SessionEnd> end();
}
