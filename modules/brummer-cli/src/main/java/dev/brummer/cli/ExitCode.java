package dev.brummer.cli;

/** What {@code brum} says with its exit code. */
enum ExitCode implements Outcome {
    /** All as asked, also after a graceful Ctrl-C, SIGTERM or SIGHUP. */
    OK(0),
    /** A service failed, or did not become ready. */
    FAILED(1),
    /** Usage or configuration. */
    USAGE(2),
    /** Nothing runs, or ever ran, that could be asked. */
    NOTHING_RUNS(3),
    /** A {@code --timeout} ran out. */
    TIMED_OUT(124),
    /** A second Ctrl-C forced the end, or a test was interrupted. */
    FORCED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The one of that number; any other says that something failed. */
    static ExitCode of(int number) {
        for (ExitCode code : values()) {
            if (code.number == number) {
                return code;
            }
        }
        return FAILED;
    }

    @Override
    public int number() {
        return number;
    }
}
