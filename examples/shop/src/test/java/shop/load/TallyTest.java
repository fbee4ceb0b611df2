package shop.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void percentilesAreTimesThatWereMeasured() {
        var tally = new Tally();
        for (int i = 1; i <= 20; i++) {
            tally.add(200, i);
        }
        assertEquals(10, tally.within(50));
        assertEquals(19, tally.within(95));
        assertEquals(20, tally.within(100));
    }

    @Test
    void nothingMeasuredIsNoTimeAtAll() {
        assertEquals(0, new Tally().within(95));
    }
}
