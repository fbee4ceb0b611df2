package dev.brummer.cli;

import static dev.brummer.core.TestServices.project;
import static dev.brummer.core.TestServices.service;
import static dev.brummer.core.TestServices.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Dependency.Condition;
import dev.brummer.core.model.Project;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Each text beside its golden file. */
class GraphTextsTest {
    private final Project project = project(
            service("postgres").stage("infra"),
            task("migrate").stage("infra").after("postgres"),
            service("auth").stage("core").after("migrate", Condition.COMPLETED),
            service("mail").stage("core").optional(),
            service("end").stage("gateway").afterIfItComes("mail"),
            service("my.tool"));

    private final StageGraph graph = StageGraph.of(project);

    private static String golden(String name) throws IOException {
        try (InputStream text = GraphTextsTest.class.getResourceAsStream("/graphs/" + name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void thePlanTellsWhoStartsInWhichOrderWaitingForWhat() throws IOException {
        assertThat(new PlanText(project, graph).text()).isEqualTo(golden("plan.expected"));
    }

    @Test
    void theTextGroupsServicesByStage() throws IOException {
        assertThat(new GraphText(project, graph).text()).isEqualTo(golden("text.expected"));
    }

    @Test
    void mermaidDrawsStagesAndEdgesWithNamesThatAreNoWordsOfIt() throws IOException {
        assertThat(new GraphMermaid(project, graph).text()).isEqualTo(golden("mermaid.expected"));
    }

    @Test
    void jsonHasStagesAndWhatEachServiceWaitsFor() throws IOException {
        assertThat(GraphJson.text(project, graph)).isEqualTo(golden("json.expected"));
    }
}
