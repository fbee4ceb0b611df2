package dev.brummer.process;

import dev.brummer.core.engine.Usage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What runs use of the machine. Safe for use by several threads. */
final class UsageTable {
    private final Platform platform;

    UsageTable(Platform platform) {
        this.platform = platform;
    }

    /**
     * What each run uses. One look at a time: an account that took an older one after a younger would be wrong for good.
     *
     * @throws IOException if the process table could not be read
     */
    synchronized Map<Run, Usage> of(List<Run> runs, TreeWatch watch) throws IOException {
        Map<Run, List<ProcessEntry>> processes = watch.processes(runs);
        List<ProcessEntry> everybody = new ArrayList<>();
        processes.values().forEach(everybody::addAll);
        Map<Long, Platform.Spent> spent = platform.spent(everybody);
        Map<Run, Usage> usage = new LinkedHashMap<>();
        processes.forEach((run, own) -> usage.put(run, usage(run, own, spent)));
        return usage;
    }

    private static Usage usage(Run run, List<ProcessEntry> processes, Map<Long, Platform.Spent> spent) {
        Map<ProcessorTime.Process, Platform.Spent> own = new HashMap<>();
        OptionalLong leader = OptionalLong.empty();
        long resident = 0;
        for (ProcessEntry process : processes) {
            Platform.Spent of = spent.get(process.pid());
            if (of != null) {
                own.put(new ProcessorTime.Process(process.pid(), process.startTicks()), of);
                resident += of.residentBytes();
                leader = process.pid() == run.leader() ? OptionalLong.of(process.pid()) : leader;
            }
        }
        Duration time = run.processorTime().after(own);
        return new Usage(leader, own.size(), resident, time);
    }
}
