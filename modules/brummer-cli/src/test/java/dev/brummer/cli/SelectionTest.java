package dev.brummer.cli;

import static dev.brummer.core.TestServices.project;
import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.core.model.Project;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
    private final Project project = project(
            service("db").stage("infra"), service("mq").stage("infra"), service("gateway").stage("edge"),
            service("web").stage("gateway"));

    private Set<String> named(String... words) throws UsageException {
        return Selection.named(project, List.of(words)).stream().map(Object::toString).collect(Collectors.toSet());
    }

    @Test
    void aWordIsAServiceOrAllOfAStage() throws UsageException {
        assertThat(named("web")).containsExactly("web");
        assertThat(named("infra")).containsExactlyInAnyOrder("db", "mq");
        assertThat(named("infra", "db", "web")).containsExactlyInAnyOrder("db", "mq", "web");
        assertThat(named()).isEmpty();
    }

    @Test
    void aServiceWinsOverAStageOfTheSameName() throws UsageException {
        assertThat(named("gateway")).containsExactly("gateway");
        assertThat(named("stage:gateway")).containsExactly("web");
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
