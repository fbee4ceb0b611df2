package dev.brummer.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who belongs to which run. No single sign is enough: Redis wipes its environment, PostgreSQL's workers each
 * lead a session, RabbitMQ's epmd has no parent. So a process belongs to a run if it is in the session or group of the
 * run's leader, descends from a member, carries one of the run's two marks, or writes to what the run does. Used under one
 * lock.
 */
final class Census {
    private final Platform platform;
    private final FleetMarker marker;
    private final long self = ProcessHandle.current().pid();
    // pid to ticks of processes that carry no marker of this fleet: nobody gets one later.
    private final Map<Long, Long> unmarked = new HashMap<>();
    private final Set<Long> unread = new HashSet<>();

    Census(Platform platform, FleetMarker marker) {
        this.platform = platform;
        this.marker = marker;
    }

    /**
     * Brings the members of all runs up to date.
     *
     * @param orphans takes in what Brummer has adopted and no run can be found for
     * @param ours processes that Brummer itself started and waits for
     * @return the living processes that concern anybody here, by pid
     * @throws IOException if the process table could not be read; nothing has changed then
     */
    Map<Long, ProcessEntry> take(Collection<Run> runs, Run orphans, Set<Long> ours) throws IOException {
        Map<Long, ProcessEntry> living = new HashMap<>();
        Map<Long, List<ProcessEntry>> children = new HashMap<>();
        for (ProcessEntry entry : platform.kin(wanted(runs, orphans))) {
            if (entry.zombie()) {
                if (entry.parent() == self && !ours.contains(entry.pid())) {
                    platform.reap(entry.pid());
                }
            } else {
                living.put(entry.pid(), entry);
            }
            children.computeIfAbsent(entry.parent(), _ -> new ArrayList<>()).add(entry);
        }
        unmarked.entrySet().removeIf(known -> !isSame(living.get(known.getKey()), known.getValue()));
        forgetTheDead(orphans, living);
        runs.forEach(run -> forgetTheDead(run, living));
        addGroups(runs, living);
        runs.forEach(run -> addDescendants(run, children));
        addMarked(runs, orphans, living);
        runs.forEach(run -> addDescendants(run, children));
        adopt(runs, orphans, ours, living);
        addDescendants(orphans, children);
        return living;
    }

    private static void forgetTheDead(Run run, Map<Long, ProcessEntry> living) {
        run.members().entrySet().removeIf(member -> !isSame(living.get(member.getKey()), member.getValue()));
    }

    /** Members, and those whose marks could not be read yet. */
    private Set<Long> wanted(Collection<Run> runs, Run orphans) {
        Set<Long> wanted = new HashSet<>(unread);
        wanted.addAll(orphans.members().keySet());
        runs.forEach(run -> wanted.addAll(run.members().keySet()));
        return wanted;
    }

    /** A session outlives its leader, and its number with it; without any member left it might be somebody else's. */
    private static void addGroups(Collection<Run> runs, Map<Long, ProcessEntry> living) {
        Map<Long, Run> byLeader = new HashMap<>();
        runs.stream().filter(run -> !run.members().isEmpty()).forEach(run -> byLeader.put(run.leader(), run));
        for (ProcessEntry entry : living.values()) {
            Run run = byLeader.getOrDefault(entry.session(), byLeader.get(entry.group()));
            if (run != null) {
                run.members().put(entry.pid(), entry.startTicks());
            }
        }
    }

    private void addMarked(Collection<Run> runs, Run orphans, Map<Long, ProcessEntry> living) {
        Set<Long> known = new HashSet<>(orphans.members().keySet());
        runs.forEach(run -> known.addAll(run.members().keySet()));
        unread.clear();
        for (ProcessEntry entry : living.values()) {
            if (known.contains(entry.pid()) || isSame(entry, unmarked.getOrDefault(entry.pid(), -1L))) {
                continue;
            }
            try {
                addIfMarked(entry, runs, orphans);
            } catch (IOException e) {
                // Not known to be without a mark: it is asked again at the next look.
                unread.add(entry.pid());
            }
        }
    }

    private void addIfMarked(ProcessEntry entry, Collection<Run> runs, Run orphans) throws IOException {
        Optional<String> variable = platform.marker(entry.pid(), marker.prefix());
        OptionalLong limit = platform.residentLimit(entry.pid());
        if (variable.isPresent() || (limit.isPresent() && marker.isLimit(limit.getAsLong()))) {
            long kib = FleetMarker.limitOfBytes(limit.orElse(0));
            runs.stream()
                    .filter(run -> run.marker().equals(variable.orElse("")) || run.limit() == kib)
                    .findFirst()
                    .orElse(orphans)
                    .members()
                    .put(entry.pid(), entry.startTicks());
        } else {
            unmarked.put(entry.pid(), entry.startTicks());
        }
    }

    private static void addDescendants(Run run, Map<Long, List<ProcessEntry>> children) {
        List<Long> open = new ArrayList<>(run.members().keySet());
        while (!open.isEmpty()) {
            for (ProcessEntry child : children.getOrDefault(open.removeLast(), List.of())) {
                if (!child.zombie() && run.members().putIfAbsent(child.pid(), child.startTicks()) == null) {
                    open.add(child.pid());
                }
            }
        }
    }

    /** Orphans come to Brummer because it is the sub-reaper (prctl(2), PR_SET_CHILD_SUBREAPER). */
    private void adopt(Collection<Run> runs, Run orphans, Set<Long> ours, Map<Long, ProcessEntry> living) {
        Set<Long> known = new HashSet<>(ours);
        runs.forEach(run -> known.addAll(run.members().keySet()));
        for (ProcessEntry entry : living.values()) {
            if (entry.parent() == self && !known.contains(entry.pid())) {
                writer(runs, entry.pid()).orElse(orphans).members().put(entry.pid(), entry.startTicks());
            }
        }
    }

    /** The run whose pipes or terminal a process holds. */
    private Optional<Run> writer(Collection<Run> runs, long pid) {
        Set<String> held = platform.streams(pid);
        return runs.stream()
                .filter(run -> run.streams().stream().anyMatch(stream -> held.contains(stream.inode())))
                .findFirst();
    }

    static boolean isSame(@Nullable ProcessEntry entry, long ticks) {
        return entry != null && entry.startTicks() == ticks;
    }
}
