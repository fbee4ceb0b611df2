package dev.brummer.insight.report;

import dev.brummer.insight.request.Hop;
import dev.brummer.insight.request.LeftOut;
import dev.brummer.insight.request.TracedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a reader has to know of a traced request: what is not certain, and what is not shown. */
final class Notes {
    private Notes() {}

    /** What a reader has to know first: that it may be none; empty where a line names its id. */
    static Optional<String> doubt(TracedRequest request) {
        return request.named()
                ? Optional.empty()
                : Optional.of("no line names '" + request.id() + "' as an id; these are the lines that hold the word"
                        + (request.ids().size() > 1 ? ", and those that they lead to" : ""));
    }

    static List<String> of(TracedRequest request) {
        List<String> notes = new ArrayList<>();
        if (request.untold() > 0) {
            notes.add("… and " + Figures.count(request.untold(), "more line"));
        }
        if (request.hops().stream().anyMatch(Hop::probable)) {
            notes.add("~ probably part of it: no id leads there, but no other request was in flight");
        }
        if (request.undecided() > 0) {
            notes.add(Figures.count(request.undecided(), "line")
                    + " may belong to it, or to another request that was in flight at the same time");
        }
        for (LeftOut left : request.leftOut()) {
            notes.add("not followed: " + left.kind() + " " + left.value() + ", which "
                    + Figures.count(left.requests(), "other request") + (left.requests() == 1 ? " shares" : " share"));
        }
        return notes;
    }
}
