package dev.brummer.runtime;

import static dev.brummer.core.TestServices.project;
import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import dev.brummer.core.supervision.Event;
import dev.brummer.spi.Answer;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DiscretionTest {
    private static final InstanceId WEB = InstanceId.only(new ServiceId("web"));

    private final AtomicInteger asked = new AtomicInteger();
    private Setup setup = setup("hunter2");
    private final Discretion discretion = new Discretion(() -> {
        asked.incrementAndGet();
        return setup;
    });

    private static Setup setup(String password) {
        Project project = project(service("web")).withInherited(Map.of("DB_PASSWORD", password));
        return new Setup(project, StageGraph.of(project), new PortBook(Map.of()));
    }

    @Test
    void whyAStartFailedIsToldWithoutSecrets() {
        assertThat(discretion.event(new Event.SpawnFailed(WEB, 1, "no ./hunter2")))
                .isEqualTo(new Event.SpawnFailed(WEB, 1, "no ./***"));
        assertThat(discretion.event(new Event.StopCommandEnded(WEB, 1, Optional.of("no ./hunter2"))))
                .isEqualTo(new Event.StopCommandEnded(WEB, 1, Optional.of("no ./***")));
    }

    @Test
    void answersAreToldWithoutSecretsAndStayOfTheirKind() {
        var part = new Answer.Component("db of hunter2", false, "hunter2 is wrong");
        var hidden = new Answer.Component("db of ***", false, "*** is wrong");
        assertThat(discretion.answer(new Answer.Passing("a hunter2", List.of(part))))
                .isEqualTo(new Answer.Passing("a ***", List.of(hidden)));
        assertThat(discretion.answer(new Answer.Degraded("a hunter2", List.of(part))))
                .isEqualTo(new Answer.Degraded("a ***", List.of(hidden)));
        assertThat(discretion.answer(new Answer.Failing("a hunter2", List.of(part))))
                .isEqualTo(new Answer.Failing("a ***", List.of(hidden)));
        assertThat(discretion.answer(new Answer.Unknown("a hunter2"))).isEqualTo(new Answer.Unknown("a ***"));
    }

    @Test
    void foldersAreToldWithoutSecretsButWhereTheProjectIs() {
        assertThat(discretion.folder(Path.of("/project/hunter2/a"))).hasToString("/project/***/a");
        assertThat(discretion.folder(Path.of("/project"))).hasToString("/project");
        assertThat(discretion.folder(Path.of("/hunter2"))).hasToString("/***");
    }

    @Test
    void nothingIsFoundOutBeforeThereIsSomethingToSay() {
        Event spawned = new Event.Spawned(WEB, 1);
        assertThat(discretion.event(spawned)).isSameAs(spawned);
        assertThat(asked).hasValue(0);
    }

    @Test
    void whatWasASecretBeforeAReloadStaysOne() {
        assertThat(discretion.apply("hunter2")).isEqualTo("***");
        setup = setup("Xk9#q");
        assertThat(discretion.apply("hunter2 Xk9#q")).isEqualTo("*** ***");
    }
}
