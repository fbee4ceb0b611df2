package dev.brummer.process;

import dev.brummer.core.model.PosixSignal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** Linux, through its calls and {@code /proc} (proc(5)). */
final class LinuxPlatform implements Platform {
    private static final Path PROC = Path.of("/proc");
    private static final String OF = "/proc/";
    private static final String RESIDENT = "Max resident set";
    private static final SignalNumbers SIGNALS = SignalNumbers.LINUX;

    private final PosixCalls calls;
    private final ProcFiles files;
    private final ProcTable table;
    private final PipeRoom room = new PipeRoom();
    private volatile boolean reaper;

    LinuxPlatform(PosixCalls calls) {
        this.calls = calls;
        this.files = new ProcFiles(calls);
        this.table = new ProcTable(files, PROC.toString(), ProcessHandle.current().pid());
    }

    @Override
    public ChildPipe pipe() throws IOException {
        return ChildPipe.open(calls, "/proc/self/fd/", Optional.of(room));
    }

    @Override
    public PseudoTerminal terminal() throws IOException {
        return PseudoTerminal.open(calls, TerminalDevice.Numbers.LINUX);
    }

    @Override
    public List<String> newSession() {
        return List.of("setsid");
    }

    /** The first terminal that the leader of a session opens controls it, where nothing else does. */
    @Override
    public List<String> newSession(PseudoTerminal terminal) {
        return List.of("setsid", "/bin/sh", "-c", "exec <>\"$0\" >&0 2>&0; exec \"$@\"", terminal.name());
    }

    @Override
    public String limitStatement(long limit) {
        return "ulimit -Sm " + limit + " 2>/dev/null; ";
    }

    /** The soft limit of the resident set; a process that is just ending has an empty file. */
    static OptionalLong parseLimits(String limits) {
        int at = limits.indexOf(RESIDENT);
        if (at < 0) {
            return OptionalLong.empty();
        }
        String soft = limits.substring(at + RESIDENT.length()).strip().split(" ", 2)[0];
        return soft.chars().allMatch(Character::isDigit) && !soft.isEmpty()
                ? OptionalLong.of(Long.parseLong(soft))
                : OptionalLong.empty();
    }

    /** proc_pid_limits(5). */
    @Override
    public OptionalLong residentLimit(long pid) throws IOException {
        return files.record(OF + pid + "/limits")
                .map(limits -> parseLimits(new String(limits, StandardCharsets.ISO_8859_1)))
                .orElse(OptionalLong.empty());
    }

    @Override
    public List<ProcessEntry> processes() throws IOException {
        return table.all();
    }

    @Override
    public List<ProcessEntry> kin(Set<Long> wanted) throws IOException {
        return reaper ? table.kin(wanted) : table.all();
    }

    @Override
    public Map<Long, Spent> spent(Collection<ProcessEntry> processes) {
        Map<Long, Spent> spent = new HashMap<>();
        processes.forEach(process -> spent.put(process.pid(), Units.spent(process.cost())));
        return spent;
    }

    @Override
    public OptionalLong ticks(long pid) throws IOException {
        return table.row(Long.toString(pid)).stream().mapToLong(ProcessEntry::startTicks).findFirst();
    }

    @Override
    public String bootId() throws IOException {
        return Files.readString(PROC.resolve("sys/kernel/random/boot_id"), StandardCharsets.US_ASCII).strip();
    }

    @Override
    public void becomeReaper() {
        calls.becomeSubReaper();
        reaper = true;
    }

    @Override
    public void keepIgnoredSignalsFromOthers() {
        IgnoredSignals.keepFromOthers(SignalNumbers.LINUX);
    }

    @Override
    public void reap(long pid) {
        calls.reap(pid);
    }

    /** proc_pid_environ(5): the environment a program was started with, each variable ended by a zero byte. */
    @Override
    public Optional<String> marker(long pid, String prefix) throws IOException {
        return files.all(OF + pid + "/environ")
                .flatMap(variables -> first(new String(variables, StandardCharsets.ISO_8859_1), prefix));
    }

    private static Optional<String> first(String environment, String prefix) {
        int at = environment.startsWith(prefix) ? 0 : environment.indexOf('\0' + prefix) + 1;
        if (at == 0 && !environment.startsWith(prefix)) {
            return Optional.empty();
        }
        return Optional.of(environment.substring(at, Math.max(at, environment.indexOf('=', at))));
    }

    @Override
    public Set<String> streams(long pid) {
        Set<String> streams = new HashSet<>();
        for (int descriptor = 0; descriptor <= 2; descriptor++) {
            try {
                streams.add(Files.readSymbolicLink(PROC.resolve(pid + "/fd/" + descriptor)).toString());
            } catch (IOException closedOrGone) {
                continue;
            }
        }
        return streams;
    }

    @Override
    public void signal(long pid, PosixSignal signal) {
        calls.kill(pid, SIGNALS.number(signal));
    }

    @Override
    public void signalGroup(long group, PosixSignal signal) {
        calls.kill(-group, SIGNALS.number(signal));
    }

    @Override
    public List<Listener> listeners() throws IOException {
        List<Listener> listeners = new ArrayList<>();
        eachSocket(row -> {
            if (row.isListening()) {
                listeners.add(row.listener());
            }
        });
        return listeners;
    }

    @Override
    public Sockets tcp() throws IOException {
        Sockets sockets = new Sockets(new ArrayList<>(), new ArrayList<>());
        eachSocket(row -> {
            if (row.isListening()) {
                sockets.listeners().add(row.listener());
            } else if (row.isEstablished()) {
                sockets.links().add(row.link());
            }
        });
        return sockets;
    }

    private void eachSocket(Consumer<SocketRow> to) throws IOException {
        // A kernel without IPv6 has no tcp6.
        for (String table : List.of("net/tcp", "net/tcp6")) {
            files.all(OF + table).ifPresent(rows -> SocketRow.each(new String(rows, StandardCharsets.ISO_8859_1), to));
        }
    }

    @Override
    public Set<Long> holders(Set<Long> socketInodes, Set<Long> amongPids) throws IOException {
        Set<Long> holders = new HashSet<>();
        for (long pid : amongPids) {
            if (!Collections.disjoint(sockets(pid), socketInodes)) {
                holders.add(pid);
            }
        }
        return holders;
    }

    @Override
    public Set<Long> sockets(Set<Long> pids) throws IOException {
        Set<Long> sockets = new HashSet<>();
        for (long pid : pids) {
            sockets.addAll(sockets(pid));
        }
        return sockets;
    }

    private Set<Long> sockets(long pid) throws IOException {
        Set<Long> sockets = new HashSet<>();
        String folder = OF + pid + "/fd";
        for (String descriptor : files.names(folder).orElse(new String[0])) {
            sockets.add(socketInode(Path.of(folder, descriptor)));
        }
        return sockets;
    }

    /** The inode of {@code socket:[4711]}, or -1. */
    private static long socketInode(Path descriptor) {
        try {
            String link = Files.readSymbolicLink(descriptor).toString();
            return link.startsWith("socket:[") ? Long.parseLong(link, 8, link.length() - 1, 10) : -1;
        } catch (IOException closedMeanwhile) {
            return -1;
        }
    }

    @Override
    public Optional<String> describe(long pid) {
        try {
            String line = Files.readString(PROC.resolve(pid + "/cmdline"), StandardCharsets.UTF_8)
                    .replaceAll("\\p{Cntrl}", " ")
                    .strip();
            String folder = Files.readSymbolicLink(PROC.resolve(pid + "/cwd")).toString();
            return Optional.of("'" + (line.length() > 80 ? line.substring(0, 80) + "…" : line) + "' (pid " + pid + ", in " + folder + ")");
        } catch (IOException goneOrForeign) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isJavaMachine(long pid) {
        try {
            return Files.readSymbolicLink(PROC.resolve(pid + "/exe")).endsWith("java");
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    /** What the kernel counts in, by sysconf(3). */
    private static final class Units {
        private static final int TICKS_PER_SECOND = 2;
        private static final int PAGE_SIZE = 30;

        private static final Duration TICK = Duration.ofSeconds(1).dividedBy(ofSystem(TICKS_PER_SECOND));
        private static final long PAGE = ofSystem(PAGE_SIZE);

        static Spent spent(ProcessEntry.Cost cost) {
            return new Spent(
                    TICK.multipliedBy(cost.ownTicks()),
                    TICK.multipliedBy(cost.childTicks()),
                    cost.residentPages() * PAGE);
        }

        private static long ofSystem(int name) {
            return PosixCalls.result("sysconf", name, 0, 0);
        }
    }
}
