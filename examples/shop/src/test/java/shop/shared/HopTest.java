package shop.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class HopTest {
    @Test
    void survivesTheWayThroughAHeader() {
        var hops = List.of(new Hop("users", 45), new Hop("payments", 234));
        assertEquals(hops, Hop.parse(Hop.header(hops)));
    }

    @Test
    void ignoresWhatOthersPutIntoTheHeader() {
        assertEquals(List.of(new Hop("cache", 3)), Hop.parse("miss, cache;dur=3;desc=\"Cache\""));
    }
}
