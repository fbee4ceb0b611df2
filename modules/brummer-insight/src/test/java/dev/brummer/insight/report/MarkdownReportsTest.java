package dev.brummer.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MarkdownReportsTest {
    @Test
    void aRequestIsReadyForAnIssue() throws IOException {
        assertThat(TraceMarkdown.of(Reports.traced(Reports.FAILURE, "a1b2c3"))).startsWith("""
                ### Request `a1b2c3` failed in `payments`

                - 1,240 ms from 2026-11-22 15:04:05.000 UTC
                - IllegalStateException: the provider has refused ← SocketTimeoutException: Read timed out at `Provider.java:88`
                - linked ids: `12345`

                ```text
                15:04:05.000      +0 ms    gateway   [a1b2c3] POST /api/orders - Start
                """).endsWith("not followed: user 42, which 5 other requests share\n```\n");
    }

    @Test
    void thatAWordIsNoIdIsSaidFirst() throws IOException {
        assertThat(TraceMarkdown.of(Reports.traced("web 0 hello\n", "hello"))).startsWith("""
                ### Lines with `hello`

                - 0 ms from 2026-11-22 15:04:05.000 UTC
                - no line names 'hello' as an id; these are the lines that hold the word

                ```text
                """);
    }

    @Test
    void errorsAreReadyForAnIssueEachWithAnExample() throws IOException {
        assertThat(ErrorsMarkdown.of(Reports.errors(Reports.ERRORS).groups(), 0)).startsWith("""
                ### 2× card 1 declined

                - in `payments`, for instance in request `cccc02`
                - 15:04:09 to 15:04:10 UTC
                - then 2× in `orders`: order failed

                ```text
                [cccc01] ERROR card 1 declined
                ```

                ### 1× IllegalStateException: the provider has refused ← SocketTimeoutException: Read timed out

                - in `payments` at `Provider.java:88`
                - 15:04:06 UTC

                ```text
                ERROR payment for order 12345 failed
                java.lang.IllegalStateException: the provider has refused
                	at shop.Provider.charge(Provider.java:88)
                Caused by: java.net.SocketTimeoutException: Read timed out
                	... 14 more
                ```
                """);
        assertThat(ErrorsMarkdown.of(Reports.errors(Reports.ERRORS).groups(), 2))
                .endsWith("and 2 errors of further kinds\n");
    }

    @Test
    void whatNobodyKnowsIsSaid() throws IOException {
        assertThat(TraceMarkdown.of(Reports.traced(Reports.GUIDE, "zzz_9"))).isEqualTo("no line knows zzz\\_9\n");
    }
}
