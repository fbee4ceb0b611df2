package dev.brummer.cli;

import dev.brummer.config.view.JsonText;
import dev.brummer.insight.report.Insight;
import dev.brummer.insight.report.Page;
import dev.brummer.insight.view.Report;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How reports of a view are shown.
 *
 * @param services those that were asked for; empty for all
 * @param page made anew for each report, for a terminal may change its width
 */
record Shown<R extends Report<R>>(Insight<R> insight, Set<String> services, boolean json, Supplier<Page> page) {
    /** A report for a person, empty where there is nothing to tell, or as JSON. */
    String text(R report) {
        R asked = asked(report);
        if (json) {
            return JsonText.write(insight.fields().apply(asked));
        }
        return asked.isEmpty() ? "" : insight.text().apply(asked, page.get());
    }

    /** What tells one report from another that says the same at another time. */
    Object content(R report) {
        if (!json) {
            return text(report);
        }
        Map<String, Object> fields = new LinkedHashMap<>(insight.fields().apply(asked(report)));
        fields.remove("time");
        return fields;
    }

    /** The sentence that says that there is nothing; empty where there is something. */
    Optional<String> nothing(R report) {
        String of = services.isEmpty() ? "" : " of " + String.join(" or ", services);
        return asked(report).isEmpty() ? Optional.of("no " + insight.things() + of + " were seen") : Optional.empty();
    }

    private R asked(R report) {
        return services.isEmpty() ? report : report.about(services);
    }
}
