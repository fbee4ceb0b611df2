package dev.brummer.testing.junit;

import java.util.List;

/** Turns what is wrong into a failed test. */
final class Complaints {
    private Complaints() {}

    /** @throws AssertionError if there are any */
    static void none(List<String> complaints) {
        if (!complaints.isEmpty()) {
            throw new AssertionError(String.join("\n", complaints));
        }
    }
}
