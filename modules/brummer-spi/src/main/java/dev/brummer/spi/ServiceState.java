package dev.brummer.spi;

/** The states of a service's instance, as the journal, JSON and every view name them. */
public enum ServiceState {
    /** Known, not asked for yet. */
    PENDING("pending"),
    /** Asked for, and something it needs is not there yet; the reason names it. */
    WAITING("waiting"),
    /** Its process runs, and it is not ready yet. */
    STARTING("starting"),
    READY("ready"),
    /** It was ready, and its health check failed {@code retries} times in a row. */
    UNHEALTHY("unhealthy"),
    /** It ended, and its restart policy will start it again after a delay. */
    BACKING_OFF("backing-off"),
    STOPPING("stopping"),
    /** Ended because somebody asked for it. */
    STOPPED("stopped"),
    /** Exited with a success code although nobody asked: a task's goal, a warning for a service. */
    COMPLETED("completed"),
    FAILED("failed"),
    /** Left out of this start. */
    DISABLED("disabled");

    private final String word;

    ServiceState(String word) {
        this.word = word;
    }

    /** The state's name in JSON and in queries. */
    public String word() {
        return word;
    }

    /** Whether nothing of the instance runs and nothing will be started without a new request. */
    public boolean isOver() {
        return switch (this) {
            case STOPPED, COMPLETED, FAILED, DISABLED -> true;
            case PENDING, WAITING, STARTING, READY, UNHEALTHY, BACKING_OFF, STOPPING -> false;
        };
    }
}
