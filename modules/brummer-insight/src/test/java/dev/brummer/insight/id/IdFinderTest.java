package dev.brummer.insight.id;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdFinderTest {
    private static final IdFinder FINDER = new IdFinder(List.of());

    /** Ids of requests are marked with an exclamation mark. */
    private static final String LABELLED =
            """
            request!a1b2c3 => [a1b2c3] POST /api/orders - Start
            request!a1b2c3 => [auth-service] Validating token for request a1b2c3
            order=12345 => [payment-service] Processing payment for order 12345
            request!a1b2c3 => [a1b2c3] POST /api/orders - 201 (523ms)
            trace!5f3a2b1c => [Trace: 5f3a2b1c] → Auth Service (12ms)
            request!a1b2c3 => 2026-11-22 15:04:05.123 INFO [main] [a1b2c3] c.e.Orders : accepted
            request!a1b2c3 => ERROR [a1b2c3] upstream failed
            request!a1b2c3 => 2026-11-22T15:04:05.123Z  INFO [a1b2c3] accepted
            request!287608 => WARN [287608] GET /api/orders - slow
            request!req-500a => ERROR [req-500a] upstream failed
            request!a1b2c3 => ␛[36m15:04:05␛[0m [␛[32ma1b2c3␛[0m] accepted
            request!a1b2c3 => ␛[2mrequest ␛[0m␛[1ma1b2c3␛[0m accepted
            request!550e8400-e29b-41d4-a716-446655440000 => [550e8400-e29b-41d4-a716-446655440000] GET /
            request!550e8400-e29b-41d4-a716-446655440000 => 15:04:05 INFO 550e8400-e29b-41d4-a716-446655440000 GET /
            uuid=550e8400-e29b-41d4-a716-446655440000 => stored 550e8400-e29b-41d4-a716-446655440000
            request!01ARZ3NDEKTSV4RRFFQ69G5FAV => [01ARZ3NDEKTSV4RRFFQ69G5FAV] accepted
            request!V1StGXR8_Z5jdHi6B-myT => [V1StGXR8_Z5jdHi6B-myT] accepted
            request!k3j9x2m7q => [k3j9x2m7q] accepted
            request!req-8f3k2 => [req-8f3k2] accepted
            request!4bf92f3577b34da6 => [4bf92f3577b34da6] accepted
            trace!80f198ee56343ba864fe8b2a57d3eff7 => INFO [orders,80f198ee56343ba864fe8b2a57d3eff7,e457b5a2e4d86bd1] 1 --- x
            trace!80f198ee56343ba864fe8b2a57d3eff7 => [80f198ee56343ba864fe8b2a57d3eff7-e457b5a2e4d86bd1] accepted
            request!a1b2c3 => requestId=a1b2c3 accepted
            request!a1b2c3 => accepted request_id=a1b2c3, order=none
            request!a1b2c3 => accepted (requestId: a1b2c3)
            request!a1b2c3 => X-Request-Id: a1b2c3
            request!a1b2c3 => headers { 'x-request-id': 'a1b2c3', host: 'x' }
            request!a1b2c3 => request id a1b2c3 accepted
            request!a1b2c3 => Request ID: a1b2c3
            request!a1b2c3 => REQUEST_ID=a1b2c3
            request!a1b2c3 => reqid="a1b2c3"
            request!a1b2c3 => [requestId=a1b2c3] accepted
            request!a1b2c3 => req a1b2c3: accepted
            request!a1b2c3 => answering request a1b2c3.
            request!287608 => [287608] POST /api/orders - Start
            request!12345678 => requestId=12345678
            request!12345678 => request 12345678 accepted
            request!a1b2c3 => {"level":30,"requestId":"a1b2c3","msg":"x"}
            request!a1b2c3 => {"level":30,"req_id": "a1b2c3","msg":"x"}
            request!a1b2c3 => {"req":{"id":"a1b2c3","method":"GET"},"msg":"x"}
            request!a1b2c3 => {"msg":"request a1b2c3 accepted"}
            request!a1b2c3 => {"log":"{\\"requestId\\":\\"a1b2c3\\"}"}
            trace!4bf92f3577b34da6a3ce929d0e0e4736 => {"trace_id":"4bf92f3577b34da6a3ce929d0e0e4736","span_id":"00f067aa0ba902b7"}
            trace!4bf92f3577b34da6a3ce929d0e0e4736 => {"trace.id":"4bf92f3577b34da6a3ce929d0e0e4736"}
            trace!4bf92f3577b34da6a3ce929d0e0e4736 => {"trace":{"id":"4bf92f3577b34da6a3ce929d0e0e4736"}}
            trace!5f3a2b1c => level=info traceId=5f3a2b1c msg=x
            trace!1234567890123456789 => [dd.service=shop dd.trace_id=1234567890123456789 dd.span_id=987] x
            trace!4bf92f3577b34da6a3ce929d0e0e4736 => traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
            trace!4bf92f3577b34da6a3ce929d0e0e4736 => {"traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}
            trace!4bf92f3577b34da6a3ce929d0e0e4736 => sending 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
            trace!1-5759e988-bd862e3fe1be46a994272793 => X-Amzn-Trace-Id: Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1
            trace!463ac35c9f6413ad => X-B3-TraceId: 463ac35c9f6413ad
            correlation!a1b2c3 => correlationId=a1b2c3
            correlation!a1b2c3 => X-Correlation-ID: a1b2c3
            correlation!a1b2c3 => correlation id a1b2c3
            correlation!a1b2c3 => {"correlation_id":"a1b2c3"}
            order=12345 request!a1b2c3 => Creating order 12345 for request a1b2c3
            order=12345 => order #12345 paid
            order=12345 => Order: 12345
            order=12345 => orderId=12345
            order=12345 => order_id: 12345
            order=12345 => ORDER_ID=12345
            order=12345 => orderNumber=12345
            order=12345 => order number 12345
            order=12345 => order no. 12345 paid
            order=12345 => {"orderId":12345}
            order=12345 => {"order":{"id":12345,"total":7}}
            order=12345 => {"order": {"total":7}} order 12345
            order=12345 => GET /api/orders/12345/items
            user=42 order=12345 => DELETE /users/42 and /orders/12345?force=1
            order=12345 => Publishing order.created event: 12345
            order=12345 => Received order.created event: 12345
            order=ORD-2024-17 => order ORD-2024-17 paid
            user=42 => userId: 42
            user=u_17 => user u_17 signed in
            user=42 order=12345 => user 42 has paid order 12345
            payment=pay_9f3 => charging payment pay_9f3
            payment=pay_9f3 order=7 => payment pay_9f3 of order 7
            job=17 => job 17 done
            job=17 => [job 17] done
            product=1 => productId=1
            sprocket=77 => sprocketId=77
            message=abc-123 => messageId=abc-123
            none => [auth-service] up
            none => [orders-service-2] up
            none => [INFO] up
            none => ERROR [r500] the five hundredth request of a service, or its fifth register
            none => INFO [main] up
            none => INFO [http-nio-8080-exec-7] up
            none => INFO [WARN] up
            none => INFO [1234] up
            none => INFO [db01] [es7] [p100] [vm12] up
            none => [main] up
            none => [http-nio-8080-exec-12] up
            none => [HikariPool-1] up
            none => [worker1] [node20] [oauth2] [k8s-agent] [s3client] [log4j2] [i18next] up
            none => [OrderServiceHandler2] up
            none => [12:00:01] up
            none => [2026-11-22T15:04:05Z] up
            none => [12345] up
            none => [123456] up
            none => [1700000000000] up
            none => [Circuit Breaker] Payment service circuit opened - failing fast
            none => [Rate Limit] Client 192.168.1.100 - 45/60 requests
            none => [facade] up
            none => request accepted
            none => request failed with status 500
            none => request 404
            none => request took 523ms
            none => request 523ms
            none => 3 requests in flight
            none => requests: 12345
            none => requestId=
            none => requestId=null
            none => requestId=undefined
            none => requestId=17
            none => {"reqId":"req-1"}
            none => {"req":{"id":17}}
            none => traceId=00000000000000000000000000000000
            none => {"span_id":"00f067aa0ba902b7"}
            none => TRACE a1b2c3d4 entering
            none => Trace: 12:00:01
            none => request: 10.0.0.1
            none => request_time=0.123456
            none => pid=12345 threadId=17 workerId=3 clientId=c7 groupId=g1
            none => valid 12 paid 12345 grid 7 android 14
            none => isValid=1 hybrid=7
            none => order 3 of 7
            none => batch 3/7 done
            none => task 2 of 5
            none => order 12ms
            none => order v2
            none => order 2026-11-22
            none => job 17%
            none => user 10.0.0.1
            none => user bob
            none => user bob1@example.com
            none => orders 12345
            none => orderId=0
            none => order: none
            none => {"message":"12 of them","event":"3 things"}
            none => message: 3 retries
            none => listening on port 3001
            none => v1.2.3
            none => Node.js v20.20.2
            none => POST /api/v2/orders 201
            none => Client 192.168.1.100 - 60/60 requests (limit reached)
            none =>
            none => [
            none => []
            none => request
            none => order #
            """;

    static List<String> labelled() {
        return LABELLED.lines().toList();
    }

    @ParameterizedTest
    @MethodSource("labelled")
    void findsTheIdsThatALineHolds(String labelled) {
        int arrow = labelled.indexOf(" =>");
        String line = labelled.substring(Math.min(labelled.length(), arrow + 4)).replace('␛', '\u001b');

        assertThat(label(find(line))).isEqualTo(labelled.substring(0, arrow));
    }

    private static List<FoundId> find(String line) {
        byte[] bytes = ("[a1b2c3]" + line + "a1b2c3").getBytes(UTF_8);
        return FINDER.find(bytes, 8, bytes.length - 14);
    }

    private static String label(List<FoundId> ids) {
        return ids.isEmpty()
                ? "none"
                : ids.stream()
                        .map(id -> id.kind() + (id.isRequest() ? "!" : "=") + id.value())
                        .collect(joining(" "));
    }

    @Test
    void saysWhereTheIdIsInTheLineWithoutColours() {
        FoundId id = find("\u001b[31mfor\u001b[0m request a1b2c3").getFirst();

        assertThat("for request a1b2c3".substring(id.start(), id.end())).isEqualTo("a1b2c3");
    }

    @Test
    void anIdIsTheSameWhateverItsCaseAndNumbersAreThoseOfTheirKind() {
        assertThat(key("[A1B2C3] x")).isEqualTo(key("request a1b2c3")).isEqualTo(key("traceId=a1b2c3"));
        assertThat(key("order 12345")).isEqualTo(key("orderId=12345")).isNotEqualTo(key("user 12345"));
        assertThat(key("payment pay_9f3")).isEqualTo(key("chargeId=PAY_9F3"));
    }

    private static String key(String line) {
        return find(line).getFirst().key();
    }

    @Test
    void patternsOfTheProjectFindMore() {
        var finder = new IdFinder(List.of(Pattern.compile("<([a-z]+)>"), Pattern.compile("ticket-\\d+")));

        assertThat(label(finder.find("<abc> has ticket-7"))).isEqualTo("request!abc request!ticket-7");
        assertThat(label(finder.find("<abc".getBytes(UTF_8), 0, 4))).isEqualTo("none");
    }

    @Test
    void theEndOfAHugeLineIsNotLookedAt() {
        assertThat(FINDER.find("x".repeat(1 << 20) + " request a1b2c3")).isEmpty();
        assertThat(FINDER.find("request a1b2c3 " + "x".repeat(1 << 20))).hasSize(1);
    }
}
