package dev.brummer.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.environment.Environments;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who beats whom, row by row: each row sets everything up to a layer, and that layer wins. */
class PrecedenceTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{1} wins")
    @CsvSource({
        "1, .env",
        "2, .env.staging",
        "3, .env.local",
        "4, the caller",
        "5, the top level's env_file",
        "6, a later env_file",
        "7, environment",
        "8, the service's env_file",
        "9, the service's environment",
        "10, --env"
    })
    void environment(int layers, String winner) throws UnresolvedException {
        Projects project = Projects.in(folder).profile("staging");
        StringBuilder top = new StringBuilder("profiles: {staging: {}}\n");
        StringBuilder service = new StringBuilder("services:\n  web:\n    command: a\n");
        if (layers >= 1) {
            project.file(".env", "A=.env\n");
        }
        if (layers >= 2) {
            project.file(".env.staging", "A=.env.staging\n");
        }
        if (layers >= 3) {
            project.file(".env.local", "A=.env.local\n");
        }
        if (layers >= 4) {
            project.caller("A", "the caller");
        }
        if (layers >= 5) {
            project.file("a.env", "A=the top level's env_file\n".replace("'s", "\u2019s"))
                    .file("b.env", layers >= 6 ? "A=a later env_file\n" : "");
            top.append("env_file: [a.env, b.env]\n");
        }
        if (layers >= 7) {
            top.append("environment: {A: environment}\n");
        }
        if (layers >= 8) {
            project.file("web.env", "A=the service\u2019s env_file\n");
            service.append("    env_file: web.env\n");
        }
        if (layers >= 9) {
            service.append("    environment: {A: the service\u2019s environment}\n");
        }
        if (layers >= 10) {
            project.override("A", "--env");
        }
        Project loaded = project.yaml(top.toString() + service).project();
        ServiceSpec web = loaded.service(new ServiceId("web"));
        var environment = Environments.of(loaded, web, InstanceId.only(web.id()), Map.of());
        assertThat(environment.variables()).containsEntry("A", winner.replace("'s", "\u2019s"));
    }

    @ParameterizedTest(name = "{1} wins")
    @CsvSource({
        "1, default",
        "2, defaults",
        "3, brummer.yaml",
        "4, first overlay",
        "5, second overlay",
        "6, brummer.staging.yaml",
        "7, its overlay",
        "8, brummer.load.yaml",
        "9, brummer.local.yaml",
        "10, local overlay"
    })
    void files(int layers, String winner) {
        Projects project = Projects.in(folder).profile("staging,load");
        StringBuilder main = new StringBuilder();
        main.append(layers >= 2 ? "defaults: {aliases: [defaults]}\n" : "");
        main.append("services: {web: {command: a")
                .append(layers >= 3 ? ", aliases: [brummer.yaml]" : "")
                .append("}}\n");
        main.append("profiles:\n");
        main.append("  staging: ")
                .append(layers >= 4 ? overlay("first overlay") : "{}")
                .append('\n');
        main.append("  load: ")
                .append(layers >= 5 ? overlay("second overlay") : "{}")
                .append('\n');
        if (layers >= 6) {
            String own = layers >= 7 ? "profiles: {staging: " + overlay("its overlay") + "}\n" : "";
            project.file("brummer.staging.yaml", services("brummer.staging.yaml") + own);
        }
        if (layers >= 8) {
            project.file("brummer.load.yaml", services("brummer.load.yaml"));
        }
        if (layers >= 9) {
            String own = layers >= 10 ? "profiles: {load: " + overlay("local overlay") + "}\n" : "";
            project.file("brummer.local.yaml", services("brummer.local.yaml") + own);
        }
        List<String> expected = layers == 1 ? List.of() : List.of(winner);
        assertThat(project.yaml(main.toString()).service("web").aliases()).isEqualTo(expected);
    }

    private static String overlay(String name) {
        return "{services: {web: {aliases: [" + name + "]}}}";
    }

    private static String services(String name) {
        return "services: {web: {aliases: [" + name + "]}}\n";
    }

    @ParameterizedTest(name = "--profile {0}, BRUM_PROFILE {1}, NODE_ENV {2}, default {3}: {4}")
    @CsvSource({
        "'', '', '', '', ''",
        "'', '', '', a, a",
        "'', '', b, a, b",
        "'', c, b, a, c",
        "d, c, b, a, d",
        "'d,a', c, b, a, 'd,a'",
        "'+d', '', '', '', d",
        "'+d', '', '', a, 'a,d'",
        "'+d', '', b, a, 'b,d'",
        "'+d', c, b, a, 'c,d'",
        "'c,+d', '', b, a, 'c,d'",
        "'', '+d', '', a, 'a,d'",
        "'', '+d', b, a, 'b,d'",
        "'', 'c,+d', b, a, 'c,d'",
        "'', '', nothing, a, a",
        "'', '', nothing, '', ''",
        "' d , a ', '', '', '', 'd,a'",
        "'d,d', '', '', '', d"
    })
    void profiles(String option, String brumProfile, String nodeEnv, String byDefault, String active) {
        Projects project = Projects.in(folder)
                .yaml((byDefault.isEmpty() ? "" : "default_profile: " + byDefault + "\n")
                        + "services: {web: {command: x, profiles: [a]}, on: {command: x}}\nprofiles: {b: {}, c: {}}\n")
                .file("brummer.d.yaml", "");
        if (!option.isEmpty()) {
            project.profile(option);
        }
        project.caller("BRUM_PROFILE", brumProfile).caller("NODE_ENV", nodeEnv);
        assertThat(String.join(",", project.project().activeProfiles())).isEqualTo(active);
    }

    @ParameterizedTest(name = "profile {0} with caller''s NODE_ENV {1}: {2}")
    @CsvSource({
        "staging, development, staging",
        "load, development, development",
        "'staging,load', '', staging",
        "'staging,production', '', production",
        "qa, development, test",
        "'staging,qa', '', test",
        "'', development, development"
    })
    void nodeEnv(String profiles, String caller, String expected) {
        Projects project = Projects.in(folder)
                .yaml("services: {web: {command: x}}\n"
                        + "profiles: {staging: {}, production: {}, load: {}, qa: {node_env: test}}\n")
                .caller("NODE_ENV", caller);
        if (!profiles.isEmpty()) {
            project.profile(profiles);
        }
        assertThat(project.project().inherited()).containsEntry("NODE_ENV", expected);
    }
}
