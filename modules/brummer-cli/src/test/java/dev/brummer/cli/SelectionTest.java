package dev.brummer.cli;

import static dev.brummer.core.TestServices.project;
import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.config.Choice;
import dev.brummer.core.model.Project;
import dev.brummer.spi.ServiceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
    private final Project project = project(
            service("db").stage("infra"), service("mq").stage("infra"), service("gateway").stage("edge"),
            service("web").stage("gateway"));

    private Set<String> named(String... words) throws UsageException {
        return named(new Selection(project, Choice.ALL), words);
    }

    private static Set<String> named(Selection selection, String... words) throws UsageException {
        return selection.named(List.of(words)).stream().map(Object::toString).collect(Collectors.toSet());
    }

    private static List<ServiceId> ids(String... names) {
        return Stream.of(names).map(ServiceId::new).toList();
    }

    private static Choice grouped(Map<String, List<ServiceId>> groups) {
        return new Choice(groups, Optional.empty(), Map.of(), false);
    }

    private static Set<String> started(Selection selection, String... words) throws UsageException {
        return selection.graph(List.of(words)).services().keySet().stream()
                .map(ServiceId::name)
                .collect(Collectors.toSet());
    }

    @Test
    void withoutAWordWhatIsMeantThenStartsWithWhatItWaitsFor() throws UsageException {
        Project scripts = project(service("migrate"), service("web").after("migrate"), service("logs"));
        Choice choice = Choice.found(Map.of(), Set.of(new ServiceId("web")), Map.of());

        assertThat(started(new Selection(scripts, choice))).containsExactlyInAnyOrder("migrate", "web");
        assertThat(started(new Selection(scripts, choice), "logs")).containsExactly("logs");
        assertThat(started(new Selection(scripts, Choice.ALL))).containsExactlyInAnyOrder("migrate", "web", "logs");
    }

    @Test
    void whatCannotRunHereIsLeftOutAndNobodyWaitsForIt() throws UsageException {
        Project scripts = project(service("infra").stage("infra"), service("web").stage("web"));
        Choice choice = new Choice(Map.of(), Optional.empty(), Map.of(new ServiceId("infra"), "no engine"), true);
        Selection selection = new Selection(scripts, choice);

        assertThat(started(selection, "web")).containsExactly("web");
        assertThat(selection.graph(List.of("web")).gates(new ServiceId("web"))).isEmpty();
        assertThat(started(selection, "infra")).isEmpty();
    }

    @Test
    void aWordIsAServiceOrAllOfAStage() throws UsageException {
        assertThat(named("web")).containsExactly("web");
        assertThat(named("infra")).containsExactlyInAnyOrder("db", "mq");
        assertThat(named("infra", "db", "web")).containsExactlyInAnyOrder("db", "mq", "web");
        assertThat(named()).isEmpty();
    }

    @Test
    void whatTakesOneServiceTakesNoStageOfSeveral() throws UsageException {
        Selection selection = new Selection(project, Choice.ALL);
        assertThat(selection.one("web")).isEqualTo(new ServiceId("web"));
        assertThatThrownBy(() -> selection.one("infra")).hasMessageContaining("names 2 services");
        assertThatThrownBy(() -> selection.one("wbe")).hasMessageContaining("did you mean 'web'?");
    }

    @Test
    void aServiceWinsOverAStageOfTheSameName() throws UsageException {
        assertThat(named("gateway")).containsExactly("gateway");
        assertThat(named("stage:gateway")).containsExactly("web");
    }

    @Test
    void anotherNameOfOneServiceWinsOverAGroupAndAGroupOverAStage() throws UsageException {
        Project scripts = project(
                service("db-postgres").stage("infra").aliases("db:postgres", "database", "stage:db"),
                service("mq").stage("infra").aliases("shared"), service("dev").aliases("shared"),
                service("web").stage("edge"));
        Selection selection = new Selection(scripts, grouped(Map.of(
                "dev", ids("web"), "database", ids("mq"), "shared", ids("web"), "infra", ids("web", "mq"),
                "edge", ids("db-postgres"))));
        assertThat(named(selection, "dev")).containsExactly("dev");
        assertThat(named(selection, "db:postgres")).containsExactly("db-postgres");
        assertThat(named(selection, "database")).containsExactly("db-postgres");
        assertThat(named(selection, "stage:db")).containsExactly("db-postgres");
        assertThat(named(selection, "shared")).containsExactly("web");
        assertThat(named(selection, "infra")).containsExactlyInAnyOrder("web", "mq");
        assertThat(named(selection, "stage:edge")).containsExactly("web");
    }

    @Test
    void aNameThatSeveralServicesGoByIsToldAndSoAreGroups() {
        Project scripts = project(service("a").aliases("both"), service("b").aliases("both", "b:start"));
        Selection selection = new Selection(scripts, grouped(Map.of("all", ids("a", "b"))));
        assertThatThrownBy(() -> named(selection, "both")).hasMessage("'both' could be a or b");
        assertThatThrownBy(() -> named(selection, "b:strat"))
                .hasMessage("there is no service or stage 'b:strat': did you mean 'b:start'?; there are: a, b, all");
    }

    @ParameterizedTest
    @CsvSource({
        "wep, did you mean 'web'?",
        "stage:wep, there is no service or stage 'stage:wep'",
        "stage:web, there is no service or stage 'stage:web'",
        "a/b, there is no service or stage 'a/b'",
        "'', there is no service or stage ''"
    })
    void whatNamesNothingIsToldWithWhatThereIs(String word, String message) {
        assertThatThrownBy(() -> named(word))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message)
                .hasMessageEndingWith("; there are: db, mq, gateway, web, infra, edge");
    }
}
