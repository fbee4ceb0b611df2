package dev.brummer.cli.capsule;

import dev.brummer.api.FleetView;
import dev.brummer.api.HealthView;
import dev.brummer.api.WhyView;
import dev.brummer.cli.test.TestOutcome;
import dev.brummer.config.view.JsonText;
import dev.brummer.insight.report.Page;
import dev.brummer.server.ViewJson;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that was found out of a test that failed.
 *
 * @param fleet where every service was; empty where nobody could tell
 * @param health what checks had said; empty where nobody could tell
 * @param why services are not what they should be
 * @param errors that were logged
 * @param log the last lines
 * @param config as {@code brum config} prints it
 */
public record Findings(
        TestOutcome outcome,
        Optional<FleetView> fleet,
        Optional<HealthView> health,
        List<WhyView> why,
        List<PortHolder> ports,
        Errors errors,
        Log log,
        String config,
        Versions versions) {
    /**
     * The errors that were logged while it ran.
     *
     * @param text for a person; may be empty
     * @param fields the same for JSON
     */
    public record Errors(String text, List<Map<String, Object>> fields) {}

    /**
     * The last lines of every service, and what happened.
     *
     * @param json the same, one object a line
     */
    public record Log(String text, String json) {}

    /** What a capsule holds of it. */
    public Map<Part, String> parts(Page page) {
        Map<Part, String> parts = new EnumMap<>(Part.class);
        parts.put(Part.REPORT, ReportText.of(outcome, fleet, why, errors.text(), versions.line(), page));
        parts.put(Part.LOG, log.text());
        parts.put(Part.ENTRIES, log.json());
        parts.put(Part.OUTCOME, JsonText.write(OutcomeFields.of(outcome)));
        fleet.ifPresent(view -> parts.put(Part.SERVICES, ViewJson.line(view)));
        health.ifPresent(view -> parts.put(Part.HEALTH, ViewJson.line(view)));
        parts.put(Part.CAUSES, ViewJson.line(why));
        parts.put(Part.ERRORS, JsonText.write(errors.fields()));
        parts.put(Part.PORTS, JsonText.write(ports.stream().map(PortHolder::fields).toList()));
        parts.put(Part.CONFIG, config);
        parts.put(Part.VERSIONS, JsonText.write(versions.fields()));
        return parts;
    }
}
