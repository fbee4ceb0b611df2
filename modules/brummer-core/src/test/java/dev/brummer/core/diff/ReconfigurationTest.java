package dev.brummer.core.diff;

import static dev.brummer.core.TestServices.project;
import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.TestServices;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.AlertCondition;
import dev.brummer.core.model.AlertRule;
import dev.brummer.core.model.Backoff;
import dev.brummer.core.model.Command;
import dev.brummer.core.model.ConsoleMode;
import dev.brummer.core.model.Dependency;
import dev.brummer.core.model.EnvironmentValue;
import dev.brummer.core.model.HealthSpec;
import dev.brummer.core.model.PluginUse;
import dev.brummer.core.model.PortClaim;
import dev.brummer.core.model.PosixSignal;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.RestartPolicy;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.ServiceType;
import dev.brummer.core.model.StageId;
import dev.brummer.core.model.Template;
import dev.brummer.core.model.TemplateSyntaxException;
import dev.brummer.core.model.VersionRange;
import dev.brummer.core.model.WatchSpec;
import dev.brummer.spi.ServiceId;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReconfigurationTest {
    private static final ServiceId WEB = new ServiceId("web");

    /** For each key of a service something that the service in these tests does not say. */
    private static final Map<String, Object> OTHER = new LinkedHashMap<>();

    static {
        OTHER.put("type", ServiceType.TASK);
        OTHER.put("stage", Optional.of(new StageId("core")));
        OTHER.put("command", new Command.Shell(Template.literal("npm start")));
        OTHER.put("workingDir", Path.of("/elsewhere"));
        OTHER.put("environment", Map.of("TOKEN", new EnvironmentValue.Set(Template.literal("s3cret"))));
        OTHER.put("ports", List.of(new PortClaim.Fixed(3000)));
        OTHER.put("readiness", List.of(new PluginUse("tcp", Map.of())));
        OTHER.put("healthcheck", Optional.of(new HealthSpec(
                new PluginUse("http", Map.of()), Duration.ofSeconds(1), Duration.ofSeconds(1), 3, Duration.ZERO, Duration.ofSeconds(1))));
        OTHER.put("startTimeout", Duration.ofSeconds(7));
        OTHER.put("restart", new RestartPolicy.Always());
        OTHER.put("backoff", new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(3), 1, Duration.ZERO));
        OTHER.put("successExitCodes", Set.of(0, 3));
        OTHER.put("stopSignal", PosixSignal.SIGINT);
        OTHER.put("stopGracePeriod", Duration.ofSeconds(1));
        OTHER.put("stopCommand", Optional.of(new Command.Shell(Template.literal("stop it"))));
        OTHER.put("scale", 3);
        OTHER.put("optional", true);
        OTHER.put("dependsOn", List.of(new Dependency(new ServiceId("auth"), Dependency.Condition.READY, true, false)));
        OTHER.put("profiles", Set.of("staging"));
        OTHER.put("aliases", List.of("Web Service"));
        OTHER.put("console", ConsoleMode.OFF);
        OTHER.put("requires", Map.of("node", VersionRange.parse(">=20")));
        OTHER.put("watch", Optional.of(new WatchSpec(
                List.of("src"), List.of(), Duration.ofMillis(300), new WatchSpec.Reaction.Restart())));
        OTHER.put("tty", true);
    }

    private static ServiceSpec with(ServiceSpec spec, String component, Object value) {
        RecordComponent[] parts = ServiceSpec.class.getRecordComponents();
        try {
            List<Object> values = new ArrayList<>();
            for (RecordComponent part : parts) {
                values.add(part.getName().equals(component) ? value : part.getAccessor().invoke(spec));
            }
            Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return ServiceSpec.class.getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> components(Class<? extends Record> of) {
        return Arrays.stream(of.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    private static Reconfiguration between(Project before, Project after) {
        return Reconfiguration.between(before, StageGraph.of(before), after, StageGraph.of(after));
    }

    private static Project web(Map<String, EnvironmentValue> environment, Map<String, String> inherited) {
        Project project = project(service("web"));
        return project.withService(with(project.service(WEB), "environment", environment)).withInherited(inherited);
    }

    private static Map<String, EnvironmentValue> says(String name, String value) {
        try {
            return Map.of(name, new EnvironmentValue.Set(Template.parse(value)));
        } catch (TemplateSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyKeyOfAServiceIsLookedAt() {
        List<String> keys = new ArrayList<>(components(ServiceSpec.class));
        keys.remove("id");
        assertThat(Arrays.stream(Aspect.values()).map(Aspect::component)).containsExactlyElementsOf(keys);
        assertThat(OTHER.keySet()).containsExactlyElementsOf(keys);
    }

    @Test
    void everyPartOfAProjectIsLookedAt() {
        List<String> parts = new ArrayList<>(components(Project.class));
        // Where a thing was written is no part of what is said.
        parts.remove("origins");
        // What a reading says itself is nothing of a later one.
        parts.remove("later");
        assertThat(Arrays.stream(Beside.values()).map(Beside::key)).containsExactlyElementsOf(parts);
    }

    @Test
    void anyKeyThatSaysSomethingElseIsFoundAndTold() {
        Project before = project(service("web"), service("auth"));
        for (Aspect aspect : Aspect.values()) {
            ServiceSpec other = with(before.service(WEB), aspect.component(), OTHER.get(aspect.component()));
            Project after = before.withService(other);
            Reconfiguration plan = between(before, after);
            assertThat(plan.changed().keySet()).as("%s", aspect).containsExactly(WEB);
            // What else it changes, as TERM on a terminal, comes behind.
            assertThat(plan.changed().get(WEB)).as("%s", aspect).first().satisfies(change ->
                    assertThat(change.what()).startsWith(aspect.key()));
            assertThat(plan.unchanged()).containsExactly(new ServiceId("auth"));
            assertThat(Fingerprint.ofAll(after).get(WEB)).as("%s", aspect).isNotEqualTo(Fingerprint.ofAll(before).get(WEB));
        }
    }

    @Test
    void whatTheRunHasSeenTakesARestartAndNothingElseDoes() {
        Project before = project(service("web"));
        List<String> restarts = new ArrayList<>();
        OTHER.forEach((component, value) -> {
            if (!between(before, before.withService(with(before.service(WEB), component, value))).restarted().isEmpty()) {
                restarts.add(component);
            }
        });
        assertThat(restarts).containsExactly(
                "type", "command", "workingDir", "environment", "ports", "readiness", "healthcheck", "scale", "tty");
    }

    @Test
    void onlyBetweenOneCopyAndSeveralDoAllOfThemChange() {
        Reconfiguration plan = between(project(service("web").scale(2)), project(service("web").scale(3)));
        assertThat(plan.restarted()).isEmpty();
        assertThat(plan.words()).isEqualTo("changes without a restart: web (scale)");
        assertThat(plan.changed().get(WEB)).extracting(Change::words).containsExactly("scale: 2 → 3");
    }

    @Test
    void shortTextsAreToldAndVariablesNeverWithTheirValue() {
        Project before = web(says("TOKEN", "one"), Map.of());
        ServiceSpec other = with(
                with(before.service(WEB), "command", OTHER.get("command")), "environment", says("TOKEN", "another"));
        Reconfiguration plan = between(before, before.withService(other));
        assertThat(plan.changed().get(WEB)).extracting(Change::words)
                .containsExactly("command: run web → npm start", "environment TOKEN");
        assertThat(plan.toString()).doesNotContain("one", "another");
        assertThat(plan.words()).isEqualTo("restarts web (command, environment TOKEN)");
    }

    @Test
    void whatAServiceInheritsReachesItAndWhatItSaysItselfStandsAboveThat() {
        Project before = web(says("PORT", "1"), Map.of("PORT", "8", "LEVEL", "info"));
        Project after = web(says("PORT", "1"), Map.of("PORT", "9", "LEVEL", "warn"));
        assertThat(between(before, after).changed().get(WEB)).extracting(Change::what).containsExactly("environment LEVEL");
    }

    @Test
    void anotherPortIsAChangeForWhoeverRefersToIt() {
        Project before = project(service("web"), service("auth").port(3000), service("mail"));
        ServiceSpec web = with(before.service(WEB), "environment", says("AUTH", "${services.auth.url}"));
        Project referring = before.withService(web);
        Project moved = referring.withService(
                with(before.service(new ServiceId("auth")), "ports", List.of(new PortClaim.Fixed(3001))));
        assertThat(between(referring, moved).words()).isEqualTo("restarts web (environment AUTH), auth (ports)");
    }

    @Test
    void aPortThatIsChosenIsTheSameInEveryReading() {
        Project project = project(service("web").autoPort());
        assertThat(between(project, project(service("web").autoPort())).isEmpty()).isTrue();
    }

    @Test
    void whatIsNewAndWhatIsGoneIsTold() {
        Reconfiguration plan = between(
                project(service("web"), service("old")), project(service("web"), service("mail").stage("core")));
        assertThat(plan.words()).isEqualTo("starts mail; stops old; stages are others");
        assertThat(plan.unchanged()).containsExactly(WEB);
    }

    @Test
    void whatIsBesideTheServicesTakesANewStart() {
        Project before = project(service("web"));
        Project after = new Project(
                "other", before.folder(), before.activeProfiles(), before.stages(), before.services(), before.inherited(),
                before.overrides(), List.of(new PluginUse("jsonl", Map.of())), before.plugins(), before.requires(), before.logs(),
                before.alerts());
        Reconfiguration plan = between(before, after);
        assertThat(plan.newStart()).containsExactly("name", "sinks");
        assertThat(plan.words()).isEqualTo("name, sinks take a new start of brum");
    }

    @Test
    void otherAlertsTakeEffectAtOnce() {
        Project before = project(service("web"));
        Project after = before.withAlerts(List.of(new AlertRule(
                Optional.empty(), new AlertCondition.Unhealthy(), Duration.ZERO, List.of(), AlertRule.DEFAULT_TO)));
        Reconfiguration plan = between(before, after);
        assertThat(plan.isEmpty()).isFalse();
        assertThat(plan.newStart()).isEmpty();
        assertThat(plan.words()).isEqualTo("alerts are others");
    }

    @Test
    void aDependencyIsToldByItsName() {
        Reconfiguration plan = between(
                project(service("web").after("auth", Dependency.Condition.STARTED), service("auth"), service("db")),
                project(service("web").after("auth").after("db"), service("auth"), service("db")));
        assertThat(plan.words()).isEqualTo("changes without a restart: web (depends_on auth, depends_on db)");
    }

    @Test
    void nothingIsDifferentBetweenTwoReadingsOfTheSame() {
        TestServices[] same = {service("web").health(3).checked().port(3000), service("auth").scale(2)};
        assertThat(between(project(same), project(same)).words()).isEqualTo("nothing is different");
    }

    @Test
    void aValueThatCannotBeToldIsNoChangeAsLongAsItIsTheSame() {
        Project unset = web(says("URL", "${MISSING:?set it}"), Map.of());
        assertThat(between(unset, web(says("URL", "${MISSING:?set it}"), Map.of())).isEmpty()).isTrue();
        assertThat(between(unset, web(says("URL", "${MISSING:?set it}"), Map.of("MISSING", "x"))).restarted())
                .containsExactly(WEB);
    }

    @Test
    void theOrderOfWhatHasNoneDoesNotShowInAFingerprint() {
        Project project = project(service("web"));
        Map<String, EnvironmentValue> one = new LinkedHashMap<>(says("A", "1"));
        one.putAll(says("B", "2"));
        Map<String, EnvironmentValue> other = new LinkedHashMap<>(says("B", "2"));
        other.putAll(says("A", "1"));
        assertThat(Fingerprint.of(project, with(project.service(WEB), "environment", one)))
                .isEqualTo(Fingerprint.of(project, with(project.service(WEB), "environment", other)));
    }

    @Test
    void aFingerprintIsTheSameInEveryTerminalAndShowsNoValue() {
        Project project = web(says("TOKEN", "${SECRET}"), Map.of("SECRET", "s3cret", "TERM", "xterm"));
        String print = Fingerprint.of(project, project.service(WEB));
        assertThat(print).matches("[0-9a-f]{32}");
        Project elsewhere = project.withInherited(Map.of("SECRET", "s3cret", "TERM", "vt100"));
        assertThat(Fingerprint.of(elsewhere, project.service(WEB))).isEqualTo(print);
        Project other = project.withInherited(Map.of("SECRET", "0ther"));
        assertThat(Fingerprint.of(other, project.service(WEB))).isNotEqualTo(print);
    }
}
