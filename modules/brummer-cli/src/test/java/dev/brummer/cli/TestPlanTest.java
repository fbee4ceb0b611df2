package dev.brummer.cli;

import static dev.brummer.core.TestServices.project;
import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.config.Choice;
import dev.brummer.core.model.Command;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.Template;
import dev.brummer.core.model.TestSpec;
import dev.brummer.spi.CommandLine;
import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is meant by what was typed behind {@code brum test}. */
class TestPlanTest {
    private final Project services = project(
            service("db").stage("infra"), service("api").stage("core").port(3001), service("mail").stage("core"));
    private final Map<String, TestSpec> tests = new LinkedHashMap<>();

    private TestPlanTest test(String name, String command, String... up) {
        try {
            tests.put(
                    name,
                    new TestSpec(
                            name,
                            new Command.Shell(Template.parse(command)),
                            Path.of("/project"),
                            Map.of(),
                            up.length == 0 ? Optional.empty() : Optional.of(List.of(up).stream().map(ServiceId::new).toList()),
                            Optional.of(Duration.ofMinutes(5))));
            return this;
        } catch (dev.brummer.core.model.TemplateSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private TestPlan plan(String... words) throws UsageException {
        List<String> typed = new java.util.ArrayList<>(List.of("test"));
        typed.addAll(List.of(words));
        var meaning = new CommandLines(Verb.ALL).read(typed, Path.of("/project"), "");
        var run = (CommandLines.Meaning.Run) meaning;
        return TestPlan.of(new Selection(services.withTests(tests), Choice.ALL), run.invocation().typed());
    }

    private static List<String> services(TestPlan plan) {
        return plan.wanted().graph().services().keySet().stream().map(ServiceId::name).toList();
    }

    private static CommandLine command(TestPlan plan) throws UsageException {
        return plan.order(Map.of()).command();
    }

    @Test
    void aTestOfTheFileIsNamedAndTheOnlyOneNeedNotBe() throws UsageException {
        test("it", "npm test", "api");
        assertThat(plan("it").command()).isEqualTo("npm test");
        assertThat(plan().test()).isEqualTo(plan("it").test());
        assertThat(services(plan())).containsExactly("db", "api");
        assertThat(plan().limit()).contains(Duration.ofMinutes(5));
        assertThat(plan("--timeout", "10s").limit()).contains(Duration.ofSeconds(10));
    }

    @Test
    void wordsBehindTheMarkAreForItsCommand() throws UsageException {
        test("it", "npm test --");
        assertThat(command(plan("it", "--", "--grep", "log in"))).isEqualTo(new CommandLine.Shell("npm test -- --grep 'log in'"));
        assertThat(services(plan())).containsExactly("db", "api", "mail");
    }

    @Test
    void withoutANameTheyAreTheCommand() throws UsageException {
        test("it", "npm test", "api");
        TestPlan plan = plan("--up", "mail,db", "--", "npm", "test", "--", "${A} $B");
        assertThat(command(plan)).isEqualTo(new CommandLine.Words(List.of("npm", "test", "--", "${A} $B")));
        assertThat(plan.command()).isEqualTo("npm test -- ${A} $B");
        assertThat(services(plan)).containsExactly("db", "mail");
        assertThat(command(plan("--", "npm test | tee $OUT"))).isEqualTo(new CommandLine.Shell("npm test | tee $OUT"));
        assertThat(plan.limit()).isEmpty();
    }

    @Test
    void whatCannotBeMeantIsSaid() {
        assertThatThrownBy(this::plan).hasMessageContaining("there is no test").hasMessageContaining("brum test -- npm test");
        test("it", "npm test").test("e2e", "npm run e2e", "payments").test("bad", "k6 ${services.mail.port}");
        assertThatThrownBy(this::plan).hasMessageContaining("which test?").hasMessageContaining("brum test e2e  npm run e2e");
        assertThatThrownBy(() -> plan("ti")).hasMessageContaining("did you mean 'it'?");
        assertThatThrownBy(() -> plan("npm", "test")).hasMessageContaining("brum test -- npm test");
        assertThatThrownBy(() -> plan("e2e")).hasMessageContaining("which the active profiles leave out");
        assertThatThrownBy(() -> plan("bad")).hasMessageContaining("test 'bad': service 'mail' has no port");
        assertThatThrownBy(() -> plan("it", "--up", "nothing")).hasMessageContaining("no service or stage 'nothing'");
    }
}
