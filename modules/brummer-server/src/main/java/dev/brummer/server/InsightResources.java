package dev.brummer.server;

import dev.brummer.api.SessionException;
import dev.brummer.config.view.JsonText;
import dev.brummer.insight.report.ErrorFields;
import dev.brummer.insight.report.Insight;
import dev.brummer.insight.report.TraceFields;
import dev.brummer.insight.request.TracedRequest;
import dev.brummer.insight.view.Report;
import dev.brummer.logs.query.SlowQueryException;
import dev.brummer.runtime.history.FactReading;
import dev.brummer.runtime.history.LiveJournal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the lines say, put together: the answers of the commands that show it. */
final class InsightResources {
    private InsightResources() {}

    static List<Resource> all() {
        return List.of(
                Resource.get("/v1/insight/{view}", InsightResources::view),
                Resource.get("/v1/errors", InsightResources::errors),
                Resource.get("/v1/requests/{id}", InsightResources::request));
    }

    private static Reply view(Call call) throws Fault, SessionException, IOException {
        String name = call.name("view");
        if (!Insight.names().contains(name)) {
            throw new Fault(404, "no-such-view", "there are the views " + String.join(", ", Insight.names()));
        }
        List<String> words = call.parameters("service");
        Set<String> services = words.isEmpty()
                ? Set.of()
                : call.session().named(words).stream().map(id -> id.service().name()).collect(Collectors.toSet());
        LiveJournal journal = call.session().history();
        return written(Insight.of(name, Optional.of(journal.project())), services, journal);
    }

    private static <R extends Report<R>> Reply written(Insight<R> insight, Set<String> services, LiveJournal journal)
            throws IOException {
        var reading = new FactReading<>(insight.view(), journal.facts());
        reading.readAll();
        R report = reading.report(journal.now());
        return json(insight.fields().apply(services.isEmpty() ? report : report.about(services)));
    }

    private static Reply errors(Call call) throws Fault, IOException {
        LiveJournal journal = call.session().history();
        String query = call.parameter("query").filter(text -> !text.isBlank()).orElse("");
        if (!query.isEmpty()) {
            // Its own faults are told with their place in it.
            var ignored = JournalResources.bound(query, journal);
        }
        String errors = query.isEmpty() ? "level:error" : "level:error (" + query + ")";
        try {
            return json(ErrorFields.of(journal.investigation()
                    .errors()
                    .read(JournalResources.bound(errors, journal))
                    .groups()));
        } catch (SlowQueryException e) {
            throw new Fault(400, "slow-query", String.valueOf(e.getMessage()));
        }
    }

    private static Reply request(Call call) throws Fault, IOException {
        String id = call.name("id");
        TracedRequest request = call.session().history().investigation().requests().trace(id);
        if (request.hops().isEmpty()) {
            throw new Fault(404, "no-such-request", "no line of this start mentions '" + id + "'");
        }
        return json(TraceFields.of(request));
    }

    private static Reply json(Object tree) {
        return new Reply.Written(JsonText.write(tree));
    }
}
