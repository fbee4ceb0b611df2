package dev.brummer.runtime.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.api.ConnectionView;
import dev.brummer.core.engine.Connection;
import dev.brummer.core.engine.Connection.Side;
import dev.brummer.core.engine.Engine.RunHandle;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionCountsTest {
    private static final InstanceId POSTGRES = InstanceId.only(new ServiceId("postgres"));
    private static final InstanceId ORDERS = InstanceId.only(new ServiceId("orders"));
    private static final RunHandle DATABASE = () -> "pid 1";
    private static final RunHandle SERVICE = () -> "pid 2";

    private static Connection to(String address, int port, Optional<RunHandle> remote) {
        return new Connection(SERVICE, Side.CLIENT, 50_000, address, port, remote);
    }

    private static List<ConnectionView> counted(Map<Integer, InstanceId> elsewhere, Connection... connections) {
        Map<RunHandle, InstanceId> runs = new LinkedHashMap<>();
        runs.put(DATABASE, POSTGRES);
        runs.put(SERVICE, ORDERS);
        return ConnectionCounts.of(List.of(connections), runs, elsewhere);
    }

    @Test
    void connectionsToTheSamePortOfTheSameServiceAreCountedTogether() {
        assertThat(counted(
                        Map.of(),
                        to("127.0.0.1", 5432, Optional.of(DATABASE)),
                        to("::1", 5432, Optional.of(DATABASE)),
                        to("127.0.0.1", 5433, Optional.of(DATABASE))))
                .containsExactly(
                        new ConnectionView(
                                Optional.of(ORDERS), Optional.of(POSTGRES), Optional.empty(), 5432, Optional.of("postgres"), 2),
                        new ConnectionView(
                                Optional.of(ORDERS), Optional.of(POSTGRES), Optional.empty(), 5433, Optional.empty(), 1));
    }

    @Test
    void whatIsNotOursHasItsAddress() {
        assertThat(counted(Map.of(), to("127.0.0.1", 6379, Optional.empty())))
                .containsExactly(new ConnectionView(
                        Optional.of(ORDERS),
                        Optional.empty(),
                        Optional.of("127.0.0.1"),
                        6379,
                        Optional.of("redis"),
                        1));
    }

    @Test
    void whatSomebodyElseRunsForUsGoesByItsName() {
        var views = counted(
                Map.of(5432, POSTGRES), to("127.0.0.1", 5432, Optional.empty()), to("10.0.0.1", 5432, Optional.empty()));
        assertThat(views).extracting(ConnectionView::to).containsExactly(Optional.of(POSTGRES), Optional.empty());
    }

    @Test
    void strangersThatHaveConnectedToUsComeLastAndOurselvesNotAtAll() {
        var stranger = new Connection(DATABASE, Side.SERVER, 5432, "127.0.0.1", 60_000, Optional.empty());
        var self = to("127.0.0.1", 3000, Optional.of(SERVICE));
        var views = counted(Map.of(), stranger, self, to("127.0.0.1", 6379, Optional.empty()));
        assertThat(views).extracting(ConnectionView::from).containsExactly(Optional.of(ORDERS), Optional.empty());
    }
}
