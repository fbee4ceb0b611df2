package dev.brummer.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.environment.Environments;
import dev.brummer.core.environment.RunEnvironment;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.TestSpec;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.spi.CommandLine;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a test of the file needs, and what its command sees. */
class TestEnvironmentTest {
    private static final Map<InstanceId, List<Integer>> PORTS =
            Map.of(InstanceId.only(new ServiceId("user-service")), List.of(4001, 4002));

    @TempDir
    Path folder;

    private RunEnvironment run(Projects projects) throws UnresolvedException {
        Project project = projects.project();
        return Environments.of(project, only(project), project.services().values(), PORTS);
    }

    private static TestSpec only(Project project) {
        return project.tests().values().iterator().next();
    }

    @Test
    void itFindsWhereServicesAre() throws UnresolvedException {
        var variables = run(Projects.in(folder).bundled().yaml("""
                        tests: {it: run}
                        services:
                          user-service: {command: a, ports: [auto, 99]}
                          2nd: {command: a, ports: [80], healthcheck: {http: /}}
                          db: {command: a, ports: [15432], readiness: {postgres: 15432}}
                          cache: {command: a, ports: [6379]}
                          worker: {command: a}
                        """))
                .variables();
        assertThat(variables)
                .containsEntry("USER_SERVICE_HOST", "localhost")
                .containsEntry("USER_SERVICE_PORT", "4001")
                .containsEntry("USER_SERVICE_URL", "http://localhost:4001")
                .containsEntry("_2ND_URL", "http://localhost:80")
                .containsEntry("DB_PORT", "15432")
                .containsEntry("CACHE_HOST", "localhost")
                .doesNotContainKeys("DB_URL", "CACHE_URL", "WORKER_HOST");
    }

    @Test
    void whatSomebodyHasSetStaysAsItIs() throws UnresolvedException {
        Projects projects = Projects.in(folder)
                .caller("WEB_URL", "https://staging")
                .file(".env", "API_HOST=elsewhere\n")
                .override("API_PORT", "1")
                .yaml("""
                        environment: {API_URL: for services alone}
                        tests: {it: {command: "run ${WEB_URL} ${WEB_PORT} ${MINE}", environment: {MINE: "${services.web.port}", WEB_PORT: 2}}}
                        services: {web: {command: a, ports: [80]}, api: {command: a, ports: [81]}}
                        """);
        RunEnvironment environment = run(projects);
        assertThat(environment.variables())
                .containsEntry("WEB_URL", "https://staging")
                .containsEntry("WEB_PORT", "2")
                .containsEntry("WEB_HOST", "localhost")
                .containsEntry("API_HOST", "elsewhere")
                .containsEntry("API_PORT", "1")
                .containsEntry("API_URL", "http://localhost:81");
        assertThat(environment.command(only(projects.project()).command()))
                .isEqualTo(new CommandLine.Shell("run https://staging 2 80"));
    }

    @Test
    void itsKeysHaveTheirDefaults() {
        TestSpec test = only(Projects.in(folder).yaml("""
                        stages: [core, late]
                        tests: {it: {command: [run], up: [late, db], timeout: 5m}, all: run, none: {command: run, up: []}}
                        services:
                          db: {command: a, profiles: [p]}
                          web: {command: a, stage: late}
                          off: {command: a, stage: late, profiles: [p]}
                        """)
                .project());
        assertThat(test.up().orElseThrow()).containsExactly(new ServiceId("web"), new ServiceId("db"));
        assertThat(test.timeout()).contains(Duration.ofMinutes(5));
        assertThat(test.workingDir()).isEqualTo(folder);

        Map<String, TestSpec> tests = Projects.in(folder).project().tests();
        assertThat(tests.keySet()).containsExactly("it", "all", "none");
        assertThat(tests.get("all").up()).isEmpty();
        assertThat(tests.get("none").up()).contains(List.of());
    }

    @Test
    void whatIsSetOnlyWhereItIsRunDoesNotStandInTheWayOfAnythingElse() {
        Projects projects = Projects.in(folder)
                .yaml("tests: {it: {command: \"${TOKEN:?in CI alone} ${OTHER}\"}}\nservices: {web: {command: a}}\n");
        assertThat(projects.loaded().warnings()).isEmpty();
    }
}
