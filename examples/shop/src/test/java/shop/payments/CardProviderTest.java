package shop.payments;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import shop.shared.ManualClock;

class CardProviderTest {
    private final ManualClock clock = new ManualClock();
    private final CardProvider provider = new CardProvider(clock);

    @Test
    void failsForAsLongAsItWasTold() {
        provider.failFor(Duration.ofSeconds(20));
        clock.elapse(Duration.ofSeconds(19));
        assertThrows(CardProvider.UnavailableException.class, () -> provider.charge(10001));
        clock.elapse(Duration.ofSeconds(1));
        assertDoesNotThrow(() -> provider.charge(10001));
    }

    @Test
    void recoversWhenTold() {
        provider.failFor(Duration.ofSeconds(20));
        provider.recover();
        assertTrue(provider.isAvailable());
    }
}
