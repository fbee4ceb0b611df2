package dev.brummer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With tables as a machine shows them whose words begin with their lowest byte. */
class SocketRowTest {
    private static final String REST = " 00000000:00000000 00:00000000 00000000     0        0 4711 2 000000000ee65249 20";

    @BeforeEach
    void machine() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN);
    }

    private static List<SocketRow> rows(String table) {
        List<SocketRow> rows = new ArrayList<>();
        SocketRow.each(table, rows::add);
        return rows;
    }

    private static Platform.Link link(String ends) {
        return rows("   1: " + ends + " 01" + REST).getFirst().link();
    }

    @Test
    void theFirstRowIsNoSocket() {
        assertThat(rows("  sl  local_address rem_address   st tx_queue rx_queue\n")).isEmpty();
        assertThat(rows("")).isEmpty();
    }

    @Test
    void aListenerHasAPort() {
        SocketRow row = rows("   0: 00000000:D251 00000000:0000 0A" + REST).getFirst();
        assertThat(row.isListening()).isTrue();
        assertThat(row.isEstablished()).isFalse();
        assertThat(row.listener()).isEqualTo(new Platform.Listener(0xD251, 4711));
    }

    @Test
    void aConnectionHasTwoEnds() {
        assertThat(link("0100007F:E660 0200A8C0:D251"))
                .isEqualTo(new Platform.Link(
                        new Platform.Link.End("127.0.0.1", 0xE660), new Platform.Link.End("192.168.0.2", 0xD251), 4711));
    }

    @Test
    void anIpv6AddressIsInItsShortestForm() {
        Platform.Link link = link(
                "00000000000000000000000001000000:BDF2 B80D0120000000000000000007000000:01BB");
        assertThat(link.local().address()).isEqualTo("::1");
        assertThat(link.remote().address()).isEqualTo("2001:db8::7");
    }

    @Test
    void ipv4InIpv6IsIpv4() {
        assertThat(link("0000000000000000FFFF00000100007F:D251 0000000000000000FFFF00000100007F:E660").local())
                .isEqualTo(new Platform.Link.End("127.0.0.1", 0xD251));
    }
}
