package dev.brummer.insight.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.insight.kit.Script;
import dev.brummer.logs.query.Unit;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '!', textBlock =
            """
            ERROR payment 17 failed                                  ~ payment # failed
            2026-11-22 15:04:05,123 ERROR [main] payment 18 failed   ~ payment # failed
            [2026-11-22T15:04:05.123Z] error: payment 18 failed      ~ payment # failed
            ERROR order 550e8400-e29b-41d4-a716-446655440000 is lost ~ order # is lost
            ERROR took 12.5ms, more than 10ms                        ~ took #, more than #
            ERROR connect ECONNREFUSED 127.0.0.1:5432                ~ connect ECONNREFUSED #
            ERROR connect ECONNREFUSED 10.0.0.7:3000                 ~ connect ECONNREFUSED #
            ERROR no user 'bob'                                      ~ no user '…'
            ERROR no user "alice in chains"                          ~ no user '…'
            ERROR can't reach the user's home                        ~ can't reach the user's home
            ERROR request a1b2c3 failed                              ~ request # failed
            ERROR request deadbeef01 failed                          ~ request # failed
            ERROR payment pay_9f3 declined                           ~ payment pay_# declined
            ERROR worker3 died with exit code 137                    ~ worker# died with exit code #
            ERROR object Order@1b2c3d4e is locked                    ~ object Order@# is locked
            ERROR at 0x7f3a00 for the 3rd time                       ~ at # for the # time
            ERROR    too   much   space                              ~ too much space
            ␛[31mERROR␛[0m payment 17 failed                         ~ payment # failed
            {"level":50,"msg":"payment 17 failed"}                   ~ payment # failed
            {"level":"error","message":"payment 17 failed"}          ~ payment # failed
            web-1  | ERROR payment 17 failed                         ~ payment # failed
            ERROR [Circuit Breaker] opened                           ~ [Circuit Breaker] opened
            """)
    void leavesOutWhatDiffersEachTime(String line, String text) {
        assertThat(fingerprint(line).text()).isEqualTo(text);
    }

    @Test
    void aJavaTraceGoesByWhatWasThrownItsCauseAndTheInnermostOwnCall() {
        assertThat(fingerprint("""
                ERROR payment 17 failed
                org.springframework.dao.DataAccessException: no row 17
                ⇥at org.springframework.jdbc.Template.query(Template.java:12)
                ⇥at shop.orders.Orders.lambda$pay$0(Orders.java:40) ~[classes/:na]
                ⇥at shop.orders.Main.main(Main.java:7)
                Caused by: java.net.ConnectException: Connection refused: 127.0.0.1:5432
                ⇥at java.base/sun.nio.ch.Net.pollConnect(Native Method)
                ⇥... 12 more
                """).text())
                .isEqualTo("DataAccessException: no row # ← ConnectException: Connection refused: # "
                        + "@ Orders.lambda$pay$# Orders.java");
    }

    @Test
    void aNodeTraceGoesByTheInnermostOwnCall() {
        assertThat(fingerprint("""
                TypeError: Cannot read properties of undefined (reading 'amount')
                    at Object.get (/app/node_modules/pg/index.js:1:27)
                    at charge (/app/src/pay.js:12:27)
                    at node:internal/main/run_main_module:28:49 {
                  [cause]: Error: no row 7
                      at x (/app/src/x.js:1:2)
                }
                """).text())
                .isEqualTo("TypeError: Cannot read properties of undefined (reading '…') ← Error: no row # "
                        + "@ charge src/pay.js");
        assertThat(fingerprint("""
                /app/src/pay.js:3
                throw new Error('boom 1')
                ^

                Error: boom 1
                    at /app/src/pay.js:3:7
                """)).isEqualTo(fingerprint("""
                Error: boom 2
                    at /app/src/pay.js:4:9
                """));
    }

    @Test
    void aPythonTraceGoesByTheLastOwnCall() {
        assertThat(fingerprint("""
                ERROR:root:failed
                Traceback (most recent call last):
                  File "/app/db.py", line 7, in g
                KeyError: 'k'

                The above exception was the direct cause of the following exception:

                Traceback (most recent call last):
                  File "/app/shop/a.py", line 1, in main
                  File "/app/shop/orders.py", line 20, in pay
                    k()
                  File "/usr/lib/python3.11/site-packages/requests/api.py", line 59, in request
                app.errors.Failed: order 17
                """).text())
                .isEqualTo("Failed: order # ← KeyError: '…' @ pay shop/orders.py");
    }

    @Test
    void aPanicGoesByTheInnermostOwnCall() {
        assertThat(fingerprint("""
                panic: runtime error: index out of range [5] with length 3

                goroutine 1 [running]:
                panic({0x45e1c0?, 0x4dd0f0?})
                ⇥/usr/local/go/src/runtime/panic.go:884 +0x212
                main.(*Server).serve(0xc0000140a0, {0x4b2f28, 0x5})
                ⇥/app/cmd/main.go:12 +0x1d
                exit status 2
                """).text())
                .isEqualTo("panic: runtime error: index out of range [#] with length # "
                        + "@ main.(*Server).serve cmd/main.go");
    }

    @Test
    void aPanicThatTheServerCaughtGoesByTheInnermostOwnCallToo() {
        assertThat(fingerprint("""
                2026/11/22 15:04:05 http: panic serving 127.0.0.1:4444: boom
                goroutine 35 [running]:
                net/http.(*conn).serve.func1()
                ⇥/usr/local/go/src/net/http/server.go:1868 +0xb9
                panic({0x6c3a80?, 0x7b7d30?})
                ⇥/usr/local/go/src/runtime/panic.go:920 +0x270
                main.handler({0x7bb0c8, 0xc0001b8000}, 0x0?)
                ⇥/app/cmd/main.go:15 +0x3f
                """).text())
                .isEqualTo("panic: boom @ main.handler cmd/main.go");
    }

    @Test
    void aGroupOfExceptionsGoesByItsOwn() {
        assertThat(fingerprint("""
                  + Exception Group Traceback (most recent call last):
                  |   File "/app/shop/orders.py", line 16, in pay
                  |     raise ExceptionGroup("eg", [ValueError(1), TypeError("t")])
                  | ExceptionGroup: order 7 failed (2 sub-exceptions)
                  +-+---------------- 1 ----------------
                    | Traceback (most recent call last):
                    |   File "/app/shop/card.py", line 3, in charge
                    | ValueError: 1
                    +---------------- 2 ----------------
                    | TypeError: t
                    +------------------------------------
                """).text())
                .isEqualTo("ExceptionGroup: order # failed (# sub-exceptions) @ pay shop/orders.py");
    }

    @Test
    void theStackInAJsonLineIsReadAsWell() {
        String error = "{\"level\":50,\"msg\":\"failed\",\"err\":{\"type\":\"TypeError\",\"message\":\"x is 1\"";
        String stack = ",\"stack\":\"TypeError: x is 1\\n    at pay (/app/src/pay.js:1:2)\"}}";
        assertThat(fingerprint(error + stack).text()).isEqualTo("TypeError: x is # @ pay src/pay.js");
        assertThat(fingerprint(error + "}}").text()).isEqualTo("TypeError: x is #");
    }

    @Test
    void differentErrorsAreDifferent() {
        assertThat(fingerprint("ERROR payment failed")).isNotEqualTo(fingerprint("ERROR order failed"));
        assertThat(trace("charge", "pay.js")).isNotEqualTo(trace("refund", "pay.js"));
        assertThat(trace("charge", "pay.js")).isNotEqualTo(trace("charge", "card.js"));
        assertThat(trace("charge", "pay.js")).isEqualTo(trace("charge", "pay.js"));
    }

    private static Fingerprint trace(String function, String file) {
        return fingerprint("Error: x\n    at " + function + " (/app/src/" + file + ":1:2)");
    }

    @Test
    void eightDigitsStandForIt() {
        assertThat(fingerprint("ERROR a").id()).matches("[0-9a-f]{8}").isNotEqualTo(fingerprint("ERROR b").id());
    }

    private static Fingerprint fingerprint(String log) {
        Script script = Script.of(
                Arrays.stream(log.split("\n")).map(line -> "web 0 " + line).collect(Collectors.joining("\n")));
        Unit unit = script.units().getFirst();
        assertThat(script.units()).as("it is one unit").hasSize(1);
        return Fingerprint.of(unit);
    }
}
