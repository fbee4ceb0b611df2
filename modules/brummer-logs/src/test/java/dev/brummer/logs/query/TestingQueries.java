package dev.brummer.logs.query;

/** What tests outside this package need of its. */
public final class TestingQueries {
    private TestingQueries() {}

    /** A fleet with the services auth, users, worker and compose. */
    public static QueryScope scope() {
        return new TestingScope();
    }
}
