package dev.brummer.runtime;

import static dev.brummer.core.TestServices.project;
import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.engine.StartFailedException;
import dev.brummer.core.engine.StreamMode;
import dev.brummer.spi.CommandLine;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunOrdersTest {
    private static final ServiceId WEB = new ServiceId("web");

    @Test
    void anOrderHasCommandFolderPortsAndTheInheritedEnvironment() throws StartFailedException {
        var only = InstanceId.only(WEB);
        var project = project(service("web").port(3000)).withInherited(Map.of("HOME", "/home/me"));
        var order = new RunOrders(project, new PortBook(Map.of(only, List.of(3000)))).order(only, 7);
        assertThat(order.run()).isEqualTo(7);
        assertThat(order.command()).isEqualTo(new CommandLine.Shell("run web"));
        assertThat(order.folder()).hasToString("/project");
        assertThat(order.ports()).containsExactly(3000);
        assertThat(order.environment()).containsEntry("HOME", "/home/me").doesNotContainKey("BRUM_INSTANCE");
    }

    @Test
    void aCopyIsToldWhichOneItIs() throws StartFailedException {
        var second = new InstanceId(WEB, 2);
        var orders = new RunOrders(project(service("web").scale(2)), new PortBook(Map.of()));
        assertThat(orders.order(second, 1).environment()).containsEntry("BRUM_INSTANCE", "2");
    }

    @Test
    void whatHasATtyRunsOnATerminalAndItsStopCommandHasPipes() throws StartFailedException {
        var only = InstanceId.only(WEB);
        var orders = new RunOrders(project(service("web").tty().stopCommand("web stop")), new PortBook(Map.of()));
        assertThat(orders.order(only, 1).streams()).isEqualTo(StreamMode.TERMINAL);
        assertThat(orders.stopOrder(only, 1).streams()).isEqualTo(StreamMode.PIPES);
    }

    @Test
    void aStopCommandClaimsNoPorts() throws StartFailedException {
        var only = InstanceId.only(WEB);
        var project = project(service("web").port(3000).stopCommand("web stop"));
        var order = new RunOrders(project, new PortBook(Map.of(only, List.of(3000)))).stopOrder(only, 1);
        assertThat(order.command()).isEqualTo(new CommandLine.Shell("web stop"));
        assertThat(order.ports()).isEmpty();
    }
}
