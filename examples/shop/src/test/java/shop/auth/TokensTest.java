package shop.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.shared.ManualClock;

class TokensTest {
    private final ManualClock clock = new ManualClock();
    private final Tokens tokens = new Tokens("secret", Duration.ofMinutes(60), clock);

    @Test
    void aTokenNamesItsUserUntilItExpires() {
        String token = tokens.issue(7);
        assertEquals(Optional.of(7L), tokens.userOf(token));
        clock.elapse(Duration.ofMinutes(60));
        assertEquals(Optional.empty(), tokens.userOf(token));
    }

    @Test
    void aTokenThatWasChangedIsWorthNothing() {
        assertEquals(Optional.empty(), tokens.userOf(tokens.issue(7).replaceFirst("7", "8")));
    }

    @Test
    void aTokenOfSomebodyElseIsWorthNothing() {
        String foreign = new Tokens("other", Duration.ofMinutes(60), clock).issue(7);
        assertEquals(Optional.empty(), tokens.userOf(foreign));
    }

    @Test
    void nonsenseIsNoToken() {
        assertEquals(Optional.empty(), tokens.userOf("nonsense"));
        assertEquals(Optional.empty(), tokens.userOf(null));
    }
}
