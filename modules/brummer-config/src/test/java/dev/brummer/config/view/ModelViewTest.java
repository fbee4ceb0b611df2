package dev.brummer.config.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.LoadResult.Loaded;
import dev.brummer.config.Projects;
import dev.brummer.config.BundledPlugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelViewTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"brummer.yaml.example", "examples/shop/brummer.yaml"})
    void whatIsPrintedLoadsAsTheSameProject(String file) throws IOException {
        Path path = Projects.repository().resolve(file);
        staysTheSame(Files.readString(path), List.of());
        staysTheSame(Files.readString(path), List.of("staging"));
        staysTheSame(Files.readString(path), List.of("production"));
    }

    @Test
    void textsThatYamlWouldMisreadAreQuoted() throws IOException {
        staysTheSame("""
            name: "yes: #1"
            environment:
              A: "0x10"
              B: "null"
              C: " spaces "
              D: "two\\nlines\\t\\u0007"
              E: "- dash"
              F: '{"json": ["a", "b"]}'
              G: "$$HOME $${X}"
              H: ""
              I: "*x"
              J: 'C:\\dir'
              "K 1": "!tag"
            services:
              "1": {command: [echo, "a b", "c: d", "#", "true", "1.0"], aliases: ["x$$y", "[a]"]}
            """, List.of());
    }

    private void staysTheSame(String yaml, List<String> profiles) throws IOException {
        Projects project = Projects.in(folder).bundled().yaml(yaml);
        profiles.forEach(project::profile);
        Loaded first = project.loaded();
        String printed = ModelView.of(first, true).yaml(false);
        Files.writeString(folder.resolve("printed.yaml"), printed);
        LoadRequest again =
                new LoadRequest(folder, List.of(Path.of("printed.yaml")), List.of(), Map.of(), Map.of(), Set.of());
        Loaded second = Projects.loaded(BundledPlugins.loader().load(again));
        assertThat(second.project()).isEqualTo(first.project());
        assertThat(ModelView.of(second, true).yaml(false)).isEqualTo(printed);
    }

    @Test
    void eachValueSaysWhereItComesFrom() {
        Projects project = Projects.in(folder)
                .yaml("""
                    environment: {LEVEL: "${LEVEL:-info}"}
                    defaults: {restart: always}
                    services:
                      web:
                        command: npm start
                        env_file: web.env
                        healthcheck: {http: /health, interval: 2s}
                    """)
                .file("web.env", "# comment\nTOKEN=x\n")
                .file("brummer.local.yaml", "services: {web: {scale: 2}}\n");
        assertThat(ModelView.of(project.loaded(), false).origins())
                .containsEntry("services.web.command", "brummer.yaml:5")
                .containsEntry("services.web.environment.LEVEL", "brummer.yaml:1, from ${LEVEL}")
                .containsEntry("services.web.environment.TOKEN", "web.env:2")
                .containsEntry("services.web.restart", "brummer.yaml:2")
                .containsEntry("services.web.scale", "brummer.local.yaml:1")
                .containsEntry("services.web.healthcheck.interval", "brummer.yaml:7")
                .containsEntry("services.web.healthcheck.http.url", "brummer.yaml:7")
                .containsEntry("services.web.healthcheck.timeout", "default")
                .containsEntry("services.web.stop_signal", "default")
                .containsEntry("name", "default");
        assertThat(ModelView.of(project.loaded(), false).yaml(true))
                .contains("    command: npm start  # brummer.yaml:5\n")
                .contains("      interval: 2s  # brummer.yaml:7\n")
                .contains("    stop_signal: SIGTERM  # default\n");
    }

    @Test
    void secretsAreMaskedUnlessRevealed() {
        Projects project = Projects.in(folder).yaml("""
            services:
              web:
                command: run --db postgres://me:hunter2@host/db
                environment: {API_TOKEN: t0p, OLDPWD: /home/me, DB_PASSWORD: hunter2, STRIPE_KEY: sk, KEYBOARD: de, EMPTY_SECRET: ""}
            """);
        assertThat(ModelView.of(project.loaded(), false).yaml(false))
                .doesNotContain("hunter2", "t0p", "sk")
                .contains("postgres://me:***@host/db", "API_TOKEN: \"***\"", "KEYBOARD: de", "OLDPWD: /home/me", "EMPTY_SECRET: \"\"");
        assertThat(ModelView.of(project.loaded(), true).yaml(false)).contains("hunter2", "t0p", "STRIPE_KEY: sk");
    }

    @Test
    void whatEnvFilesSayIsMaskedWhereverItIs() {
        Projects project = Projects.in(folder)
                .yaml("""
                    services:
                      web:
                        command: [run, "${GREETING}", hello from chain]
                        env_file: web.env
                        working_dir: "${GREETING}/web"
                        environment: {MADE: "${GREETING}!", PLAIN: info}
                        healthcheck: {http: {url: /, headers: ["X-Api-Key: k3y", "Accept: text/plain"]}}
                    """)
                .file(".env", "GREETING='hello from chain'\n")
                .file("web.env", "LEVEL=info\nEMPTY=\n")
                .bundled();
        assertThat(ModelView.of(project.loaded(), false).yaml(false))
                .contains("command: [run, \"${GREETING}\", \"***\"]", "working_dir: \"***/web\"", "LEVEL: \"***\"", "EMPTY: \"\"")
                .contains("PLAIN: info", "X-Api-Key: ***", "Accept: text/plain")
                .doesNotContain("hello from chain", "k3y");
        assertThat(ModelView.of(project.loaded(), true).yaml(false)).contains("hello from chain", "LEVEL: info", "k3y");
    }

    @Test
    void aComparisonTellsThatAnEnvFileSaysSomethingElseAndNotWhat() {
        Projects.in(folder)
                .yaml("services: {web: {command: run, working_dir: '${PLACE}'}}\nprofiles: {one: {}, two: {}}\n")
                .file(".env.one", "LEVEL=info\nPLACE=first-place\n")
                .file(".env.two", "LEVEL=warn\nPLACE=second-place\n");
        Loaded one = Projects.in(folder).profile("one").loaded();
        Loaded two = Projects.in(folder).profile("two").loaded();
        assertThat(ModelDiff.text(ModelDiff.of(one, two, false)))
                .contains("- inherited.LEVEL: \"***\"\n+ inherited.LEVEL: \"***\"\n", "services.web.working_dir: \"***\"")
                .doesNotContain("info", "first-place", "second-place");
        assertThat(ModelDiff.text(ModelDiff.of(one, two, true))).contains("info", "second-place");
    }

    @Test
    void theTreeIsJson() {
        Projects project = Projects.in(folder).yaml("services: {web: {command: [a, \"b\\\"\"], ports: [80]}}");
        assertThat(JsonText.write(ModelView.of(project.loaded(), false).tree()))
                .contains(
                        "\"command\": [\n        \"a\",\n        \"b\\\"\"\n      ]",
                        "\"ports\": [\n        80\n      ]");
    }

    @Test
    void twoProfilesAreComparedKeyByKey() {
        String yaml = """
            services:
              web: {command: npm start, environment: {TOKEN: a, LEVEL: info}}
              extra: {command: x, profiles: [production]}
            profiles:
              staging: {services: {web: {environment: {LEVEL: debug}}}}
              production: {services: {web: {scale: 3, environment: {TOKEN: b, LEVEL:}}}}
            """;
        Loaded staging = Projects.in(folder).yaml(yaml).profile("staging").loaded();
        Loaded production = Projects.in(folder).yaml(yaml).profile("production").loaded();
        var changes = ModelDiff.of(staging, production, false);
        assertThat(ModelDiff.text(changes))
                .contains("- services.web.environment.LEVEL: \"debug\"\n"
                        + "+ services.web.environment.LEVEL: \"(the caller's)\"\n")
                .contains("- services.web.environment.TOKEN: \"***\"\n+ services.web.environment.TOKEN: \"***\"\n")
                .contains("- services.web.scale: 1\n+ services.web.scale: 3\n")
                .contains("+ services.extra: {")
                .contains("- inherited.NODE_ENV: \"staging\"\n+ inherited.NODE_ENV: \"production\"\n");
        assertThat(ModelDiff.of(staging, staging, false)).isEmpty();
    }
}
