package shop.orders;

import java.util.Map;
import shop.shared.CircuitBreaker;
import shop.shared.Peer;

/** The payment service, behind a circuit breaker. */
final class Payments {
    private final Peer peer;
    private final CircuitBreaker breaker;

    Payments(Peer peer, CircuitBreaker breaker) {
        this.peer = peer;
        this.breaker = breaker;
    }

    void charge(long order, long cents) {
        breaker.call(() -> peer.post("/payments", Map.of("orderId", order, "amountCents", cents)).orThrow());
    }
}
