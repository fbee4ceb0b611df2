package dev.brummer.cli.test;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of a test. Immutable.
 *
 * @param name what the test is called
 * @param command as it is written, variables and all
 * @param ready how long it took until all services were; empty where they never were
 * @param ran how long the command ran; empty where it never did
 * @param whole how long all of it took, up to the moment when nothing more was to be found out
 * @param services those it was about, as they were then, in the order of the file
 */
public record TestOutcome(
        String name,
        String command,
        Instant begin,
        Optional<Duration> ready,
        Optional<Duration> ran,
        Duration whole,
        List<Service> services,
        Verdict verdict) {
    public TestOutcome {
        services = List.copyOf(services);
    }

    /**
     * An instance of a service.
     *
     * @param run the number of its latest run; 0 where it was never started
     * @param reason why it is in its state, in words
     * @param ready how long its latest run took to get ready; empty where it is not
     */
    public record Service(
            InstanceId instance, boolean task, ServiceState state, int run, String reason, Optional<Duration> ready) {
        /** Whether it has failed. */
        public boolean isFailed() {
            return state == ServiceState.FAILED;
        }

        /** Whether it is where it is meant to get. */
        public boolean isUp() {
            return state == ServiceState.READY || (task && state == ServiceState.COMPLETED);
        }
    }

    public boolean isPassed() {
        return verdict instanceof Verdict.Passed;
    }

    /** The services that have failed. */
    public List<Service> failed() {
        return services.stream().filter(Service::isFailed).toList();
    }
}
