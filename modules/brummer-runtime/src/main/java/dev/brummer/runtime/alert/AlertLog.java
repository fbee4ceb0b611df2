package dev.brummer.runtime.alert;

import dev.brummer.api.AlertView;
import dev.brummer.api.AlertView.Firing;
import dev.brummer.core.alert.Subject;
import dev.brummer.core.model.AlertRule;
import dev.brummer.core.model.AlertTarget;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers what has come of each rule: what goes on, and the latest that is over. Safe for use by several threads. */
public final class AlertLog {
    private static final int MOST_OVER = 20;

    private final Map<AlertRule, Memory> memories = new HashMap<>();

    private static final class Memory {
        private final Map<Subject, AlertNews> on = new LinkedHashMap<>();
        private final Deque<Firing> over = new ArrayDeque<>();
        private long times;
    }

    /** Takes what somebody is told of. */
    public synchronized void told(AlertNews news) {
        Memory memory = memories.computeIfAbsent(news.rule(), _ -> new Memory());
        if (!news.isOver()) {
            memory.times++;
            memory.on.put(news.subject(), news);
            return;
        }
        AlertNews begun = memory.on.remove(news.subject());
        if (begun != null) {
            memory.over.addLast(firing(begun, Optional.of(news)));
            if (memory.over.size() > MOST_OVER) {
                memory.over.removeFirst();
            }
        }
    }

    private static Firing firing(AlertNews begun, Optional<AlertNews> over) {
        return new Firing(
                begun.subject().instance(),
                begun.subject().breaker(),
                begun.since(),
                begun.time(),
                over.map(AlertNews::time),
                begun.text(),
                over.map(AlertNews::text));
    }

    /** What there is to tell of these rules; the others are forgotten. */
    public synchronized List<AlertView> of(List<AlertRule> rules) {
        memories.keySet().retainAll(rules);
        return rules.stream().map(rule -> view(rule, memories.getOrDefault(rule, new Memory()))).toList();
    }

    private static AlertView view(AlertRule rule, Memory memory) {
        List<Firing> firings = new ArrayList<>(memory.over);
        memory.on.values().forEach(begun -> firings.add(firing(begun, Optional.empty())));
        return new AlertView(
                rule.name(),
                rule.about(),
                rule.services(),
                rule.to().stream().map(AlertTarget::words).toList(),
                memory.times,
                firings);
    }
}
