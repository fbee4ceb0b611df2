package dev.brummer.process;

import dev.brummer.core.engine.EngineTrouble;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Who belongs to the fleet, told to the guard and written into the ledger at every change. Safe for use by several
 * threads.
 */
final class FleetRecord implements Closeable {
    private final Ledger ledger;
    private final Set<Long> runs = new LinkedHashSet<>();
    private final Map<Long, Long> members = new LinkedHashMap<>();
    private final GuardPost guard;
    // Empty as long as it is what every guard is started with.
    private List<String> grace = List.of();
    private boolean closed;

    /** @throws IOException if the guard cannot be started */
    FleetRecord(Ledger ledger, GuardPost.Starter starter, EngineTrouble trouble) throws IOException {
        this.ledger = ledger;
        this.guard = new GuardPost(this, starter, this::everything, trouble, (pause, task) ->
                CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS).execute(task));
    }

    static FleetRecord begin(
            Platform platform, Path folder, FleetMarker marker, Duration grace, EngineTrouble trouble)
            throws IOException {
        Ledger ledger = Ledger.begin(folder, platform.bootId(), marker);
        try {
            return new FleetRecord(ledger, died -> Guard.start(platform, folder, marker, grace, died), trouble);
        } catch (IOException e) {
            ledger.close();
            throw e;
        }
    }

    /** The guard's own pid; waits where another is just being started. Empty while there is none. */
    synchronized OptionalLong guardPid() {
        return guard.pid();
    }

    /** Stopping may take so long from now on. */
    synchronized void grace(Duration longest) {
        List<String> now = List.of("g " + Guard.seconds(longest));
        if (!now.equals(grace)) {
            grace = now;
            tell(now);
        }
    }

    synchronized void runBegan(long leader) {
        runs.add(leader);
        tell(List.of("r " + leader));
    }

    synchronized void runOver(long leader) {
        runs.remove(leader);
        tell(List.of("o " + leader));
    }

    /** A process belongs to the fleet. */
    synchronized void joined(long pid, long ticks) {
        members.put(pid, ticks);
        tell(List.of("+ " + pid + " " + ticks));
    }

    /** The fleet's members are now these: pid to start ticks. */
    synchronized void members(Map<Long, Long> now) {
        List<String> lines = new ArrayList<>();
        members.entrySet().removeIf(member -> {
            boolean gone = !member.getValue().equals(now.get(member.getKey()));
            if (gone) {
                lines.add("- " + member.getKey() + " " + member.getValue());
            }
            return gone;
        });
        now.forEach((pid, ticks) -> {
            if (members.putIfAbsent(pid, ticks) == null) {
                lines.add("+ " + pid + " " + ticks);
            }
        });
        tell(lines);
    }

    private void tell(List<String> lines) {
        if (!lines.isEmpty() && !closed) {
            guard.tell(lines);
            try {
                ledger.write(lines, this::everything);
            } catch (IOException e) {
                // The guard knows. A full disk must not end supervision; the next change writes the ledger anew.
                return;
            }
        }
    }

    private List<String> everything() {
        List<String> lines = new ArrayList<>(grace);
        runs.forEach(run -> lines.add("r " + run));
        members.forEach((pid, ticks) -> lines.add("+ " + pid + " " + ticks));
        return lines;
    }

    /** After a normal stop: the guard ends, and there is nothing to remember. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        guard.end();
        ledger.close();
    }

    /** The fleet could not be ended: the guard does it, as if Brummer were dead, and is waited for. The ledger stays. */
    synchronized void leaveToGuard() {
        closed = true;
        guard.abandon();
    }
}
