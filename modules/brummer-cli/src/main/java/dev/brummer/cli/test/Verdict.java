package dev.brummer.cli.test;

import java.time.Duration;
import java.util.Optional;

/** What a test amounts to. */
public sealed interface Verdict {
    /** The exit code that says so. */
    int exitCode();

    /** How far it was. */
    enum Phase {
        /** Services were being brought up. */
        BRINGING_UP,
        /** The command ran. */
        RUNNING
    }

    /** The command ended with 0, and no service had failed. */
    record Passed() implements Verdict {
        @Override
        public int exitCode() {
            return 0;
        }
    }

    /** The command ended with another code. */
    record CommandFailed(int code) implements Verdict {
        @Override
        public int exitCode() {
            return code;
        }
    }

    /** @param why for a person */
    record CommandNotStarted(String why) implements Verdict {
        @Override
        public int exitCode() {
            return 127;
        }
    }

    /** A service failed, whatever the command said. */
    record ServicesFailed(Phase phase) implements Verdict {
        @Override
        public int exitCode() {
            return 1;
        }
    }

    /** Somebody else ended the services. */
    record FleetEnded(Phase phase) implements Verdict {
        @Override
        public int exitCode() {
            return 1;
        }
    }

    record TimedOut(Duration limit, Phase phase) implements Verdict {
        @Override
        public int exitCode() {
            return 124;
        }
    }

    /**
     * Somebody asked for its end. That is never a success, whatever the command made of it.
     *
     * @param by what asked: {@code Ctrl-C}
     * @param code the command's; empty where it had not been started, or the end was forced
     */
    record Interrupted(String by, Optional<Integer> code) implements Verdict {
        /** What a shell says of a program that Ctrl-C has ended. */
        private static final int INTERRUPTED = 130;

        @Override
        public int exitCode() {
            return code.filter(own -> own != 0).orElse(INTERRUPTED);
        }
    }
}
