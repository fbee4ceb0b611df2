package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.Call;
import dev.brummer.it.kit.Checkout;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.Sandbox;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;

/** Tests against the examples end as a job in CI needs it, whatever becomes of them. */
@EndToEnd
class ShopTestRunsIT {
    private static final Path SCHEMA =
            Checkout.ROOT.resolve("modules/brummer-cli/src/test/resources/dev/brummer/cli/test/junit.xsd");

    /** Calls {@code brum} in an example. */
    @FunctionalInterface
    private interface Example {
        Call brum(String... arguments);

        /** A test that needs one service, with what that needs in turn. */
        default Call test(List<String> options, String command) {
            Stream<String> words = Stream.of(
                            List.of("test", "--up", "auth", "--junit", "report.xml"), options, List.of("--", command))
                    .flatMap(List::stream);
            return brum(words.toArray(String[]::new));
        }
    }

    @Test
    void againstTheShop(Sandbox sandbox) throws Exception {
        tests(sandbox, ShopFolder.in(sandbox)::brum, "JAVA_TOOL_OPTIONS=-javaagent:/nowhere.jar");
    }

    @Test
    void againstTheShopOfNodeServices(Sandbox sandbox) throws Exception {
        tests(sandbox, NodeShopFolder.in(sandbox)::brum, "NODE_OPTIONS=--no-such-option");
    }

    /** @param breaking a variable with which no service gets far */
    private static void tests(Sandbox sandbox, Example example, String breaking) throws Exception {
        Ended green = example.test(List.of(), "test -n \"$AUTH_URL\"; echo fine").run().hasExitCode(0);
        assertThat(green.stdout()).isEqualTo("fine\n");
        assertReported(sandbox, "failures=\"0\" errors=\"0\"");
        assertThat(capsules(example)).isEmpty();

        Ended red = example.test(List.of(), "echo 'not ok 1'; exit 3").run().hasExitCode(3);
        assertThat(red.stdout()).isEqualTo("not ok 1\n");
        assertReported(sandbox, "failures=\"1\" errors=\"0\"");
        assertThat(capsules(example)).hasSize(1).last().asString().contains(": the command ended with 3");
        assertThat(shown(example)).contains(": the command ended with 3\n").containsPattern("auth +(core +)?ready ");

        Ended broken = example.test(List.of("--env", breaking), "echo never").run().hasExitCode(1);
        assertThat(broken.stdout()).isEmpty();
        assertReported(sandbox, "<failure message=\"failed");
        assertThat(capsules(example)).hasSize(2);
        assertThat(shown(example)).contains(" did not get ready\n").contains(" failed at ").contains("│ ");

        example.test(List.of("--timeout", "2s"), "exec sleep 1000").run().hasExitCode(124);
        assertReported(sandbox, "type=\"time-out\"");
        assertThat(capsules(example)).hasSize(3);
        assertThat(shown(example)).contains(" failed: not done within 2 s, ");

        BrumRun interrupted = example.test(List.of(), "echo on; exec sleep 1000").start().awaitText("on\n");
        interrupted.signal("INT").awaitEnd().hasExitCode(130);
        assertReported(sandbox, "type=\"interrupted\"");
        assertThat(capsules(example)).hasSize(3);
        assertThat(sandbox.processes()).isEmpty();
    }

    private static List<String> capsules(Example example) {
        return example.brum("capsule").run().hasExitCode(0).stdout().lines().skip(1).toList();
    }

    private static String shown(Example example) {
        return example.brum("capsule", "show").run().hasExitCode(0).stdout();
    }

    private static void assertReported(Sandbox sandbox, String words) throws Exception {
        String xml = sandbox.read("report.xml");
        Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(SCHEMA.toFile())
                .newValidator();
        validator.validate(new StreamSource(new StringReader(xml)));
        assertThat(xml).contains(words);
        assertThat(sandbox.processes()).isEmpty();
    }
}
