package dev.brummer.api;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A fleet that runs, and what can be asked of it: in this process or in another. What is done to single services returns
 * once it has been decided, with the fleet as it is then; what comes of it, later views tell. Safe for use by several
 * threads.
 */
public interface Session {
    /** What the fleet was started from. */
    ProjectView project() throws SessionException;

    /** Where every instance is at this moment. */
    FleetView fleet() throws SessionException;

    /** The same with what every instance uses of the machine; without that where it cannot be found out. */
    FleetView fleetWithUsage() throws SessionException;

    /**
     * Where every instance is once something has changed since an earlier view.
     *
     * @param version that of the earlier view
     * @param patience how long to wait for a change; the view may be the same after that
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    FleetView fleetAfter(long version, Duration patience) throws SessionException, InterruptedException;

    /**
     * The lines that have begun and not ended, once something has changed since an earlier view, ten times a second at
     * most.
     *
     * @param version that of the earlier view; 0 where there is none, for a view at once
     * @param patience how long to wait for a change; the view may be the same after that
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    UnfinishedView unfinishedAfter(long version, Duration patience) throws SessionException, InterruptedException;

    /**
     * Finds what people name.
     *
     * @param words names of services as they or their lines call them, of single copies, of groups, or of stages; none
     *     for all
     * @return in the order of the file
     * @throws RefusedException if one names nothing, or may mean several
     */
    List<InstanceId> named(List<String> words) throws SessionException;

    /**
     * The environment of an instance.
     *
     * @param reveal whether values that look like secrets are told, too
     * @throws RefusedException if a variable or reference has no value
     */
    EnvironmentView environment(InstanceId instance, boolean reveal) throws SessionException;

    /**
     * What the checks of instances say, and have said.
     *
     * @param words as {@link #named} takes them; none for all
     * @throws RefusedException if one names nothing, or may mean several
     */
    HealthView health(List<String> words) throws SessionException;

    /**
     * Why a service is as it is.
     *
     * @param word one service, as {@link #named} takes it
     * @throws RefusedException if it names none, or several
     */
    WhyView why(String word) throws SessionException;

    /** The rules by which somebody is told of something, and what has come of them in this start. */
    AlertsView alerts() throws SessionException;

    /**
     * What instances use of the machine at this moment.
     *
     * @param words as {@link #named} takes them; none for all
     * @throws RefusedException if one names nothing, or it cannot be found out
     */
    FleetUsage usage(List<String> words) throws SessionException;

    /**
     * The established TCP connections that begin or end at instances, counted.
     *
     * @param words as {@link #named} takes them; none for all
     * @throws RefusedException if one names nothing, or it cannot be found out
     */
    FleetConnections connections(List<String> words) throws SessionException;

    /** Starts what does not run, and what it needs. */
    FleetView start(Set<InstanceId> instances) throws SessionException;

    /** Asks instances to stop, and leaves the rest as it is. */
    FleetView stop(Set<InstanceId> instances, String reason) throws SessionException;

    /** Ends instances at once, without asking them, and leaves the rest as it is. */
    FleetView kill(Set<InstanceId> instances, String reason) throws SessionException;

    /**
     * Starts instances anew; those that do not run are started.
     *
     * @param withDependents whether what runs and needs them is started anew as well, after them
     */
    FleetView restart(Set<InstanceId> instances, boolean withDependents) throws SessionException;

    /**
     * Sends a signal to all processes of instances. What comes of it is judged as if it had happened by itself.
     *
     * @param signal its name: {@code HUP} or {@code SIGHUP}
     * @throws RefusedException if there is no such signal, or nothing of an instance runs
     */
    void signal(Set<InstanceId> instances, String signal) throws SessionException;

    /**
     * Has the fleet read its configuration again: what is new starts, what is gone stops, what has changed starts anew.
     * Returns once that has begun.
     *
     * @param dryRun whether nothing is to be changed
     * @return what is different
     * @throws RefusedException if the configuration is faulty; the message says where
     */
    ReloadView reload(boolean dryRun) throws SessionException;

    /**
     * Takes more services of the project into the fleet, and starts those of them that do not run.
     *
     * @throws RefusedException if one is not of the project that the fleet has read
     */
    FleetView join(Set<ServiceId> services) throws SessionException;

    /**
     * Starts services of the project, whether or not the fleet has them, and what they need; tasks that are done run
     * again where they are named. The project is read again for that. What the fleet has already goes on as it is.
     *
     * @param words names of services, of groups of them, or of stages, as {@code brum up} takes them
     * @throws RefusedException if the configuration is faulty, or one names nothing
     */
    FleetView run(List<String> words) throws SessionException;

    /**
     * The names that {@link #run} takes.
     *
     * @throws RefusedException if the configuration is faulty
     */
    List<String> runnable() throws SessionException;

    /**
     * Goes to the terminal of an instance.
     *
     * @throws RefusedException if it does not run, or not on a terminal
     */
    TerminalLine terminal(InstanceId instance) throws SessionException;

    /** Asks everything to stop, dependents first, and the session to end; returns at once. */
    void stop(String reason) throws SessionException;

    /** Ends everything at once, without asking it, and the session with it; returns at once. */
    void kill(String reason) throws SessionException;
}
