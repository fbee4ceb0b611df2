package dev.brummer.cli;

import dev.brummer.api.FleetView;
import dev.brummer.api.InstanceView;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceState;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** What instances are waited for to get to. Decides purely. */
enum Goal {
    /** Its process runs; a task may have completed already. */
    STARTED,
    /** Ready, or a task that has completed. */
    READY,
    /** Nothing of it runs. */
    STOPPED,
    /** It has ended with a success. */
    COMPLETED;

    /** How far something is on its way. */
    enum Progress {
        ON_ITS_WAY,
        THERE,
        /** It will not get there by itself. */
        FAILED
    }

    /** The goal of that name, as {@code --for} takes it. */
    static Optional<Goal> of(String word) {
        return Arrays.stream(values()).filter(goal -> goal.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** How far all of these are: failed as soon as one is. */
    Progress progress(FleetView fleet, Collection<InstanceId> instances) {
        Progress all = Progress.THERE;
        for (InstanceView instance : fleet.instances()) {
            if (instances.contains(instance.id())) {
                Progress one = progress(instance);
                if (one == Progress.FAILED) {
                    return one;
                }
                all = one == Progress.ON_ITS_WAY ? one : all;
            }
        }
        return all;
    }

    /** How far one is. */
    Progress progress(InstanceView instance) {
        return switch (this) {
            case STARTED -> started(instance);
            case READY -> ready(instance);
            case STOPPED -> instance.state().isOver() ? Progress.THERE : Progress.ON_ITS_WAY;
            case COMPLETED -> completed(instance);
        };
    }

    private static Progress started(InstanceView instance) {
        return switch (instance.state()) {
            case STARTING, READY, UNHEALTHY -> Progress.THERE;
            case PENDING, WAITING, BACKING_OFF, STOPPING -> Progress.ON_ITS_WAY;
            case COMPLETED -> instance.task() ? Progress.THERE : Progress.FAILED;
            case STOPPED, FAILED, DISABLED -> Progress.FAILED;
        };
    }

    private static Progress ready(InstanceView instance) {
        if (instance.isUp()) {
            return Progress.THERE;
        }
        return instance.state().isOver() ? Progress.FAILED : Progress.ON_ITS_WAY;
    }

    /** A task whose work lives on is ready once its command has ended well. */
    private static Progress completed(InstanceView instance) {
        ServiceState state = instance.state();
        return state == ServiceState.COMPLETED || (instance.task() && state == ServiceState.READY)
                ? Progress.THERE
                : state.isOver() ? Progress.FAILED : Progress.ON_ITS_WAY;
    }
}
