package dev.brummer.insight.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkFinderTest {
    /** Each line is followed by microseconds, status, request line and callee; a dash stands for nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '!', textBlock =
            """
            [a1b2c3] POST /api/orders - Start                          ~ -         ~ -   ~ POST /api/orders ~ -
            [a1b2c3] POST /api/orders - 201 (523ms)                    ~ 523000    ~ 201 ~ POST /api/orders ~ -
            [Trace: 5f3a2b1c] → Auth Service (12ms)                    ~ 12000     ~ -   ~ -                ~ Auth Service
            [Trace: 5f3a2b1c] -> payments (1.5s)                       ~ 1500000   ~ -   ~ -                ~ payments
            [Trace: 5f3a2b1c] Complete: 369ms total                    ~ 369000    ~ -   ~ -                ~ -
            GET /health 200 1.234 ms - 5                               ~ 1234      ~ 200 ~ GET /health      ~ -
            127.0.0.1 - - "GET /x?y=1 HTTP/1.1" 503 17                 ~ -         ~ 503 ~ GET /x           ~ -
            INFO: 127.0.0.1:5000 - "GET /error HTTP/1.1" 500           ~ -         ~ 500 ~ GET /error       ~ -
            {"method":"GET","url":"/x?y","statusCode":500,"responseTime":17}  ~ 17000 ~ 500 ~ GET /x        ~ -
            {"duration_ms":4.5,"msg":"done"}                           ~ 4500      ~ -   ~ -                ~ -
            {"durationMs":12}                                          ~ 12000     ~ -   ~ -                ~ -
            level=info duration=1.2ms status=404                       ~ 1200      ~ 404 ~ -                ~ -
            level=info elapsed=250µs                                   ~ 250       ~ -   ~ -                ~ -
            request_time=0.123 status=200                              ~ 123000    ~ 200 ~ -                ~ -
            query took 12 ms                                           ~ 12000     ~ -   ~ -                ~ -
            completed in 2 seconds                                     ~ 2000000   ~ -   ~ -                ~ -
            provider answered 502 after 80ms                           ~ 80000     ~ 502 ~ -                ~ -
            Request failed with status code 500                        ~ -         ~ 500 ~ -                ~ -
            upstream responded with HTTP 503                           ~ -         ~ 503 ~ -                ~ -
            retrying in 500ms                                          ~ -         ~ -   ~ -                ~ -
            timeout of 5000ms                                          ~ -         ~ -   ~ -                ~ -
            sold 500 of them                                           ~ -         ~ -   ~ -                ~ -
            order 500 accepted                                         ~ -         ~ -   ~ -                ~ -
            took 99999999999s                                          ~ -         ~ -   ~ -                ~ -
            started                                                    ~ -         ~ -   ~ -                ~ -
            """)
    void readsWhatLinesSayOfWork(String line, String micros, String status, String what, String callee) {
        Work work = WorkFinder.of(line);

        assertThat(work.took().map(took -> "" + took.toNanos() / 1000).orElse("-")).isEqualTo(micros);
        assertThat(work.status().isPresent() ? "" + work.status().getAsInt() : "-").isEqualTo(status);
        assertThat(work.what().isEmpty() ? "-" : work.what()).isEqualTo(what);
        assertThat(work.callee().isEmpty() ? "-" : work.callee()).isEqualTo(callee);
        assertThat(work.failed()).isEqualTo(status.startsWith("5"));
    }
}
