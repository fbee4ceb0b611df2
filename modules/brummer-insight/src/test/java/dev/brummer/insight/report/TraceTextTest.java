package dev.brummer.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTextTest {
    @Test
    void aRequestIsToldAsItTravelled() throws IOException {
        assertThat(text(Reports.GUIDE, 80)).isEqualTo("""
                request a1b2c3 · 523 ms · 6 lines of 5 services · 2026-11-22 15:04:05.000

                  +0 ms    gateway   [a1b2c3] POST /api/orders - Start
                 +12 ms    auth      [auth-service] Validating token for request a1b2c3
                 +45 ms    users     [user-service] Loading user profile for request a1b2c3
                 +78 ms    orders    [order-service] Creating order for request a1b2c3
                +234 ms ~  payments  [payment-service] Processing payment for order 12345
                +154 ms    gateway   [a1b2c3] POST /api/orders - 201 (523ms)

                gateway   █████████████████████████████████████████████████████████     523 ms
                auth       │                                                          at 12 ms
                users           │                                                     at 57 ms
                orders                  │                                            at 135 ms
                payments                                          │                  at 369 ms

                ~ probably part of it: no id leads there, but no other request was in flight
                """);
    }

    @Test
    void thatAWordIsNoIdIsSaidFirst() throws IOException {
        String log = "web 0 INFO hello\nweb 3 ERROR [r500] upstream failed, order 17\nbank 5 paid order 17\n";

        assertThat(text(log, "hello", 80)).isEqualTo("""
                lines with hello · 0 ms · 1 line of 1 service · 2026-11-22 15:04:05.000
                  no line names 'hello' as an id; these are the lines that hold the word

                +0 ms    web  INFO hello
                """);
        assertThat(text(log, "r500", 120)).startsWith("""
                lines with r500 failed in web · 2 ms · 2 lines of 2 services · 2026-11-22 15:04:05.003
                  no line names 'r500' as an id; these are the lines that hold the word, and those that they lead to
                """);
    }

    @Test
    void whatFailedStandsFirstAndIsMarked() throws IOException {
        assertThat(text(Reports.FAILURE, 100)).isEqualTo("""
                request a1b2c3 failed in payments · 1,240 ms · 6 lines of 3 services · 2026-11-22 15:04:05.000
                  IllegalStateException: the provider has refused ← SocketTimeoutException: Read timed out ·
                  Provider.java:88
                  linked ids: 12345

                15:04:05.000      +0 ms    gateway   [a1b2c3] POST /api/orders - Start
                15:04:05.015     +15 ms    orders    Creating order 12345 for user 42, request a1b2c3
                15:04:05.018      +3 ms    payments  Charging order 12345, see https://provider.example/x.
                15:04:06.230  +1,212 ms  ✗ payments  ERROR payment for order 12345 failed
                                                     java.lang.IllegalStateException: the provider has refused
                                                         at shop.Provider.charge(Provider.java:88)
                                                     Caused by: java.net.SocketTimeoutException: Read timed out
                                                         ... 14 more
                15:04:06.235      +5 ms  W orders    WARN order 12345 failed, request a1b2c3
                15:04:06.240      +5 ms  E gateway   [a1b2c3] POST /api/orders - 500 (1240ms)

                gateway   ████████████████████████████████████████████████████████████  1,240 ms ✗  POST /api/orders
                orders    ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  1,220 ms
                payments  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  1,212 ms ✗
                ░ from the first to the last line of the service

                not followed: user 42, which 5 other requests share
                """);
    }

    @Test
    void callsHaveTheirShareOfTheWhole() throws IOException {
        String log = """
                gateway 0 [Trace: a1b2c3] Start: API Gateway
                gateway 400 [Trace: a1b2c3] → Auth Service (12ms)
                gateway 400 [Trace: a1b2c3] → User Service (45ms)
                gateway 400 [Trace: a1b2c3] → Order Service (78ms)
                gateway 400 [Trace: a1b2c3] → Payment Service (234ms)
                gateway 400 [Trace: a1b2c3] Complete: 400ms total
                """;

        assertThat(text(log, 80)).endsWith("""
                gateway          ██████████████████████████████████████████████  400 ms
                auth             █                                                12 ms  3.0 %
                users             ██████                                          45 ms   11 %
                Order Service          ██████████                                 78 ms   20 %
                Payment Service                 ███████████████████████████      234 ms   59 %
                gateway: 4 calls, 369 ms of 400 ms; 31 ms in none of them
                """);
        assertThat(text(log.replace("400ms total", "350ms total"), 80))
                .contains("\ngateway: 4 calls, 369 ms of 350 ms; 19 ms more, for some ran at the same time\n");
    }

    @Test
    void aNarrowTerminalGetsTextBelowItsHead() throws IOException {
        assertThat(text(Reports.GUIDE, 40)).startsWith("""
                request a1b2c3
                  523 ms · 6 lines of 5 services ·
                  2026-11-22 15:04:05.000

                  +0 ms    gateway
                    [a1b2c3] POST /api/orders - Start
                 +12 ms    auth
                    [auth-service] Validating token for
                    request a1b2c3
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 33, 40, 60, 80, 100, 132, 200})
    void noLineIsLongerThanTheTerminalAndPaintChangesNoText(int columns) throws IOException {
        for (String log : new String[] {Reports.GUIDE, Reports.FAILURE}) {
            String plain = text(log, columns);
            var painted = new TraceText(new Angular(), columns, ZoneOffset.UTC, service -> Links.ABSOLUTE);

            assertThat(plain.lines()).allMatch(line -> Cells.width(line) <= Math.max(columns, 24), "within " + columns);
            assertThat(Angular.without(painted.of(Reports.traced(log, "a1b2c3")))).isEqualTo(plain);
        }
    }

    @Test
    void linksAreThoseOfATerminal() throws IOException {
        var painted = new TraceText(new Angular(), 100, ZoneOffset.UTC, service -> Links.ABSOLUTE);

        assertThat(painted.of(Reports.traced(Reports.FAILURE, "a1b2c3")))
                .contains("see <https://provider.example/x|https://provider.example/x>.");
    }

    @Test
    void timesAreThoseOfTheReader() throws IOException {
        var text = new TraceText(Paint.NONE, 100, ZoneId.of("Asia/Kolkata"), service -> Links.ABSOLUTE);

        assertThat(text.of(Reports.traced(Reports.GUIDE, "a1b2c3"))).contains("2026-11-22 20:34:05.000");
    }

    @Test
    void whatNobodyKnowsIsSaid() throws IOException {
        assertThat(new TraceText(Paint.NONE, 80, ZoneOffset.UTC, service -> Links.ABSOLUTE)
                        .of(Reports.traced(Reports.GUIDE, "zzz999")))
                .isEqualTo("no line knows zzz999\n");
    }

    @Test
    void aLongTraceIsCutUnlessItIsTheFailure() throws IOException {
        String frames = "\norders 1 ⇥at shop.A.b(A.java:1)".repeat(100);
        String log = "orders 0 [a1b2c3] in\norders 1 [a1b2c3] WARN slow" + frames + "\npayments 2 [a1b2c3] ERROR no"
                + frames.replace("orders", "payments");

        assertThat(text(log, 80)).contains("… 89 more lines").contains("… 61 more lines");
    }

    private static String text(String log, int columns) throws IOException {
        return text(log, "a1b2c3", columns);
    }

    private static String text(String log, String id, int columns) throws IOException {
        return new TraceText(Paint.NONE, columns, ZoneOffset.UTC, service -> Links.ABSOLUTE)
                .of(Reports.traced(log, id));
    }
}
