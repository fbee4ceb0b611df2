package dev.brummer.insight.id;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the ids of a line: none twice at one place, whoever found it first. For one thread. */
final class Found {
    private final String text;
    private final List<FoundId> ids = new ArrayList<>(2);

    Found(String text) {
        this.text = text;
    }

    void add(String kind, FoundId.Role role, int start, int end) {
        for (FoundId id : ids) {
            if (start < id.end() && id.start() < end) {
                return;
            }
        }
        ids.add(new FoundId(kind, text.substring(start, end), role, start, end));
    }

    List<FoundId> inOrder() {
        ids.sort(Comparator.comparingInt(FoundId::start));
        return List.copyOf(ids);
    }
}
