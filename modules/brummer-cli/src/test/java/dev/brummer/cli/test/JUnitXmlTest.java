package dev.brummer.cli.test;

import static dev.brummer.cli.test.Outcomes.failed;
import static dev.brummer.cli.test.Outcomes.ready;
import static dev.brummer.cli.test.Outcomes.service;
import static dev.brummer.cli.test.Outcomes.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.cli.test.Verdict.Phase;
import dev.brummer.spi.ServiceState;
import java.io.StringReader;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JUnitXmlTest {
    private static final TestOutcome.Service AUTH = ready("auth", Duration.ofMillis(1234));

    private static String valid(TestOutcome outcome) throws Exception {
        String xml = JUnitXml.of(outcome);
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JUnitXmlTest.class.getResource("junit.xsd"));
        schema.newValidator().validate(new StreamSource(new StringReader(xml)));
        return xml;
    }

    static Stream<Verdict> verdicts() {
        return Stream.of(
                new Verdict.Passed(),
                new Verdict.CommandFailed(1),
                new Verdict.CommandNotStarted("command not found: <x>"),
                new Verdict.ServicesFailed(Phase.BRINGING_UP),
                new Verdict.ServicesFailed(Phase.RUNNING),
                new Verdict.FleetEnded(Phase.RUNNING),
                new Verdict.TimedOut(Duration.ofSeconds(5), Phase.BRINGING_UP),
                new Verdict.Interrupted("Ctrl-C", Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void itIsValidAndGreenOnlyForATestThatPassed(Verdict verdict) throws Exception {
        TestOutcome.Service service = verdict instanceof Verdict.ServicesFailed ? failed("orders", "exit 3") : AUTH;
        String xml = valid(Outcomes.of(verdict, AUTH, service));
        boolean green = xml.contains("failures=\"0\" errors=\"0\"");
        assertThat(green).isEqualTo(verdict.exitCode() == 0);
    }

    @Test
    void aServiceTakesAsLongAsItTakesToGetReady() throws Exception {
        assertThat(valid(Outcomes.of(new Verdict.Passed(), AUTH)))
                .contains("<testsuite name=\"integration\" tests=\"2\" failures=\"0\" errors=\"0\" time=\"5.400\" skipped=\"0\""
                        + " timestamp=\"2026-11-22T15:04:05\">")
                .contains("<testcase classname=\"integration.services\" name=\"auth\" time=\"1.234\">")
                .contains("<testcase classname=\"integration\" name=\"npm test\" time=\"2.000\">");
    }

    @Test
    void whatWasNotReachedIsSkipped() throws Exception {
        TestOutcome outcome = new TestOutcome(
                "it",
                "npm test",
                Outcomes.BEGIN,
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(1),
                java.util.List.of(
                        AUTH,
                        failed("orders", "exit 3"),
                        service("mail", ServiceState.STARTING, 1, "first start"),
                        waiting("gateway", "waits for orders")),
                new Verdict.ServicesFailed(Phase.BRINGING_UP));
        assertThat(valid(outcome))
                .contains("failures=\"1\" errors=\"0\" time=\"1.000\" skipped=\"3\"")
                .contains("<failure message=\"failed: exit 3\" type=\"failed\">failed: exit 3</failure>")
                .contains("<skipped message=\"waiting: waits for orders\">");
    }

    @Test
    void whoIsLateHasFailed() throws Exception {
        TestOutcome outcome = new TestOutcome(
                "it",
                "npm test",
                Outcomes.BEGIN,
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(1),
                java.util.List.of(service("mail", ServiceState.STARTING, 1, "first start")),
                new Verdict.TimedOut(Duration.ofSeconds(1), Phase.BRINGING_UP));
        assertThat(valid(outcome)).contains("type=\"not-ready\"").contains("type=\"time-out\"");
    }

    @Test
    void whatXmlCannotHoldIsReplaced() throws Exception {
        String odd = "a\u0000b\u001b[31m <&\"']]> \ud83d\ude00 \ud800 \uffff\n\tend";
        assertThat(JUnitXml.legal(odd)).isEqualTo("a\ufffdb\ufffd[31m <&\"']]> \ud83d\ude00 \ufffd \ufffd\n\tend");
        assertThat(valid(Outcomes.of(new Verdict.ServicesFailed(Phase.RUNNING), failed("orders", odd)))).contains("&lt;&amp;");
    }
}
