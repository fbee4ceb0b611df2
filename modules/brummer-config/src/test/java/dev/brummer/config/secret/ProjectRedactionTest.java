package dev.brummer.config.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.Projects;
import dev.brummer.core.model.Project;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectRedactionTest {
    @TempDir
    Path folder;

    @Test
    void everyPlaceThatAValueMayComeFromCounts() {
        Project project = Projects.in(folder)
                .yaml("""
                    env_file: shared.env
                    environment: {COMMON_SECRET: secret-of-top}
                    defaults: {environment: {DEFAULT_SECRET: secret-of-defaults}}
                    services:
                      web:
                        command: run
                        scale: 2
                        env_file: web.env
                        environment:
                          OWN_SECRET: secret-of-service
                          MADE_SECRET: "made-${GREETING}-${BRUM_PASSWORD}"
                      late: {command: run, ports: [auto], environment: {LATE_SECRET: "late-${services.late.port}"}}
                    tests:
                      e2e: {command: run, environment: {TEST_SECRET: secret-of-test}}
                    profiles:
                      staging: {environment: {PROFILE_SECRET: secret-of-profile}}
                    """)
                .file(".env", "GREETING=hello from chain\nBEATEN='value that is beaten'\nURL=redis://:${GREETING}@x\n")
                .file(".env.local", "BEATEN='value that wins'\nexport CALLED=never-seen-as-caller-wins\n")
                .file("shared.env", "SHARED=value of shared file\nBEATEN_TOO=value of shared file 2\n")
                .file("web.env", "BEATEN_TOO=value of web file\nMADE=\"${GREETING} again\"\n")
                .profile("staging")
                .caller("BRUM_PASSWORD", "secret-of-caller")
                .caller("CALLED", "plain value of caller")
                .override("GIVEN_SECRET", "secret-of-command-line")
                .project();
        Redaction redaction = Redaction.of(project, Map.of(InstanceId.only(new ServiceId("late")), List.of(4711)));
        for (String secret : List.of(
                "secret-of-top", "secret-of-defaults", "secret-of-service", "made-hello from chain-secret-of-caller",
                "late-4711", "secret-of-test", "secret-of-profile", "hello from chain", "value that is beaten",
                "value that wins", "never-seen-as-caller-wins", "value of shared file", "value of shared file 2",
                "value of web file", "hello from chain again", "secret-of-caller", "secret-of-command-line")) {
            assertThat(redaction.text("it is " + secret + ".")).isEqualTo("it is ***.");
        }
        assertThat(redaction.text("plain value of caller")).isEqualTo("plain value of caller");
    }

    @Test
    void whatWasReadLaterCountsBesideWhatWasReadAtFirst() {
        Projects projects = Projects.in(folder)
                .yaml("services: {web: {command: run}, mail: {command: run}}")
                .file(".env", "OF_WEB=said at first\nA_TOKEN=token-at-first\n");
        Project first = projects.project();
        Project later = projects.file(".env", "OF_MAIL=said later on\nA_TOKEN=token-later-on\n").project();
        ServiceId mail = new ServiceId("mail");
        Project both = first.with(Set.of(mail), later);

        Redaction redaction = Redaction.of(both);
        for (String secret : List.of("said at first", "token-at-first", "said later on", "token-later-on")) {
            assertThat(redaction.text("it is " + secret + ".")).isEqualTo("it is ***.");
        }
        assertThat(both.origins().inEnvFile(mail, "OF_MAIL")).isTrue();
        assertThat(both.origins().inEnvFile(new ServiceId("web"), "OF_MAIL")).isFalse();
        assertThat(both.origins().of(new ServiceId("web"), "OF_WEB")).hasValueSatisfying(at -> assertThat(at).contains(".env:1"));
    }

    @Test
    void whatIsWrittenOutInCommandsAndOptionsCounts() {
        Project project = Projects.in(folder)
                .yaml("""
                    services:
                      web:
                        command: A_TOKEN=in-shell run
                        stop_command: [stop, --api-key=in-words]
                        healthcheck: {exec: "A_KEY=in-check ask"}
                        readiness: {http: {url: "http://me:in-url@x/", headers: ["Authorization: Bearer in-header", "Accept: text/plain"]}}
                    """)
                .bundled()
                .project();
        assertThat(Redaction.of(project).text("in-shell in-words in-url in-header in-check text/plain Bearer"))
                .isEqualTo("*** *** *** *** *** text/plain Bearer");
    }

    @Test
    void namesOfTheProjectStayReadable() {
        Project project = Projects.in(folder)
                .yaml("""
                    name: bookshop
                    stages: [first-stage]
                    services:
                      orders: {stage: first-stage, command: run, env_file: x.env, aliases: [Order Service], working_dir: svc}
                    """)
                .file("x.env", "A=bookshop\nB=orders\nC=Order Service\nD=first-stage\nE=http://orders:8080\nF=" + folder
                        + "\nG=" + folder.getParent() + "/\nH=" + folder + "/data\nDB_PASSWORD=orders\n")
                .project();
        Redaction redaction = Redaction.of(project);
        String plain = "bookshop orders Order Service first-stage http://orders:8080 " + folder;
        assertThat(redaction.text(plain)).isEqualTo(plain);
        assertThat(redaction.text(folder + "/data")).isEqualTo("***");
    }

    @Test
    void whatHasNoValueYetHidesNothingAndIsNoFault() {
        Project project = Projects.in(folder)
                .yaml("services: {web: {command: run, ports: [auto], environment: {A_TOKEN: '${services.web.port}abc',"
                        + " B_TOKEN: '${services.web.port}'}}}")
                .project();
        assertThat(Redaction.of(project).text("1 abc")).isEqualTo("1 abc");
    }
}
