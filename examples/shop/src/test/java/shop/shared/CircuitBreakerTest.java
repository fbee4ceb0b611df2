package shop.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private static final Duration COOLDOWN = Duration.ofSeconds(3);

    private final ManualClock clock = new ManualClock();
    private final List<String> changes = new ArrayList<>();
    private final CircuitBreaker breaker = new CircuitBreaker(3, COOLDOWN, clock, new CircuitBreaker.Listener() {
        @Override
        public void opened() {
            changes.add("opened");
        }

        @Override
        public void attemptingReset() {
            changes.add("attempting reset");
        }

        @Override
        public void closed() {
            changes.add("closed");
        }
    });

    @Test
    void opensAtTheLastOfSoManyFailuresInARow() {
        fail();
        fail();
        assertEquals(List.of(), changes);
        fail();
        assertEquals(List.of("opened"), changes);
        assertFalse(breaker.isClosed());
    }

    @Test
    void aSuccessBetweenFailuresStartsTheCountAgain() {
        fail();
        fail();
        succeed();
        fail();
        fail();
        assertTrue(breaker.isClosed());
    }

    @Test
    void failsFastWhileOpenAndSaysForHowLong() {
        open();
        clock.elapse(Duration.ofSeconds(1));
        var refusal = assertThrows(CircuitBreaker.OpenException.class, this::succeed);
        assertEquals(Duration.ofSeconds(2), refusal.retryAfter());
    }

    @Test
    void aSuccessAfterTheCooldownClosesTheCircuit() {
        open();
        clock.elapse(COOLDOWN);
        succeed();
        assertEquals(List.of("opened", "attempting reset", "closed"), changes);
        fail();
        assertTrue(breaker.isClosed(), "a closed circuit starts with a fresh count");
    }

    @Test
    void aFailureAfterTheCooldownOpensItForAnotherCooldown() {
        open();
        clock.elapse(COOLDOWN);
        fail();
        assertEquals(List.of("opened", "attempting reset", "opened"), changes);
        clock.elapse(COOLDOWN.minusMillis(1));
        assertThrows(CircuitBreaker.OpenException.class, this::succeed);
    }

    @Test
    void onlyOneCallProbesAHalfOpenCircuit() {
        open();
        clock.elapse(COOLDOWN);
        breaker.call(() -> assertThrows(CircuitBreaker.OpenException.class, this::succeed));
        assertTrue(breaker.isClosed());
    }

    @Test
    void aCallFromBeforeTheCircuitOpenedDoesNotCloseIt() {
        breaker.call(() -> {
            open();
            return "late";
        });
        assertFalse(breaker.isClosed());
    }

    private void open() {
        for (int i = 0; i < 3; i++) {
            fail();
        }
    }

    private void succeed() {
        assertEquals("done", breaker.call(() -> "done"));
    }

    private void fail() {
        assertThrows(IllegalStateException.class, () -> breaker.call(() -> {
            throw new IllegalStateException("no answer");
        }));
    }
}
