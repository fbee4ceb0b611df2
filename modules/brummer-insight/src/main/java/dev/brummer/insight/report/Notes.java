package dev.brummer.insight.report;

import dev.brummer.insight.request.Hop;
import dev.brummer.insight.request.LeftOut;
import dev.brummer.insight.request.TracedRequest;
import java.util.ArrayList;
import java.util.List;

/** What a reader has to know of a traced request: what is not certain, and what is not shown. */
final class Notes {
    private Notes() {}

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
