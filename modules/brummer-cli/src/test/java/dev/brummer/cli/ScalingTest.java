package dev.brummer.cli;

import static dev.brummer.core.TestServices.project;
import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.config.Choice;
import dev.brummer.core.model.Project;
import dev.brummer.spi.ServiceId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalingTest {
    private final Project project = project(
            service("db").stage("infra").port(5432), service("worker").stage("jobs"),
            service("mailer").stage("jobs").autoPort(), service("many").scale(3));

    private int copies(String service, String... wishes) throws UsageException {
        return Scaling.apply(new Selection(project, Choice.ALL), List.of(wishes)).service(new ServiceId(service)).scale();
    }

    @Test
    void aWishReplacesWhatTheFileSaysAndTheLastOneCounts() throws UsageException {
        assertThat(copies("worker", "worker=2")).isEqualTo(2);
        assertThat(copies("many", "many=1")).isEqualTo(1);
        assertThat(copies("worker", "worker=2", "worker=5")).isEqualTo(5);
        assertThat(copies("many")).isEqualTo(3);
    }

    @Test
    void aStageScalesAllItsServices() throws UsageException {
        assertThat(copies("worker", "jobs=4")).isEqualTo(4);
        assertThat(copies("mailer", "jobs=4")).isEqualTo(4);
    }

    @Test
    void copiesCannotShareAFixedPort() throws UsageException {
        assertThatThrownBy(() -> copies("db", "db=2"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("copies of db cannot share its fixed port; write 'ports: [auto]'");
        assertThat(copies("db", "db=1")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "worker=", "=2", "worker=0", "worker=-1", "worker=101", "worker=two"})
    void whatIsNoNumberOfCopiesIsRefused(String wish) {
        assertThatThrownBy(() -> copies("worker", wish))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--scale takes SERVICE=N")
                .hasMessageContaining("'" + wish + "'");
    }

    @Test
    void whatThereIsNotCannotBeScaled() {
        assertThatThrownBy(() -> copies("worker", "workr=2")).hasMessageContaining("did you mean 'worker'?");
    }
}
