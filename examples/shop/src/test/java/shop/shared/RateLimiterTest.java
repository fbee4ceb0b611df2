package shop.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final ManualClock clock = new ManualClock();
    private final RateLimiter limiter = new RateLimiter(60, WINDOW, clock);

    @Test
    void allowsTheLimitAndNoMore() {
        for (int i = 1; i <= 60; i++) {
            var verdict = limiter.ask("ada");
            assertTrue(verdict.allowed());
            assertEquals(i, verdict.used());
        }
        assertFalse(limiter.ask("ada").allowed());
    }

    @Test
    void tellsAtThreeQuartersAndAtTheLimitOnly() {
        var told = new ArrayList<Integer>();
        for (int i = 1; i <= 70; i++) {
            var verdict = limiter.ask("ada");
            if (verdict.worthTelling()) {
                told.add(verdict.used());
            }
        }
        assertEquals(List.of(45, 60), told);
    }

    @Test
    void clientsDoNotCountForEachOther() {
        exhaust("ada");
        assertTrue(limiter.ask("grace").allowed());
    }

    @Test
    void aNewWindowBeginsWhenTheOldOneIsOver() {
        exhaust("ada");
        clock.elapse(WINDOW.minusMillis(1));
        assertFalse(limiter.ask("ada").allowed());
        clock.elapse(Duration.ofMillis(1));
        assertEquals(1, limiter.ask("ada").used());
    }

    @Test
    void saysHowLongTheWindowLasts() {
        exhaust("ada");
        clock.elapse(Duration.ofSeconds(4));
        assertEquals(Duration.ofSeconds(6), limiter.ask("ada").windowLeft());
    }

    @Test
    void forgetsClientsWhoLeft() {
        for (int i = 0; i < 100; i++) {
            limiter.ask("client " + i);
        }
        clock.elapse(WINDOW);
        limiter.ask("ada");
        assertEquals(1, limiter.clients());
    }

    private void exhaust(String client) {
        for (int i = 0; i < 60; i++) {
            limiter.ask(client);
        }
    }
}
