package dev.brummer.insight.report;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldsTest {
    @Test
    void aRequestIsARecordForEachOfItsParts() throws IOException {
        List<Map<String, Object>> records = TraceFields.of(Reports.traced(Reports.FAILURE, "a1b2c3"));

        assertThat(records.getFirst()).containsExactly(
                entry("type", "request"),
                entry("id", "a1b2c3"),
                entry("named", true),
                entry("ids", List.of("a1b2c3", "12345")),
                entry("time", "2026-11-22T15:04:05Z"),
                entry("durationMs", 1240.0),
                entry("failedIn", "payments"),
                entry("hops", 6L),
                entry("undecided", 0L));
        assertThat(records).filteredOn("type", "hop").hasSize(6).element(3).satisfies(hop -> assertThat(hop)
                .containsEntry("seq", 4L)
                .containsEntry("service", "payments")
                .containsEntry("level", "error")
                .containsEntry("gapMs", 1212.0)
                .containsEntry("probable", false)
                .containsEntry("failing", true)
                .hasEntrySatisfying("text", text -> assertThat(text.toString().lines()).hasSize(5)));
        assertThat(records).filteredOn("type", "span").first().satisfies(span -> assertThat(span)
                .containsEntry("service", "gateway")
                .containsEntry("what", "POST /api/orders")
                .containsEntry("durationMs", 1240.0)
                .containsEntry("measured", true));
        assertThat(records.getLast()).containsExactly(
                entry("type", "left-out"), entry("kind", "user"), entry("id", "42"), entry("requests", 5L));
    }

    @Test
    void anErrorIsARecordWithItsConsequencesWithin() throws IOException {
        Map<String, Object> error = ErrorFields.of(Reports.errors(Reports.ERRORS).groups()).getFirst();

        assertThat(error)
                .containsEntry("type", "error")
                .containsEntry("title", "card 1 declined")
                .containsEntry("count", 2L)
                .containsEntry("first", "2026-11-22T15:04:09Z")
                .containsEntry("last", "2026-11-22T15:04:10Z")
                .containsEntry("services", List.of("payments"))
                .containsEntry("request", "cccc02")
                .containsEntry("text", "[cccc01] ERROR card 1 declined")
                .hasEntrySatisfying("consequences", consequences -> assertThat((List<?>) consequences).hasSize(1));
    }
}
