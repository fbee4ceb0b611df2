package dev.brummer.runtime;

import static dev.brummer.core.TestServices.project;
import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.engine.StartOrder;
import dev.brummer.core.engine.StreamMode;
import dev.brummer.process.FreePorts;
import dev.brummer.spi.CommandLine;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoneOrderTest {
    private static final ServiceId LOAD = new ServiceId("load");
    private static final ServiceId WEB = new ServiceId("web");

    /** Gives 9001 and so on. */
    private final FreePorts free = taken -> {
        int port = 9001;
        while (taken.contains(port)) {
            port++;
        }
        return port;
    };

    private StartOrder order(Map<ServiceId, List<Integer>> running) throws Exception {
        var project = project(
                service("load").autoPort().scale(3).tty().command("k6 ${services.web.url} $${services.load.port}"),
                service("web").autoPort());
        return LoneOrder.of(project, LOAD, running, free);
    }

    @Test
    void referencesLeadToWhatRuns() throws Exception {
        var order = order(Map.of(WEB, List.of(4711)));
        assertThat(order.command()).isEqualTo(new CommandLine.Shell("k6 http://localhost:4711 ${services.load.port}"));
    }

    @Test
    void itIsTheOnlyCopyWithPortsOfItsOwn() throws Exception {
        var order = order(Map.of(LOAD, List.of(4711), WEB, List.of(9001)));
        assertThat(order.instance()).isEqualTo(InstanceId.only(LOAD));
        assertThat(order.ports()).isNotEmpty().doesNotContain(4711);
        assertThat(order.environment()).containsEntry("PORT", "" + order.ports().getFirst()).doesNotContainKey("TERM");
        assertThat(order.streams()).isEqualTo(StreamMode.PIPES);
    }
}
