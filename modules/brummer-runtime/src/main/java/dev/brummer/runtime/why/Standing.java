package dev.brummer.runtime.why;

import dev.brummer.api.CheckView;
import dev.brummer.api.InstanceHealth;
import dev.brummer.api.InstanceView;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a service is at the time in question. Immutable.
 *
 * @param copies at least one
 * @param health what the checks of each copy say; empty where nobody knows
 * @param waitsFor the services whose gates hold it up
 * @param needs the services it depends on, also while it runs
 * @param follows all services that it was started after, those that it needs first
 */
public record Standing(
        List<InstanceView> copies,
        List<InstanceHealth> health,
        List<ServiceId> waitsFor,
        List<ServiceId> needs,
        List<ServiceId> follows) {
    private static final List<ServiceState> WORST = List.of(
            ServiceState.FAILED,
            ServiceState.BACKING_OFF,
            ServiceState.UNHEALTHY,
            ServiceState.STOPPED,
            ServiceState.STOPPING,
            ServiceState.COMPLETED,
            ServiceState.WAITING,
            ServiceState.PENDING,
            ServiceState.STARTING,
            ServiceState.DISABLED,
            ServiceState.READY);

    public Standing {
        copies = List.copyOf(copies);
        health = List.copyOf(health);
        waitsFor = List.copyOf(waitsFor);
        needs = List.copyOf(needs);
        follows = List.copyOf(follows);
    }

    /** The copy that is worst off. */
    InstanceView worst() {
        return copies.stream()
                .min(Comparator.comparing(InstanceView::isUp).thenComparing(copy -> WORST.indexOf(copy.state())))
                .orElseThrow();
    }

    /** What the checks of the worst copy say that does not pass. */
    Stream<CheckView> failingChecks() {
        return health.stream()
                .filter(one -> one.id().equals(worst().id()))
                .flatMap(one -> one.checks().stream())
                .filter(check -> check.last().filter(said -> isBad(said.verdict())).isPresent());
    }

    private static boolean isBad(CheckView.Verdict verdict) {
        return switch (verdict) {
            case DEGRADED, FAILING, NOT_YET -> true;
            case PASSING, UNKNOWN -> false;
        };
    }

    /** Whether it is where it is meant to be, and its checks pass. */
    boolean isWell() {
        return worst().isUp() && failingChecks().findAny().isEmpty();
    }
}
