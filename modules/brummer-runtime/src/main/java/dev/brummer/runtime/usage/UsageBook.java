package dev.brummer.runtime.usage;

import dev.brummer.api.UsageView;
import dev.brummer.core.engine.Engine.RunHandle;
import dev.brummer.core.engine.Usage;
import dev.brummer.spi.InstanceId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Remembers what each run used at earlier looks. For one thread. */
public final class UsageBook {
    private final Map<InstanceId, Page> pages = new HashMap<>();

    /** What is remembered of one run. */
    private static final class Page {
        private final RunHandle run;
        private final MemorySeries memory = new MemorySeries();
        private Duration at;
        private Usage last;
        private Optional<Double> processor = Optional.empty();

        Page(RunHandle run, Duration at, Usage first) {
            this.run = run;
            this.at = at;
            this.last = first;
        }

        void add(Duration now, Usage usage) {
            Duration since = now.minus(at);
            if (since.isPositive()) {
                Duration busy = usage.processorTime().minus(last.processorTime());
                processor = Optional.of(Math.max(0, busy.toNanos()) / (double) since.toNanos());
            }
            at = now;
            last = usage;
        }
    }

    /**
     * Takes in what a look has found.
     *
     * @param now time since some fixed moment
     * @param runs the latest run of each instance
     */
    public void add(Duration now, Map<InstanceId, RunHandle> runs, Map<RunHandle, Usage> usages) {
        pages.keySet().retainAll(runs.keySet());
        runs.forEach((instance, run) -> {
            Usage usage = usages.getOrDefault(run, Usage.NOTHING);
            Page page = pages.get(instance);
            if (page == null || page.run != run) {
                page = new Page(run, now, usage);
                pages.put(instance, page);
            } else {
                page.add(now, usage);
            }
            if (usage.processes() > 0) {
                page.memory.add(now, usage.residentBytes());
            }
        });
    }

    /** What an instance used at the last look. */
    public UsageView of(InstanceId instance) {
        Page page = pages.get(instance);
        if (page == null || page.last.processes() == 0) {
            return new UsageView(instance, Optional.empty(), 0, 0, Optional.empty(), Optional.empty());
        }
        Usage last = page.last;
        OptionalLong leader = last.leader();
        return new UsageView(
                instance,
                leader.isPresent() ? Optional.of(leader.getAsLong()) : Optional.empty(),
                last.processes(),
                last.residentBytes(),
                page.processor,
                page.memory.trend());
    }
}
