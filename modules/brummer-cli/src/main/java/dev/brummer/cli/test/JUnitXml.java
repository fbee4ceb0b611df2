package dev.brummer.cli.test;

import dev.brummer.cli.test.TestOutcome.Service;
import dev.brummer.cli.test.Verdict.Phase;
import java.io.StringWriter;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A test as JUnit's XML, as Jenkins, GitLab and others read it: a test case for each service, which takes as long as it takes
 * to get ready, and one for the command.
 */
public final class JUnitXml {
    private static final char REPLACEMENT = '\uFFFD';

    private JUnitXml() {}

    /** How a test case ends that does not simply pass. */
    private enum Ending {
        FAILURE,
        ERROR,
        SKIPPED;

        String element() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param message in a line, why it ends like this */
    private record Remark(Ending ending, String type, String message) {}

    private record Case(String group, String name, Duration took, Optional<Remark> remark) {
        boolean endsIn(Ending ending) {
            return remark.filter(is -> is.ending() == ending).isPresent();
        }
    }

    /** The whole document. */
    public static String of(TestOutcome outcome) {
        List<Case> cases = new ArrayList<>();
        outcome.services().forEach(service -> cases.add(new Case(
                outcome.name() + ".services",
                service.instance().label(),
                service.ready().orElse(Duration.ZERO),
                remark(service, outcome))));
        cases.add(new Case(
                outcome.name(), outcome.command(), outcome.ran().orElse(Duration.ZERO), remarkOfCommand(outcome)));
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            write(outcome, cases, xml);
            xml.writeEndDocument();
            xml.close();
            return text + "\n";
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory", e);
        }
    }

    private static Optional<Remark> remark(Service service, TestOutcome outcome) {
        if (service.isUp()) {
            return Optional.empty();
        }
        String is = service.state().word();
        String message = service.reason().isEmpty() ? is : is + ": " + service.reason();
        if (service.isFailed()) {
            return Optional.of(new Remark(Ending.FAILURE, "failed", message));
        }
        if (service.run() > 0 && outcome.ready().isPresent()) {
            return Optional.empty();
        }
        boolean late = service.run() > 0 && outcome.verdict() instanceof Verdict.TimedOut;
        return Optional.of(
                late ? new Remark(Ending.FAILURE, "not-ready", message) : new Remark(Ending.SKIPPED, "", message));
    }

    private static Optional<Remark> remarkOfCommand(TestOutcome outcome) {
        String words = TestWords.of(outcome);
        return switch (outcome.verdict()) {
            case Verdict.Passed() -> Optional.empty();
            case Verdict.CommandFailed _ -> Optional.of(new Remark(Ending.FAILURE, "exit-code", words));
            case Verdict.CommandNotStarted _ -> Optional.of(new Remark(Ending.ERROR, "not-started", words));
            case Verdict.ServicesFailed(var phase) ->
                phase == Phase.RUNNING ? Optional.empty() : Optional.of(new Remark(Ending.SKIPPED, "", words));
            case Verdict.FleetEnded _ -> Optional.of(new Remark(Ending.ERROR, "services-ended", words));
            case Verdict.TimedOut _ -> Optional.of(new Remark(Ending.ERROR, "time-out", words));
            case Verdict.Interrupted _ -> Optional.of(new Remark(Ending.ERROR, "interrupted", words));
        };
    }

    private static void write(TestOutcome outcome, List<Case> cases, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testsuites");
        counts(cases, outcome.whole(), xml);
        xml.writeStartElement("testsuite");
        attribute("name", outcome.name(), xml);
        counts(cases, outcome.whole(), xml);
        attribute("skipped", count(cases, Ending.SKIPPED), xml);
        attribute("timestamp", timestamp(outcome), xml);
        for (Case each : cases) {
            write(each, xml);
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void counts(List<Case> cases, Duration time, XMLStreamWriter xml) throws XMLStreamException {
        attribute("tests", Integer.toString(cases.size()), xml);
        attribute("failures", count(cases, Ending.FAILURE), xml);
        attribute("errors", count(cases, Ending.ERROR), xml);
        attribute("time", seconds(time), xml);
    }

    private static String count(List<Case> cases, Ending ending) {
        return Long.toString(cases.stream().filter(each -> each.endsIn(ending)).count());
    }

    private static void write(Case each, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", each.group(), xml);
        attribute("name", each.name(), xml);
        attribute("time", seconds(each.took()), xml);
        if (each.remark().isPresent()) {
            Remark remark = each.remark().get();
            xml.writeStartElement(remark.ending().element());
            attribute("message", remark.message(), xml);
            if (!remark.type().isEmpty()) {
                attribute("type", remark.type(), xml);
            }
            xml.writeCharacters(legal(remark.message()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void attribute(String name, String value, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }

    private static String timestamp(TestOutcome outcome) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                outcome.begin().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS));
    }

    /** The text with what XML 1.0 cannot hold, not even escaped, replaced: most control characters and half characters. */
    static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().forEach(point -> legal.appendCodePoint(isLegal(point) ? point : REPLACEMENT));
        return legal.toString();
    }

    private static boolean isLegal(int point) {
        return point == '\t' || point == '\n' || point == '\r'
                || (point >= 0x20 && point < 0xD800)
                || (point > 0xDFFF && point < 0xFFFE)
                || point >= 0x10000;
    }
}
