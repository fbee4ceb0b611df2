package shop.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void readsDurationsWithTheirUnit() {
        assertEquals(Duration.ofMillis(500), Settings.parseDuration("500ms"));
        assertEquals(Duration.ofSeconds(20), Settings.parseDuration("20s"));
        assertEquals(Duration.ofMinutes(2), Settings.parseDuration("2m"));
    }

    @Test
    void anEmptyValueCountsAsUnset() {
        assertEquals("info", new Settings(Map.of("LOG_LEVEL", "")).text("LOG_LEVEL", "info"));
    }

    @Test
    void aFaultNamesItsVariable() {
        var settings = new Settings(Map.of("BREAKER_COOLDOWN", "soon"));
        var fault = assertThrows(
                IllegalArgumentException.class, () -> settings.duration("BREAKER_COOLDOWN", Duration.ZERO));
        assertTrue(fault.getMessage().contains("BREAKER_COOLDOWN"));
    }
}
