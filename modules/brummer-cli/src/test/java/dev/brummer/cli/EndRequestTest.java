package dev.brummer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.model.PosixSignal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndRequestTest {
    private final List<PosixSignal> got = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsAskedBeforeTheCommandIsThereReachesItAsItWasAsked(boolean hasTerminal) {
        var request = new EndRequest(hasTerminal);
        assertThat(request.by()).isEmpty();
        request.ask(SignalTraps.CTRL_C);
        assertThat(got).isEmpty();
        request.started(got::add);

        assertThat(got).containsExactly(PosixSignal.SIGINT);
        assertThat(request.by()).contains(SignalTraps.CTRL_C);
    }

    @Test
    void whatIsAskedWhileItRunsReachesItOnce() {
        var request = new EndRequest(false);
        request.started(got::add);
        request.ask(SignalTraps.CTRL_C);

        assertThat(got).containsExactly(PosixSignal.SIGINT);
    }

    @Test
    void whatItsTerminalSendsAtCtrlCItHasGotAlready() {
        var request = new EndRequest(true);
        request.started(got::add);
        request.ask(SignalTraps.CTRL_C);
        assertThat(got).isEmpty();
        request.ask(SignalTraps.SIGHUP);
        request.ask("SIGTERM");

        assertThat(got).containsExactly(PosixSignal.SIGHUP, PosixSignal.SIGTERM);
    }

    @Test
    void whatHasEndedGetsNothing() {
        var request = new EndRequest(false);
        request.started(got::add);
        request.ended();
        request.ask("SIGTERM");

        assertThat(got).isEmpty();
    }
}
