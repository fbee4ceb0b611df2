package shop.orders;

import shop.shared.CircuitBreaker;
import shop.shared.Counters;
import shop.shared.Log;

/** Logs and counts what the breaker does; as it runs under the breaker's lock, log and counters agree. */
record BreakerLog(Log log, Counters counters) implements CircuitBreaker.Listener {
    BreakerLog {
        counters.declare("breaker_opened", "breaker_reset_attempts", "breaker_closed");
    }

    @Override
    public void opened() {
        counters.count("breaker_opened");
        log.info("[Circuit Breaker] Payment service circuit opened - failing fast");
    }

    @Override
    public void attemptingReset() {
        counters.count("breaker_reset_attempts");
        log.info("[Circuit Breaker] Attempting reset after cooldown");
    }

    @Override
    public void closed() {
        counters.count("breaker_closed");
        log.info("[Circuit Breaker] Payment service circuit closed - normal operation");
    }
}
