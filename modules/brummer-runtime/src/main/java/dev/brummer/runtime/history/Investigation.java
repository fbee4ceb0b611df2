package dev.brummer.runtime.history;

import dev.brummer.core.model.Project;
import dev.brummer.insight.error.ErrorSearch;
import dev.brummer.insight.id.IdFinder;
import dev.brummer.insight.name.NameBook;
import dev.brummer.insight.request.RequestTrace;
import dev.brummer.insight.search.Literals;
import dev.brummer.insight.search.QueryLiterals;
import dev.brummer.insight.search.UnitSource;
import dev.brummer.logs.query.QueryScope.Related;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Questions about the output of one start that take more than looking for text: which errors, and what became of a
 * request. Safe for use by several threads if its source is.
 *
 * @param names whose output it is
 */
public record Investigation(Optional<Project> project, UnitSource source, NameBook names) {
    /** Finds what belongs to a request. */
    public RequestTrace requests() {
        return new RequestTrace(source, literals(), finder(), names);
    }

    /** Collects errors. */
    public ErrorSearch errors() {
        return new ErrorSearch(source, literals(), finder(), names);
    }

    /** What the names, times and ids of a query mean. */
    public LogScope scope(Instant now, Optional<Instant> mark) {
        return new LogScope(
                names,
                project.map(LogScope::stagesOf).orElse(Map.of()),
                now,
                ZoneId.systemDefault(),
                mark,
                this::isRequest,
                this::related);
    }

    /** Whether it would be the id of a request at the head of a line. */
    private boolean isRequest(String word) {
        return finder().find("[" + word + "]").stream().anyMatch(found -> found.isRequest() && found.value().equals(word));
    }

    private Related related(String id) {
        try {
            return requests().related(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds ids in lines, as the project says what they look like. */
    public IdFinder finder() {
        return new IdFinder(project.map(known -> known.logs().idPatterns()).orElse(List.of()));
    }

    private Literals literals() {
        return new QueryLiterals(scope(Instant.EPOCH, Optional.empty()));
    }
}
