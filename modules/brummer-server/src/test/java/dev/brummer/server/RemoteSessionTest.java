package dev.brummer.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.api.RefusedException;
import dev.brummer.api.SessionException;
import dev.brummer.api.SessionOverException;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class RemoteSessionTest {
    @TempDir
    private Path own;

    private TestServer server;
    private RemoteSession remote;

    @BeforeEach
    void open() throws IOException {
        server = new TestServer(own);
        remote = RemoteSession.find(own, Long.toString(ProcessHandle.current().pid())).orElseThrow();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void whatHasNotEndedIsToldInTheWordsOfTheJournalAndWaitedForForSoLongAtMost() throws Exception {
        assertThat(server.get("/v1/journal/unfinished?after=3&wait=90000").body())
                .contains("\"stream\":\"stderr\"", "\"text\":\"Overwrite? [y/N] \"");
        assertThat(server.session.did).containsExactly("unfinished after 3 within PT25S");
    }

    @Test
    void whatASessionTellsIsTheSameFromElsewhere() throws Exception {
        assertThat(remote.project()).isEqualTo(server.session.project());
        assertThat(remote.fleet()).isEqualTo(server.session.fleet());
        assertThat(remote.fleetWithUsage()).isEqualTo(server.session.fleetWithUsage());
        assertThat(remote.fleetAfter(7, Duration.ofSeconds(3))).isEqualTo(server.session.fleet());
        assertThat(remote.unfinishedAfter(8, Duration.ofSeconds(4))).isEqualTo(server.session.unfinished());
        assertThat(remote.health(List.of("web"))).isEqualTo(server.session.health(List.of("web")));
        assertThat(remote.usage(List.of("web"))).isEqualTo(server.session.usage(List.of("web")));
        assertThat(remote.connections(List.of("web"))).isEqualTo(server.session.connections(List.of("web")));
        assertThat(remote.environment(PretendedSession.WEB, true))
                .isEqualTo(server.session.environment(PretendedSession.WEB, true));
        assertThat(remote.environment(PretendedSession.WEB, false).variables().getFirst().value()).isEqualTo("***");
        assertThat(remote.alerts()).isEqualTo(server.session.alerts());
        assertThat(remote.why("web")).isEqualTo(server.session.why("web"));
        assertThat(remote.named(List.of("web", "worker.2")))
                .containsExactly(PretendedSession.WEB, PretendedSession.SECOND_WORKER);
        assertThat(server.session.did).containsExactly("fleet after 7 within PT3S", "unfinished after 8 within PT4S");
    }

    @Test
    void whatIsDoneFromElsewhereIsDone() throws Exception {
        assertThat(remote.start(Set.of(PretendedSession.WEB))).isEqualTo(server.session.fleet());
        assertThat(remote.stop(Set.of(PretendedSession.SECOND_WORKER), "lunch")).isEqualTo(server.session.fleet());
        assertThat(remote.kill(Set.of(PretendedSession.WEB), "at once")).isEqualTo(server.session.fleet());
        assertThat(remote.restart(Set.of(PretendedSession.WEB), false)).isEqualTo(server.session.fleet());
        assertThat(remote.restart(Set.of(PretendedSession.WEB), true)).isEqualTo(server.session.fleet());
        remote.signal(Set.of(PretendedSession.WEB), "HUP");
        assertThat(remote.reload(true)).isEqualTo(server.session.reload(true));
        assertThat(remote.reload(false).isEmpty()).isFalse();
        assertThat(remote.join(Set.of(new ServiceId("web")))).isEqualTo(server.session.fleet());
        assertThat(remote.run(List.of("db:postgres", "dev"))).isEqualTo(server.session.fleet());
        assertThat(remote.runnable()).containsExactly("web", "dev");
        remote.stop("the day is over");
        remote.kill("now");
        assertThat(server.session.did).containsExactly(
                "start [web]", "stop, lunch [" + PretendedSession.SECOND_WORKER.label() + "]", "kill, at once [web]",
                "restart [web]", "restart with dependents [web]", "signal HUP [web]", "reload, dry", "reload, dry", "reload",
                "join " + Set.of(new ServiceId("web")), "run [db:postgres, dev]",
                "stop everything, the day is over", "kill everything, now");
    }

    @Test
    void aRefusalArrivesWithItsWords() {
        assertThatThrownBy(() -> remote.named(List.of("wbe")))
                .isInstanceOf(RefusedException.class)
                .hasMessage("there is no service 'wbe'");
        assertThatThrownBy(() -> remote.signal(Set.of(PretendedSession.WEB), "NOPE"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("there is no signal 'NOPE'");
    }

    @Test
    void whatCouldDisturbATerminalStaysBehind() {
        assertThatThrownBy(() -> remote.named(List.of("\u001b[2Jweb\r\nX-Evil: 1")))
                .isInstanceOf(RefusedException.class)
                .hasMessage("there is no service '\ufffd[2Jweb\ufffd\ufffdX-Evil: 1'");
    }

    @Test
    void aSessionThatIsOverIsSaidToBe() throws IOException {
        server.closeDoor();
        assertThatThrownBy(() -> remote.fleet())
                .isInstanceOf(SessionOverException.class)
                .hasMessageContaining("supervised by pid " + ProcessHandle.current().pid() + " does not answer");
    }

    @Test
    void aClientThatIsNotLetInIsRefusedWithTheReason() throws IOException {
        new ControlFile("http://127.0.0.1:" + server.port(), "wrong", ProcessHandle.current().pid()).write(own);
        RemoteSession stranger =
                RemoteSession.find(own, Long.toString(ProcessHandle.current().pid())).orElseThrow();
        assertThatThrownBy(stranger::fleet).isInstanceOf(SessionException.class).hasMessageContaining("Authorization");
    }

    @Test
    void theFileOfAnotherProcessIsNotBelieved() throws IOException {
        assertThat(RemoteSession.find(own, "1")).isEmpty();
        assertThat(RemoteSession.find(own.resolve("elsewhere"), "1")).isEmpty();
    }
}
