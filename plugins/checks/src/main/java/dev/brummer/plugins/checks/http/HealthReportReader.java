package dev.brummer.plugins.checks.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.brummer.plugins.checks.http.HealthReport.Member;
import dev.brummer.plugins.checks.net.PlainText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the health reports that services write: {@code {status, dependencies: {redis: "up"}}}, Spring Boot Actuator's
 * {@code components}, health+json's {@code checks}, and their like. Loaded when the first JSON body arrives.
 */
final class HealthReportReader {
    private static final JsonFactory JSON = new JsonFactory();
    /** Where parts are listed, by a name of their own or as a list of objects with {@code name}. */
    private static final Set<String> PARTS =
            Set.of("dependencies", "components", "checks", "services", "entries", "details");

    private static final int MOST_MEMBERS = 100;
    private static final int LONGEST_NAME = 40;

    private final JsonParser json;
    private final Map<String, Member> members = new LinkedHashMap<>();

    private HealthReportReader(JsonParser json) {
        this.json = json;
    }

    /** What {@code body} says; of a body that is malformed or cut off, what it says until there. */
    static HealthReport read(byte[] body) {
        Statement whole = new Statement();
        try (JsonParser json = JSON.createParser(body)) {
            HealthReportReader reader = new HealthReportReader(json);
            try {
                reader.readWhole(whole);
            } catch (IOException e) {
                // The status line and what was read so far still count.
            }
            List<Member> members = List.copyOf(reader.members.values());
            return new HealthReport(whole.verdict(), whole.word(), whole.detail(), members);
        } catch (IOException e) {
            return HealthReport.EMPTY;
        }
    }

    private void readWhole(Statement whole) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName().toLowerCase(Locale.ROOT);
            JsonToken value = json.nextToken();
            if (PARTS.contains(name) && value == JsonToken.START_OBJECT) {
                readNamedMembers(name.equals("details"));
            } else if (PARTS.contains(name) && value == JsonToken.START_ARRAY) {
                readListedMembers();
            } else {
                whole.take(name, json);
            }
        }
    }

    /** @param objectsOnly for details, whose plain values are as likely numbers and settings as parts */
    private void readNamedMembers(boolean objectsOnly) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            boolean plain = json.nextToken().isScalarValue();
            Statement said = Statement.of(json);
            if (!plain || !objectsOnly) {
                add(name, said);
            }
        }
    }

    private void readListedMembers() throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Statement said = Statement.of(json);
            add(said.name(), said);
        }
    }

    private void add(String name, Statement said) {
        String shortName = PlainText.oneLine(name, LONGEST_NAME);
        if (said.verdict() != Verdict.SILENT && !shortName.isEmpty() && members.size() < MOST_MEMBERS) {
            members.putIfAbsent(shortName, new Member(shortName, said.verdict(), said.word(), said.detail()));
        }
    }
}
