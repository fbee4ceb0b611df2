package dev.brummer.plugins.checks.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.plugins.checks.http.HealthReport.Member;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthReportTest {
    private static HealthReport read(String body) {
        return HealthReportReader.read(body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "healthy, WELL", "OK, WELL", "Up, WELL", "pass, WELL", "degraded, DEGRADED", "WARN, DEGRADED",
        "unhealthy, FAILING", "DOWN, FAILING", "Fail, FAILING", "OUT_OF_SERVICE, FAILING", "starting, SILENT"
    })
    void statusIsUnderstoodInAnyCase(String word, Verdict verdict) {
        assertThat(read("{\"status\":\"" + word + "\"}").verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"healthy, false", "ok, false", "up, false", "connected, false"})
    void aFlagSaysItToo(String name, String value) {
        assertThat(read("{\"" + name + "\":" + value + "}").verdict()).isEqualTo(Verdict.FAILING);
    }

    @Test
    void statusBeatsOtherWaysToSayItInAnyOrder() {
        assertThat(read("{\"ok\":false,\"status\":\"up\",\"healthy\":false}").verdict()).isEqualTo(Verdict.WELL);
    }

    @Test
    void theReferenceGuidesDependencies() {
        HealthReport report = read("""
                {"status": "healthy", "service": "user-service", "uptime": 12.5, "memory": {"rss": 1, "status": "down"},
                 "dependencies": {"database": true, "redis": "down",
                                  "queue": {"connected": false, "error": "ECONNREFUSED"},
                                  "cache": null, "latency": 12}}""");

        assertThat(report.verdict()).isEqualTo(Verdict.WELL);
        assertThat(report.worst()).isEqualTo(Verdict.DEGRADED);
        assertThat(report.members())
                .containsExactly(
                        new Member("database", Verdict.WELL, "up", ""),
                        new Member("redis", Verdict.FAILING, "down", ""),
                        new Member("queue", Verdict.FAILING, "down", "ECONNREFUSED"));
    }

    @Test
    void springBootActuator() {
        HealthReport report = read("""
                {"status": "DOWN", "groups": ["liveness"], "components": {
                  "db": {"status": "DOWN", "details": {"error": "java.sql.SQLException: gone", "database": {"a": []}}},
                  "diskSpace": {"status": "UP", "details": {"total": 1, "exists": true}},
                  "redis": {"status": "UNKNOWN"}}}""");

        assertThat(report.verdict()).isEqualTo(Verdict.FAILING);
        assertThat(report.members())
                .containsExactly(
                        new Member("db", Verdict.FAILING, "down", "java.sql.SQLException: gone"),
                        new Member("diskSpace", Verdict.WELL, "up", ""));
    }

    @Test
    void healthJson() {
        HealthReport report = read("""
                {"status": "warn", "version": "1", "notes": [""], "output": "",
                 "checks": {"cassandra:responseTime": [
                              {"componentId": "a", "status": "pass"},
                              {"componentId": "b", "status": "fail", "output": "node b is away"}],
                            "uptime": [{"observedValue": 1209600.245, "status": "pass"}]}}""");

        assertThat(report.verdict()).isEqualTo(Verdict.DEGRADED);
        assertThat(report.ailing())
                .containsExactly(new Member("cassandra:responseTime", Verdict.FAILING, "fail", "node b is away"));
    }

    @Test
    void partsMayBeAListOfObjectsWithNames() {
        HealthReport report = read("""
                {"status": "DOWN", "checks": [{"name": "broker", "status": "DOWN", "data": {"x": 1}},
                                              {"name": "disk", "status": "UP"}, "what", {"status": "DOWN"}]}""");

        assertThat(report.ailing()).extracting(Member::name).containsExactly("broker");
    }

    @Test
    void detailsHoldPartsOrWhateverElse() {
        HealthReport report = read("""
                {"status": "error", "info": {}, "error": {"redis": {"status": "down"}},
                 "details": {"maintenance": false, "mode": "offline", "redis": {"status": "down"}}}""");

        assertThat(report.ailing()).extracting(Member::name).containsExactly("redis");
    }

    @Test
    void theFailingPartsComeFirst() {
        HealthReport report = read("{\"dependencies\": {\"a\": \"warn\", \"b\": \"ok\", \"c\": \"fail\"}}");

        assertThat(report.ailing()).extracting(Member::name).containsExactly("c", "a");
    }

    @Test
    void whatABodySaidBeforeItBrokeOffCounts() {
        HealthReport report = read("{\"status\":\"down\",\"dependencies\":{\"db\":false,\"redis\":{\"status\"");

        assertThat(report.word()).isEqualTo("down");
        assertThat(report.members()).extracting(Member::name).containsExactly("db");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "\"down\"", "{\"status\":503}", "{\"status\":{\"x\":[1]}}", "{{{", "\0"})
    void whatIsNoReportSaysNothing(String body) {
        assertThat(read(body).worst()).isEqualTo(Verdict.SILENT);
    }

    @Test
    void depthAndSizeDoNoHarm() {
        assertThat(read("{\"dependencies\":" + "[".repeat(30_000)).worst()).isEqualTo(Verdict.SILENT);
        assertThat(read("{\"x\":" + "{\"x\":".repeat(10_000)).worst()).isEqualTo(Verdict.SILENT);
    }

    @Test
    void textsAreMadeFitForATerminal() {
        HealthReport report = read("{\"dependencies\":{\"\\u001b[2J\\u0007db" + "x".repeat(100)
                + "\":{\"status\":\"down\",\"error\":\"a\\r\\nb\"}}}");

        assertThat(report.members()).singleElement().satisfies(member -> {
            assertThat(member.name()).startsWith("dbx").hasSize(40).endsWith("…");
            assertThat(member.detail()).isEqualTo("a b");
        });
    }
}
