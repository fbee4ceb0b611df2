package dev.brummer.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class RoomsTest {
    private final Rooms rooms = new Rooms();

    private ByteBuffer readInto(int bytes) {
        ByteBuffer room = rooms.next().clear().limit(bytes);
        rooms.turn();
        return room;
    }

    @Test
    void whatWasReadIsLeftAloneUntilMoreHasBeenRead() {
        ByteBuffer first = readInto(100);
        ByteBuffer second = readInto(100);

        assertThat(second).isNotSameAs(first);
        assertThat(rooms.next()).isSameAs(first);
    }

    @Test
    void theyGrowWhereOneWasFilledUpToABound() {
        int size = rooms.next().capacity();
        for (int i = 0; i < 10; i++) {
            ByteBuffer filled = readInto(rooms.next().capacity());
            assertThat(rooms.next().capacity()).isBetween(size, 512 << 10);
            assertThat(rooms.next()).isNotSameAs(filled);
            size = rooms.next().capacity();
        }
        assertThat(size).isEqualTo(512 << 10);
        ByteBuffer one = readInto(size);
        ByteBuffer other = readInto(size);
        assertThat(readInto(size)).isSameAs(one);
        assertThat(readInto(size)).isSameAs(other);
    }
}
