package dev.brummer.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.view.ModelView;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a key that two files say. */
class MergeTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} under {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ports: [80]                    | ports: auto                       | ports: [80, auto]",
                "command: a b                   | command: [c, d]                   | command: [c, d]",
                "aliases: [v]                   | aliases: [w]                      | aliases: [w]",
                "success_exit_codes: [1]        | success_exit_codes: 2             | success_exit_codes: [2]",
                "profiles: [p]                  | profiles: [q]                     | profiles: [p, q]",
                "readiness: {tcp: 1}            | readiness: {log: x}               | pattern: x",
                "backoff: {initial: 2s}         | backoff: {max: 9s}                | initial: 2s",
                "backoff: {initial: 2s}         | backoff: {max: 9s}                | max: 9s",
                "healthcheck: {http: /a}        | healthcheck: {interval: 7s}       | url: /a",
                "healthcheck: {http: /a}        | healthcheck: {interval: 7s}       | interval: 7s",
                "'healthcheck: {http: /a, interval: 7s}' | healthcheck: {tcp: 1}    | interval: 7s",
                "environment: {A: 1}            | environment: [B=2]                | A: \"1\"",
                "environment: [A=1]             | environment: {B: 2}               | B: \"2\"",
                "depends_on: [db]               | depends_on: {db: {condition: service_started}} | condition:"
                        + " service_started",
                "depends_on: {db: {restart: true}} | depends_on: [db]               | restart: true",
                "env_file: a.env                | env_file: {path: b.env}           | FROM_A: \"1\"",
                "env_file: a.env                | env_file: {path: b.env}           | FROM_B: \"1\"",
                "restart: always                | restart: null                     | restart: \"no\"",
            })
    void laterOverEarlier(String low, String high, String effect) {
        String printed = ModelView.of(project(low, high).loaded(), true).yaml(false);
        assertThat(printed).contains(effect);
    }

    private Projects project(String low, String high) {
        return Projects.in(folder)
                .yaml("profiles: {p: {}, q: {}}\ndefault_profile: p\nservices:\n  db: {command: b}\n  web:\n"
                        + (low.startsWith("command") ? "" : "    command: a\n") + "    " + low + "\n")
                .file("brummer.local.yaml", "services: {web: {" + high + "}}\n")
                .file("a.env", "FROM_A=1\n")
                .file("b.env", "FROM_B=1\n");
    }

    @Test
    void nullRemovesWhatAnEarlierFileSaid() {
        assertThat(project("ports: [80]", "ports: null").service("web").ports()).isEmpty();
        assertThat(project("healthcheck: {tcp: 1}", "healthcheck: ~")
                        .service("web")
                        .healthcheck())
                .isEmpty();
        assertThat(project("depends_on: [db]", "depends_on: {db: null}")
                        .service("web")
                        .dependsOn())
                .isEmpty();
    }

    @Test
    void aNullVariableIsTheCallersAndNotRemoved() {
        Projects project =
                project("environment: {A: 1}", "environment: {A: null}").caller("A", "mine");
        assertThat(ModelView.of(project.loaded(), true).yaml(false)).contains("environment:\n      A:\n");
    }

    @Test
    void aServiceMayBeRemoved() {
        Projects project = Projects.in(folder)
                .yaml("services: {web: {command: a}, api: {command: b}}")
                .file("brummer.local.yaml", "services: {api: null}");
        assertThat(project.project().services().keySet())
                .extracting(Object::toString)
                .containsExactly("web");
    }

    @Test
    void sinksAppendAndTheConsolesOptionsMerge() {
        Projects project = Projects.in(folder)
                .yaml("sinks: [{jsonl: a}, {console: off}]\nservices: {web: {command: a}}")
                .file("brummer.local.yaml", "sinks: [{jsonl: b}, {console: {timestamps: true}}]");
        assertThat(project.project().sinks())
                .extracting(Object::toString)
                .hasSize(3)
                .first()
                .asString()
                .contains("timestamps");
    }

    @Test
    void anchorsMergeAsTeamsUseThem() {
        Projects project = Projects.in(folder).yaml("""
            x-base: &base {restart: always, scale: 2}
            x-more: &more {scale: 3, optional: true}
            services:
              web: {<<: *base, command: a, scale: 1}
              api: {<<: [*base, *more], command: b}
            """);
        assertThat(project.service("web").scale()).isEqualTo(1);
        assertThat(project.service("api").scale()).isEqualTo(2);
        assertThat(project.service("api").optional()).isTrue();
    }

    @Test
    void givenFilesReplaceTheList() {
        Projects project = Projects.in(folder)
                .yaml("services: {web: {command: a}}")
                .file("brummer.local.yaml", "services: {web: {scale: 9}}")
                .file("one.yaml", "services: {web: {command: one, ports: 1}}")
                .file("two.yaml", "services: {web: {ports: 2}}")
                .with("one.yaml")
                .with("two.yaml");
        assertThat(project.service("web").scale()).isEqualTo(1);
        assertThat(project.service("web").ports()).hasSize(2);
    }

    @Test
    void aServiceNamedOnTheCommandLineNeedsNoProfile() {
        Projects project = Projects.in(folder).yaml("services: {web: {command: a}, load: {command: b, profiles: [l]},"
                + " soak: {command: c, profiles: [l], aliases: [soak test]}}");
        assertThat(project.project().services()).hasSize(1);
        assertThat(project.named("load").project().services()).hasSize(2);
        assertThat(project.named("soak test").project().services()).hasSize(3);
    }

    @Test
    void aDependencyThatMayBeLeftOutIsDropped() {
        Projects project = Projects.in(folder).yaml("""
            services:
              web: {command: a, depends_on: {load: {required: false}}}
              load: {command: b, profiles: [l]}
            """);
        assertThat(project.service("web").dependsOn()).isEmpty();
        assertThat(project.profile("l").service("web").dependsOn()).hasSize(1);
    }

    @Test
    void theEndingMayBeYml() {
        Projects project = Projects.in(folder)
                .file("brummer.yml", "services: {web: {command: a}}")
                .file("brummer.staging.yml", "services: {web: {scale: 2}}")
                .profile("staging");
        assertThat(project.service("web").scale()).isEqualTo(2);
    }
}
