package dev.brummer.insight.request;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.insight.id.IdFinder;
import dev.brummer.insight.kit.Script;
import dev.brummer.insight.name.NameBook;
import dev.brummer.logs.query.QueryScope.Related;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RequestTraceTest {
    private static final String GUIDE =
            """
            gateway 0 [a1b2c3] POST /api/orders - Start
            auth 12 [auth-service] Validating token for request a1b2c3
            users 57 [user-service] Loading user profile for request a1b2c3
            orders 135 [order-service] Creating order for request a1b2c3
            payments 369 [payment-service] Processing payment for order 12345
            gateway 523 [a1b2c3] POST /api/orders - 201 (523ms)
            """;

    @Test
    void theSixLinesOfTheGuideComeOutWhole() throws IOException {
        assertThat(told(GUIDE, "a1b2c3"))
                .isEqualTo("""
                        gateway +0 [a1b2c3] POST /api/orders - Start
                        auth +12 [auth-service] Validating token for request a1b2c3
                        users +45 [user-service] Loading user profile for request a1b2c3
                        orders +78 [order-service] Creating order for request a1b2c3
                        payments +234 ~ [payment-service] Processing payment for order 12345
                        gateway +154 [a1b2c3] POST /api/orders - 201 (523ms)""");
    }

    @Test
    void alsoWhenAllCameAtOnceAndOthersCameBeforeAndAfter() throws IOException {
        String log = """
                gateway 0 [d4e5f6] GET /health - Start
                gateway 0 [d4e5f6] GET /health - 200 (1ms)
                payments 0 [payment-service] Processing payment for order 11111
                """ + GUIDE.replaceAll(" \\d+ \\[", " 0 [") + """
                payments 0 [payment-service] Processing payment for order 22222
                gateway 0 [b7c8d9] GET /health - Start
                gateway 0 [b7c8d9] GET /health - 200 (1ms)
                """;

        assertThat(told(log, "a1b2c3").lines()).hasSize(6).contains(
                "payments +0 ~ [payment-service] Processing payment for order 12345");
    }

    @Test
    void withTwoInFlightTheLineThatNothingLinksJoinsNeither() throws IOException {
        String log = """
                gateway 0 [a1b2c3] POST /api/orders - Start
                gateway 1 [d4e5f6] POST /api/orders - Start
                payments 5 Processing payment for order 12345
                gateway 8 [a1b2c3] POST /api/orders - 201 (8ms)
                gateway 9 [d4e5f6] POST /api/orders - 201 (8ms)
                """;

        for (String id : List.of("a1b2c3", "d4e5f6")) {
            assertThat(trace(log, id).hops()).hasSize(2);
            assertThat(trace(log, id).undecided()).isEqualTo(1);
        }
    }

    @Test
    void aLineThatNothingLinksMayComeALittleLate() throws IOException {
        String log = """
                gateway 0 [a1b2c3] POST /api/orders - Start
                gateway 8 [a1b2c3] POST /api/orders - 201 (8ms)
                payments 108 Processing payment for order 12345
                payments 109 Processing payment for order 12346
                """;

        assertThat(told(log, "a1b2c3"))
                .isEqualTo("""
                        gateway +0 [a1b2c3] POST /api/orders - Start
                        gateway +8 [a1b2c3] POST /api/orders - 201 (8ms)
                        payments +100 ~ Processing payment for order 12345""");
        assertThat(tracer(log).related("a1b2c3").probable()).containsExactly(Map.entry(3L, "12345"));
    }

    @Test
    void whoHasSaidSomethingInTimeIsNotLate() throws IOException {
        String log = """
                gateway 0 [a1b2c3] POST /api/orders - Start
                payments 5 Processing payment for order 12345
                gateway 8 [a1b2c3] POST /api/orders - 201 (8ms)
                payments 9 Processing payment for order 22222
                stock 9 Taking item 77777
                stock 9 Took item 77777
                """;

        assertThat(told(log, "a1b2c3"))
                .isEqualTo("""
                        gateway +0 [a1b2c3] POST /api/orders - Start
                        payments +5 ~ Processing payment for order 12345
                        gateway +3 [a1b2c3] POST /api/orders - 201 (8ms)
                        stock +1 ~ Taking item 77777
                        stock +0 ~ Took item 77777""");
    }

    @Test
    void aLateLineIsOfNobodyWhereItMayBeOfAnother() throws IOException {
        String inFlight = """
                gateway 0 [a1b2c3] POST /api/orders - Start
                gateway 8 [a1b2c3] POST /api/orders - 201 (8ms)
                gateway 9 [d4e5f6] POST /api/orders - Start
                payments 10 Processing payment for order 12345
                gateway 11 [d4e5f6] POST /api/orders - 201 (2ms)
                """;
        String over = """
                gateway 0 [a1b2c3] POST /api/orders - Start
                gateway 8 [a1b2c3] POST /api/orders - 201 (8ms)
                gateway 9 [d4e5f6] POST /api/orders - Start
                gateway 10 [d4e5f6] POST /api/orders - 201 (1ms)
                payments 11 Processing payment for order 12345
                """;

        assertThat(trace(inFlight, "a1b2c3").hops()).hasSize(2);
        assertThat(trace(inFlight, "d4e5f6").hops()).hasSize(3);
        assertThat(trace(over, "a1b2c3").hops()).hasSize(2);
        assertThat(trace(over, "d4e5f6").hops()).hasSize(3);
    }

    @Test
    void aLinkIsFollowedFromLineToLine() throws IOException {
        String log = """
                gateway 0 [a1b2c3] POST /api/orders - Start
                orders 10 Creating order 12345 for request a1b2c3
                payments 20 Charging payment pay_9f3 of order 12345
                bank 30 transfer for pay_9f3 is payment pay_9f3
                gateway 40 [a1b2c3] POST /api/orders - 201 (40ms)
                mail 900 Sending confirmation of order 12345
                mail 950 Sending confirmation of order 99999
                """;

        assertThat(told(log, "a1b2c3"))
                .isEqualTo("""
                        gateway +0 [a1b2c3] POST /api/orders - Start
                        orders +10 Creating order 12345 for request a1b2c3
                        payments +10 Charging payment pay_9f3 of order 12345
                        bank +10 transfer for pay_9f3 is payment pay_9f3
                        gateway +10 [a1b2c3] POST /api/orders - 201 (40ms)
                        mail +860 Sending confirmation of order 12345""");
        assertThat(trace(log, "a1b2c3").ids()).containsExactly("a1b2c3", "12345", "pay_9f3");
        assertThat(tracer(log).related("A1B2C3").ids()).containsExactly("A1B2C3", "12345", "pay_9f3");
    }

    @Test
    void theFilteringFormIsToldOfTheUnitsThatAreProbable() throws IOException {
        Related related = tracer(GUIDE).related("a1b2c3");

        assertThat(related.ids()).containsExactly("a1b2c3");
        assertThat(related.probable()).containsExactly(Map.entry(5L, "12345"));
    }

    @Test
    void whereNothingIsProbableNoTimeAroundTheRequestIsRead() throws IOException {
        Script log = Script.of("""
                gateway 0 [a1b2c3] POST /api/orders - Start
                orders 10 Creating order 12345 for request a1b2c3
                payments 20 charging for order 12345
                bank 30 it rains
                gateway 40 [a1b2c3] POST /api/orders - 201 (40ms)
                """);
        Related related = tracer(log).related("a1b2c3");

        assertThat(related.probable()).isEmpty();
        assertThat(log.reads()).as("two for its ids, one between its first line and its last").isEqualTo(3);
    }

    @Test
    void theFilteringFormDoesNotReadAllThatCameDuringAVeryLongRequest() throws IOException {
        String log = GUIDE.replace("gateway 523 ", "gateway 60001 ");

        assertThat(tracer(log).related("a1b2c3")).isEqualTo(new Related(Set.of("a1b2c3"), Map.of()));
        assertThat(trace(log, "a1b2c3").hops()).as("a trace does").hasSize(6);
    }

    @Test
    void theIdOfWhatItIsAboutLeadsToTheRequest() throws IOException {
        String log = """
                gateway 0 [a1b2c3] POST /api/orders - Start
                orders 10 Creating order 12345 for request a1b2c3
                payments 20 charging for order 12345
                """;

        assertThat(trace(log, "12345").hops()).hasSize(3);
        assertThat(trace(log, "12345").ids()).containsExactly("12345", "a1b2c3");
    }

    @Test
    void whatTooManyRequestsShareIsNotFollowedAndToldOf() throws IOException {
        var log = new StringBuilder();
        for (int i = 10; i < 20; i++) {
            log.append("users ").append(i * 10).append(" user 42 asks, request aaaa").append(i).append('\n');
            log.append("mail ").append(i * 10 + 1).append(" mail to user 42\n");
            log.append("users ").append(i * 10 + 2).append(" answered request aaaa").append(i).append('\n');
        }
        TracedRequest traced = trace(log.toString(), "aaaa15");

        assertThat(traced.hops()).hasSize(2);
        assertThat(traced.leftOut()).containsExactly(new LeftOut("user", "42", 9));
        assertThat(traced.ids()).containsExactly("aaaa15");
    }

    @Test
    void whatManyRequestsShareLeadsToNoneOfThem() throws IOException {
        var log = new StringBuilder("mail 1 mail to user 42\nmail 2 took 42 minutes\n");
        for (int i = 10; i < 20; i++) {
            log.append("users ").append(i * 10).append(" user 42 asks, request aaaa").append(i).append('\n');
            log.append("users ").append(i * 10 + 2).append(" answered request aaaa").append(i).append('\n');
        }
        TracedRequest traced = trace(log.toString(), "42");

        assertThat(traced.hops()).hasSize(11).noneMatch(hop -> Script.text(hop.unit()).contains("took"));
        assertThat(traced.leftOut()).containsExactly(new LeftOut("user", "42", 10));
    }

    @Test
    void ofAFewRequestsAboutTheSameTheOneInFlightHasTheLine() throws IOException {
        String log = """
                gateway 0 [a1b2c3] POST /api/orders
                orders 10 Creating order 12345 for request a1b2c3
                payments 20 charging for order 12345
                gateway 30 [a1b2c3] POST /api/orders 201
                mail 40 mail about order 12345
                gateway 100 [d4e5f6] GET /api/orders/12345
                stock 110 looking up order 12345
                gateway 130 [d4e5f6] GET /api/orders/12345 200
                """;

        assertThat(told(log, "a1b2c3"))
                .isEqualTo("""
                        gateway +0 [a1b2c3] POST /api/orders
                        orders +10 Creating order 12345 for request a1b2c3
                        payments +10 charging for order 12345
                        gateway +10 [a1b2c3] POST /api/orders 201
                        mail +10 ~ mail about order 12345""");
        assertThat(told(log, "d4e5f6"))
                .isEqualTo("""
                        gateway +0 [d4e5f6] GET /api/orders/12345
                        stock +10 looking up order 12345
                        gateway +20 [d4e5f6] GET /api/orders/12345 200""");
    }

    @Test
    void andWithBothInFlightNeitherHasIt() throws IOException {
        String log = """
                gateway 0 [a1b2c3] PUT /api/orders/12345
                gateway 1 [d4e5f6] PUT /api/orders/12345
                payments 20 charging for order 12345
                gateway 30 [a1b2c3] done
                gateway 31 [d4e5f6] done
                """;

        assertThat(trace(log, "a1b2c3").hops()).hasSize(2);
        assertThat(trace(log, "a1b2c3").undecided()).isEqualTo(1);
    }

    @Test
    void aLineAboutSomethingOfOthersIsNotTaken() throws IOException {
        String log = """
                gateway 0 [d4e5f6] POST /api/orders
                orders 1 Creating order 777 for request d4e5f6
                gateway 2 [d4e5f6] POST /api/orders 201
                gateway 10 [a1b2c3] GET /
                mail 11 mail about order 777
                gateway 12 [a1b2c3] GET / 200
                """;

        assertThat(trace(log, "a1b2c3").hops()).hasSize(2);
        assertThat(trace(log, "a1b2c3").undecided()).isZero();
    }

    @Test
    void aTraceLeadsFromHopToHopThoughEachHasItsOwnRequestId() throws IOException {
        String log = """
                gateway 0 {"traceId":"4bf92f3577b34da6","requestId":"aaa111","msg":"in"}
                orders 10 {"traceId":"4bf92f3577b34da6","requestId":"bbb222","msg":"in"}
                orders 20 {"requestId":"bbb222","msg":"query"}
                gateway 30 {"traceId":"4bf92f3577b34da6","requestId":"aaa111","msg":"out"}
                """;

        assertThat(trace(log, "aaa111").hops()).hasSize(4);
        assertThat(trace(log, "4bf92f3577b34da6").hops()).hasSize(4);
    }

    @Test
    void theFirstFailureAlongTheWayIsMarked() throws IOException {
        TracedRequest traced = trace("""
                gateway 0 [a1b2c3] POST /api/orders - Start
                payments 10 [a1b2c3] POST /charge - 503 (9ms)
                payments 11 [a1b2c3] ERROR provider is down
                payments 11 java.net.ConnectException: refused
                payments 11 ⇥at shop.Pay.pay(Pay.java:1)
                gateway 20 [a1b2c3] POST /api/orders - 500 (20ms)
                """, "a1b2c3");

        assertThat(traced.hops()).hasSize(4);
        assertThat(traced.failing().map(hop -> Script.text(hop.unit()))).contains("[a1b2c3] POST /charge - 503 (9ms)");
        assertThat(traced.hops()).filteredOn(Hop::failing).hasSize(1);
        assertThat(traced.hops().get(2).unit().size()).isEqualTo(3);
        assertThat(traced.duration()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void spansAreMeasuredWhereLinesSayHowLongItTook() throws IOException {
        assertThat(spans("""
                gateway 0 [Trace: 5f3a2b1c] Start: API Gateway
                gateway 12 [Trace: 5f3a2b1c] → Auth Service (12ms)
                gateway 57 [Trace: 5f3a2b1c] → User Service (45ms)
                gateway 135 [Trace: 5f3a2b1c] → Order Service (78ms)
                gateway 369 [Trace: 5f3a2b1c] → Payment Service (234ms)
                gateway 369 [Trace: 5f3a2b1c] Complete: 369ms total
                """, "5f3a2b1c"))
                .isEqualTo("""
                        gateway 0–369
                        auth 0–12
                        users 12–57
                        orders 57–135
                        Payment Service 135–369""");
    }

    @Test
    void callsThatAreToldAtTheEndAreOneAfterAnotherOrWhereTheirOwnLinesBegin() throws IOException {
        assertThat(spans("""
                gateway 0 [5f3a2b1c] GET /api/me - Start
                users 30 loading the profile for request 5f3a2b1c
                gateway 100 [Trace: 5f3a2b1c] → Auth Service (20ms)
                gateway 100 [Trace: 5f3a2b1c] → Cache (5ms)
                gateway 100 [Trace: 5f3a2b1c] → User Service (60ms)
                gateway 100 [Trace: 5f3a2b1c] Complete: 100ms total
                gateway 101 [5f3a2b1c] GET /api/me - 200 (101ms)
                """, "5f3a2b1c"))
                .isEqualTo("""
                        gateway 0–101 GET /api/me
                        auth 0–20
                        Cache 20–25
                        users 30–90""");
    }

    @Test
    void callsThatAreToldAllAtOnceFillTheTimeThatTheirCallerTook() throws IOException {
        String log = """
                gateway 500 [Trace: 5f3a2b1c] Start: API Gateway
                gateway 500 [Trace: 5f3a2b1c] → Auth Service (12ms)
                gateway 500 [Trace: 5f3a2b1c] → Order Service (78ms)
                gateway 500 [Trace: 5f3a2b1c] Complete: 100ms total
                """;

        assertThat(spans(log, "5f3a2b1c")).isEqualTo("""
                gateway 400–500
                auth 400–412
                orders 412–490""");
        assertThat(trace(log, "5f3a2b1c").calls())
                .containsExactly(new Calls("gateway", 2, Duration.ofMillis(90), Duration.ofMillis(100)));
        assertThat(trace(log, "5f3a2b1c").spans())
                .extracting(span -> span.share().orElse(-1))
                .containsExactly(-1.0, 0.12, 0.78);
    }

    @Test
    void withoutAWordOfTheWholeACallHasNoShare() throws IOException {
        TracedRequest traced = trace("""
                gateway 0 [Trace: 5f3a2b1c] Start: API Gateway
                gateway 12 [Trace: 5f3a2b1c] → Auth Service (12ms)
                """, "5f3a2b1c");

        assertThat(traced.calls()).isEmpty();
        assertThat(traced.spans()).allMatch(span -> span.share().isEmpty());
    }

    @Test
    void anIdThatHappensToBeANumberIsFoundInAllForms() throws IOException {
        String log = """
                gateway 0 [287608] GET /api/me - Start
                users 30 loading the profile for request 287608
                orders 31 took 287 ms, 287608 bytes
                gateway 100 [287608] done
                """;

        assertThat(trace(log, "287608").hops()).hasSize(4);
    }

    @Test
    void elsewhereTheyAreFromTheFirstToTheLastLineOfAService() throws IOException {
        assertThat(spans(GUIDE, "a1b2c3"))
                .isEqualTo("""
                        gateway 0–523 POST /api/orders
                        auth 12–12 seen
                        users 57–57 seen
                        orders 135–135 seen
                        payments 369–369 seen""");
        assertThat(spans("""
                orders 10 {"requestId":"a1b2c3","msg":"in"}
                stock 15 {"requestId":"a1b2c3","duration_ms":4.5,"method":"GET","url":"/stock?x=1"}
                orders 30 {"requestId":"a1b2c3","level":"error","msg":"out"}
                """, "a1b2c3"))
                .isEqualTo("""
                        orders 10–30 seen failed
                        stock 10–15 GET /stock""");
    }

    @Test
    void whatNothingKnowsHasNoHops() throws IOException {
        assertThat(trace(GUIDE, "zzz999").hops()).isEmpty();
        assertThat(trace("web 0 request a1b2c3d4 is another", "a1b2c3").hops()).isEmpty();
    }

    @Test
    void anIdOfAFormThatNobodyKnowsIsFoundAsAWord() throws IOException {
        String dances = "web 0 started tango\nweb 1 tango, order 17\nweb 2 paid order 17\nweb 3 tangos";
        assertThat(trace(dances, "TANGO").hops()).hasSize(3);
        assertThat(trace(dances, "TANGO").named()).isFalse();
        assertThat(trace(dances, "17").named()).isTrue();

        var ids = new IdFinder(List.of(Pattern.compile("<([a-z]+)>")));
        var log = Script.of("web 0 <abc> in\nbank 1 transfer 77\nweb 2 <abc> out");
        assertThat(new RequestTrace(log, Script.LITERALS, ids, new NameBook(Map.of())).trace("abc").hops()).hasSize(3);
    }

    @Test
    void aWordOfManyRequestsLeadsToNoneOfThem() throws IOException {
        var log = new StringBuilder();
        for (int i = 0; i < 21; i++) {
            log.append("web ").append(i).append(" [a1b2c").append(i + 10).append("] hello\n");
            log.append("web ").append(i).append(" [a1b2c").append(i + 10).append("] bye\n");
        }

        TracedRequest all = trace(log.toString(), "hello");
        assertThat(all.hops()).hasSize(21);
        assertThat(all.ids()).containsExactly("hello");
        assertThat(all.named()).isFalse();
        assertThat(tracer(log.toString()).related("hello")).isEqualTo(new Related(Set.of("hello"), Map.of()));
        TracedRequest few = trace(log.toString().lines().limit(4).collect(joining("\n")), "hello");
        assertThat(few.hops()).hasSize(4);
    }

    @Test
    void aRequestOfManyHopsIsKeptInPart() throws IOException {
        var log = new StringBuilder();
        for (int i = 0; i < 6_000; i++) {
            log.append("web ").append(i).append(" [a1b2c3] step\n");
        }
        TracedRequest traced = trace(log.toString(), "a1b2c3");

        assertThat(traced.hops()).hasSize(5_000);
        assertThat(traced.untold()).isEqualTo(1_000);
    }

    @Test
    void theLogIsNotGoneThroughMoreOftenThanItTakes() throws IOException {
        Script log = Script.of(GUIDE);
        new RequestTrace(log, Script.LITERALS, new IdFinder(List.of()), new NameBook(Map.of())).trace("a1b2c3");

        assertThat(log.reads()).isLessThanOrEqualTo(4);
    }

    private static RequestTrace tracer(String log) {
        return tracer(Script.of(log));
    }

    private static RequestTrace tracer(Script log) {
        var names = new NameBook(Map.of(
                new ServiceId("auth"), Set.of("auth-service"), new ServiceId("users"), Set.of(),
                new ServiceId("orders"), Set.of("Order Service"), new ServiceId("gateway"), Set.of()));
        return new RequestTrace(log, Script.LITERALS, new IdFinder(List.of()), names);
    }

    private static TracedRequest trace(String log, String id) throws IOException {
        return tracer(log).trace(id);
    }

    private static String told(String log, String id) throws IOException {
        return trace(log, id).hops().stream()
                .map(hop -> hop.service() + " +" + hop.gap().toMillis() + (hop.probable() ? " ~ " : " ")
                        + Script.text(hop.unit()))
                .collect(joining("\n"));
    }

    private static String spans(String log, String id) throws IOException {
        return trace(log, id).spans().stream().map(RequestTraceTest::told).collect(joining("\n"));
    }

    private static String told(Span span) {
        String what = span.what().isEmpty() ? "" : " " + span.what();
        return span.service() + " " + millis(span.start()) + "–" + millis(span.end()) + what
                + (span.measured() ? "" : " seen") + (span.failed() ? " failed" : "");
    }

    private static long millis(Instant time) {
        return Duration.between(Script.START, time).toMillis();
    }
}
