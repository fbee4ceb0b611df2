package dev.brummer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.core.environment.Environments;
import dev.brummer.core.environment.RunEnvironment;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.spi.CommandLine;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run of a loaded service sees. */
class RunEnvironmentTest {
    private static final InstanceId WEB = InstanceId.only(new ServiceId("web"));
    private static final InstanceId DB = InstanceId.only(new ServiceId("db"));

    @TempDir
    Path folder;

    private RunEnvironment run(Projects projects, Map<InstanceId, List<Integer>> ports) throws UnresolvedException {
        Project project = projects.project();
        ServiceSpec web = project.service(WEB.service());
        return Environments.of(project, web, WEB, ports);
    }

    private CommandLine command(Projects projects, RunEnvironment environment) throws UnresolvedException {
        return environment.command(projects.project().service(WEB.service()).command());
    }

    @Test
    void aChosenPortIsKnownAsPortAndByReference() throws UnresolvedException {
        Projects projects = Projects.in(folder).yaml("""
            services:
              db: {command: b, ports: [auto]}
              web:
                command: [serve, "${PORT}", "${services.web.port}", "${services.db.url}", "${services.db.host}"]
                ports: [auto]
                environment: {SELF: "http://x:${PORT}", DB_PORT: "${services.db.port}"}
            """);
        RunEnvironment environment = run(projects, Map.of(WEB, List.of(4001), DB, List.of(4002)));
        assertThat(environment.variables())
                .containsEntry("PORT", "4001")
                .containsEntry("SELF", "http://x:4001")
                .containsEntry("DB_PORT", "4002");
        assertThat(command(projects, environment))
                .isEqualTo(
                        new CommandLine.Words(List.of("serve", "4001", "4001", "http://localhost:4002", "localhost")));
    }

    @Test
    void aTerminalHasANameWhateverTheCallersIs() throws UnresolvedException {
        Projects projects = Projects.in(folder).caller("TERM", "dumb").yaml("""
            services:
              db: {command: b, tty: true, environment: {TERM: vt100}}
              web: {command: a, tty: true, environment: {SEEN: "${TERM}"}}
            """);
        assertThat(run(projects, Map.of()).variables())
                .containsEntry("TERM", "xterm-256color")
                .containsEntry("SEEN", "xterm-256color");
        Project project = projects.project();
        assertThat(Environments.of(project, project.service(DB.service()), DB, Map.of()).variables())
                .containsEntry("TERM", "vt100");
    }

    @Test
    void aFixedPortSetsNoPortAndIsKnownWithoutBeingTold() throws UnresolvedException {
        Projects projects =
                Projects.in(folder).yaml("services: {web: {command: 'a ${services.web.port}', ports: [80]}}");
        RunEnvironment environment = run(projects, Map.of());
        assertThat(environment.variables()).doesNotContainKey("PORT");
        assertThat(command(projects, environment)).isEqualTo(new CommandLine.Shell("a 80"));
    }

    @Test
    void theCallersPortDoesNotLeakIntoAServiceWithItsOwn() throws UnresolvedException {
        Projects projects = Projects.in(folder)
                .yaml("services: {web: {command: a, ports: [auto]}}")
                .caller("PORT", "9");
        assertThat(run(projects, Map.of(WEB, List.of(4001))).variables()).containsEntry("PORT", "4001");
    }

    @Test
    void aCommandSeesTheServicesOwnEnvironmentAndAValueDoesNot() throws UnresolvedException {
        Projects projects = Projects.in(folder).yaml("""
            services:
              web:
                command: say ${GREETING} ${TARGET:-nobody} $$X ${EMPTY:-was empty} ${EMPTY-is empty} ${SET:+set}
                environment: {GREETING: hello, TARGET: "${GREETING:-world}", EMPTY: "", SET: 1}
            """).caller("GREETING", "hi");
        assertThat(command(projects, run(projects, Map.of())))
                .isEqualTo(new CommandLine.Shell("say hello hi $X was empty  set"));
    }

    @Test
    void aVariableWithoutValueIsTheCallersOrIsNotThere() throws UnresolvedException {
        Projects projects = Projects.in(folder)
                .yaml("environment: {A: top, B: top}\nservices: {web: {command: a, environment: [A, B]}}")
                .caller("A", "mine");
        assertThat(run(projects, Map.of()).variables())
                .containsEntry("A", "mine")
                .doesNotContainKey("B");
    }

    @Test
    void overridesBeatAllAndFeedExpressions() throws UnresolvedException {
        Projects projects = Projects.in(folder)
                .yaml("services: {web: {command: 'a ${A}', environment: {A: file, B: '${A}'}}}")
                .override("A", "option");
        RunEnvironment environment = run(projects, Map.of());
        assertThat(environment.variables()).containsEntry("A", "option").containsEntry("B", "option");
        assertThat(command(projects, environment)).isEqualTo(new CommandLine.Shell("a option"));
    }

    @Test
    void aCopyRefersToItselfAndOthersToItsFirst() throws UnresolvedException {
        Project project = Projects.in(folder).yaml("""
            services:
              web: {command: "a ${services.web.port}", ports: [auto], scale: 2}
              api: {command: "b ${services.web.port}"}
            """).project();
        InstanceId first = new InstanceId(WEB.service(), 1);
        InstanceId second = new InstanceId(WEB.service(), 2);
        InstanceId api = InstanceId.only(new ServiceId("api"));
        Map<InstanceId, List<Integer>> ports = Map.of(first, List.of(1), second, List.of(2));
        ServiceSpec web = project.service(WEB.service());
        ServiceSpec other = project.service(api.service());
        assertThat(Environments.of(project, web, second, ports).command(web.command()))
                .isEqualTo(new CommandLine.Shell("a 2"));
        assertThat(Environments.of(project, other, api, ports).command(other.command()))
                .isEqualTo(new CommandLine.Shell("b 1"));
    }

    @Test
    void whatIsNotThereSaysSo() throws UnresolvedException {
        Projects projects = Projects.in(folder).yaml("""
            services:
              db: {command: b, ports: [auto]}
              web: {command: "a ${services.db.port}"}
            """);
        RunEnvironment environment = run(projects, Map.of());
        assertThatThrownBy(() -> command(projects, environment)).hasMessage("service 'db' has no port yet");
    }

    @Test
    void optionsOfAPluginHoldWhereAUseGivesNone() {
        ServiceSpec web = Projects.in(folder).yaml("""
            plugins: {config: {http: {status: 204}}}
            services: {web: {command: a, readiness: [{http: /a}, {http: {url: /b, status: 200}}]}}
            """).service("web");
        assertThat(web.readiness().getFirst().options())
                .extractingByKey("status")
                .asString()
                .contains("204");
        assertThat(web.readiness().getLast().options())
                .extractingByKey("status")
                .asString()
                .contains("200");
    }
}
