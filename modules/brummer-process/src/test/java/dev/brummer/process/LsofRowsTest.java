package dev.brummer.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.process.Platform.Link;
import dev.brummer.process.Platform.Listener;
import java.util.List;
import org.junit.jupiter.api.Test;

class LsofRowsTest {
    @Test
    void listenersAndConnectionsBelongToTheProcessBeforeThem() {
        var sockets = LsofRows.parse(List.of(
                "p1735",
                "n*:5432",
                "n[::1]:5433",
                "n127.0.0.1:5432->127.0.0.1:58976",
                "p1736",
                "n[::1]:48626->[2001:db8::7]:443",
                "n[::ffff:10.0.0.1]:8080->[::ffff:10.0.0.2]:50000"));
        assertThat(sockets.listeners()).containsExactly(new Listener(5432, 1735), new Listener(5433, 1735));
        assertThat(sockets.links())
                .containsExactly(
                        new Link(new Link.End("127.0.0.1", 5432), new Link.End("127.0.0.1", 58976), 1735),
                        new Link(new Link.End("::1", 48626), new Link.End("2001:db8::7", 443), 1736),
                        new Link(new Link.End("10.0.0.1", 8080), new Link.End("10.0.0.2", 50000), 1736));
    }

    @Test
    void nothingIsNothing() {
        assertThat(LsofRows.parse(List.of()).links()).isEmpty();
        assertThat(LsofRows.parse(List.of("")).listeners()).isEmpty();
    }
}
