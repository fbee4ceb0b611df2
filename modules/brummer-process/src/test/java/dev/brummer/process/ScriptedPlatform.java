package dev.brummer.process;

import dev.brummer.core.model.PosixSignal;
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

/** A machine whose processes are what a test says. */
final class ScriptedPlatform implements Platform {
    final Map<Long, ProcessEntry> table = new HashMap<>();
    final Map<Long, String> markers = new HashMap<>();
    final Map<Long, Long> limits = new HashMap<>();
    final Map<Long, Set<String>> pipes = new HashMap<>();
    final List<Long> reaped = new ArrayList<>();
    final List<String> signals = new ArrayList<>();
    // Those whose files cannot be opened for lack of handles.
    final Set<Long> unreadable = new HashSet<>();
    final List<Long> markerReads = new ArrayList<>();
    // Children of init that have been seen: they do not descend from this process.
    private final Set<Long> strangers = new HashSet<>();
    String boot = "boot-1";
    private final List<String> prefix;

    /** @param prefix the words before a command */
    ScriptedPlatform(String... prefix) {
        this.prefix = List.of(prefix);
    }

    /** A living process in a session and group. */
    ScriptedPlatform process(long pid, long parent, long session) {
        return process(pid, parent, session, pid * 10);
    }

    ScriptedPlatform process(long pid, long parent, long session, long ticks) {
        strangers.remove(pid);
        table.put(pid, new ProcessEntry(pid, parent, session, session, ticks, false));
        return this;
    }

    ScriptedPlatform zombie(long pid, long parent) {
        table.put(pid, new ProcessEntry(pid, parent, pid, pid, pid * 10, true));
        return this;
    }

    void gone(long pid) {
        table.remove(pid);
        markers.remove(pid);
        strangers.remove(pid);
        pipes.remove(pid);
    }

    @Override
    public ChildPipe pipe() {
        throw new UnsupportedOperationException();
    }

    @Override
    public PseudoTerminal terminal() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> newSession(PseudoTerminal terminal) {
        return prefix;
    }

    @Override
    public List<String> newSession() {
        return prefix;
    }

    @Override
    public List<ProcessEntry> processes() {
        return List.copyOf(table.values());
    }

    @Override
    public List<ProcessEntry> kin(Set<Long> wanted) {
        List<ProcessEntry> rows = processes().stream()
                .filter(row -> !strangers.contains(row.pid()) || wanted.contains(row.pid()))
                .toList();
        table.values().stream().filter(row -> row.parent() == 1).forEach(row -> strangers.add(row.pid()));
        return rows;
    }

    @Override
    public Map<Long, Spent> spent(Collection<ProcessEntry> processes) {
        return Map.of();
    }

    @Override
    public OptionalLong ticks(long pid) {
        return table.containsKey(pid) ? OptionalLong.of(table.get(pid).startTicks()) : OptionalLong.empty();
    }

    @Override
    public String bootId() {
        return boot;
    }

    @Override
    public void becomeReaper() {}

    @Override
    public void keepIgnoredSignalsFromOthers() {}

    @Override
    public void reap(long pid) {
        reaped.add(pid);
    }

    @Override
    public Optional<String> marker(long pid, String prefix) throws IOException {
        markerReads.add(pid);
        requireReadable(pid);
        return Optional.ofNullable(markers.get(pid)).filter(marker -> marker.startsWith(prefix));
    }

    private void requireReadable(long pid) throws IOException {
        if (unreadable.contains(pid)) {
            throw new IOException("no file handles are left");
        }
    }

    @Override
    public String limitStatement(long limit) {
        return "";
    }

    @Override
    public OptionalLong residentLimit(long pid) throws IOException {
        requireReadable(pid);
        return limits.containsKey(pid) ? OptionalLong.of(limits.get(pid)) : OptionalLong.empty();
    }

    @Override
    public Set<String> streams(long pid) {
        return pipes.getOrDefault(pid, Set.of());
    }

    @Override
    public void signal(long pid, PosixSignal signal) {
        signals.add(pid + " " + signal);
        if (signal == PosixSignal.SIGKILL) {
            gone(pid);
        }
    }

    @Override
    public void signalGroup(long group, PosixSignal signal) {
        signals.add("-" + group + " " + signal);
    }

    @Override
    public List<Listener> listeners() {
        return List.of();
    }

    @Override
    public Sockets tcp() {
        return new Sockets(List.of(), List.of());
    }

    @Override
    public Set<Long> sockets(Set<Long> pids) {
        return Set.of();
    }

    @Override
    public Set<Long> holders(Set<Long> socketInodes, Set<Long> amongPids) {
        return Set.of();
    }

    @Override
    public Optional<String> describe(long pid) {
        return Optional.empty();
    }

    @Override
    public boolean isJavaMachine(long pid) {
        return false;
    }
}
