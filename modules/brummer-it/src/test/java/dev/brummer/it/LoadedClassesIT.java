package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Sandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a start loads, and what it leaves alone that it does not need. */
@EndToEnd
class LoadedClassesIT {
    private static final String SERVICES = "services: {web: {command: exec sleep 1000}}\n";

    /** All of the alerts but {@code Alerting}, which knows whether there are any. */
    private static final Pattern OF_ALERTS = Pattern.compile(
            "dev\\.brummer\\.(?:core\\.alert\\.|runtime\\.alert\\.|runtime\\.Alerts|runtime\\.Alert[A-Z]).*");

    /** The names of the classes that a whole start has loaded, up to its end. */
    private static List<String> loaded(Sandbox sandbox, String yaml) {
        Path list = sandbox.beside("classes");
        // Without the cache, which loads at once whatever was of use in the rehearsal.
        BrumRun up = sandbox.yaml(yaml)
                .brum("up")
                .env("_JAVA_OPTIONS", "-XX:AOTMode=off -Xlog:class+load:file=" + list)
                .start();
        up.awaitText("ready in ").interrupt().hasExitCode(0);
        return sandbox.read("../classes").lines().map(LoadedClassesIT::name).toList();
    }

    /** {@code [0.012s][info][class,load] java.lang.Object source: jrt:/java.base}. */
    private static String name(String line) {
        return line.replaceFirst("^(?:\\[[^]]*\\])+ ", "").replaceFirst(" .*$", "");
    }

    @Test
    void withoutAlertsNothingOfThemIsLoaded(Sandbox sandbox) {
        assertThat(loaded(sandbox, SERVICES))
                .contains("dev.brummer.runtime.Alerting")
                .noneMatch(OF_ALERTS.asMatchPredicate());
        assertThat(loaded(sandbox, "alerts: [failed: web]\n" + SERVICES)).anyMatch(OF_ALERTS.asMatchPredicate());
    }

    @Test
    void secretsAreLookedForWhenThereIsSomethingToSay(Sandbox sandbox) {
        sandbox.write(".env", "GREETING=hello\nDB_PASSWORD=hunter2\n");
        assertThat(loaded(sandbox, SERVICES))
                .contains("dev.brummer.runtime.Discretion")
                .noneMatch(name -> name.startsWith("dev.brummer.config.secret."));
    }

    @Test
    void ofTheControlApiNothingIsLoadedThatAnswersBeforeSomebodyAsks(Sandbox sandbox) {
        assertThat(loaded(sandbox, SERVICES))
                .contains("dev.brummer.server.ControlServer")
                .noneMatch(name -> name.startsWith("dev.brummer.server.Resource"))
                .noneMatch(name -> name.startsWith("com.fasterxml.jackson.databind."));
    }
}
