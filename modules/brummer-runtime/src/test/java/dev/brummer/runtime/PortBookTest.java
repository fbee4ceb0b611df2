package dev.brummer.runtime;

import static dev.brummer.core.TestServices.project;
import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortBookTest {
    private static final ServiceId WEB = new ServiceId("web");

    /** A machine that gives out the ports from 3000 upwards. */
    private static int next(Set<Integer> taken) {
        int port = 3000;
        while (taken.contains(port)) {
            port++;
        }
        return port;
    }

    @Test
    void fixedPortsStayAndAutoOnesAvoidThemAndEachOther() throws IOException {
        var fleet = Fleet.of(StageGraph.of(project(
                service("web").autoPort().autoPort().scale(2), service("auth").port(3001).port(9000))));
        PortBook book = PortBook.choose(fleet.graph(), PortBookTest::next);
        assertThat(book.of(InstanceId.only(new ServiceId("auth")))).containsExactly(3001, 9000);
        assertThat(book.of(new InstanceId(WEB, 1))).containsExactly(3000, 3002);
        assertThat(book.of(new InstanceId(WEB, 2))).containsExactly(3003, 3004);
    }

    @Test
    void noPortIsGivenTwiceBeforeAnyIsListenedOn() throws IOException {
        var fleet = Fleet.of(StageGraph.of(project(service("web").autoPort().scale(50))));
        var seen = new HashSet<Integer>();
        PortBook book = PortBook.choose(fleet.graph(), PortBookTest::next);
        fleet.ids().forEach(id -> assertThat(seen.addAll(book.of(id))).isTrue());
    }

    @Test
    void whoClaimsNothingHasNoPorts() throws IOException {
        var fleet = Fleet.of(StageGraph.of(project(service("web"))));
        assertThat(PortBook.choose(fleet.graph(), PortBookTest::next).of(InstanceId.only(WEB))).isEmpty();
    }

    @Test
    void whatRemainsKeepsItsPortsAndWhatIsNewGetsOthers() throws IOException {
        var project = project(service("web").autoPort(), service("auth").port(3001));
        var graph = StageGraph.of(project);
        PortBook book = PortBook.choose(graph, PortBookTest::next);
        var wider = StageGraph.of(project(service("mail").autoPort(), service("web").port(80).autoPort().autoPort()));
        PortBook after = book.after(new Setup(project, graph, book), wider, PortBookTest::next);
        assertThat(after.of(InstanceId.only(WEB))).containsExactly(80, 3000, 3002);
        assertThat(after.of(InstanceId.only(new ServiceId("mail")))).containsExactly(3001);
        assertThat(after.of(InstanceId.only(new ServiceId("auth")))).isEmpty();
    }
}
