package dev.brummer.process;

import dev.brummer.core.model.PosixSignal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * macOS, through its calls, ps(1) and lsof(8). Sessions are not shown there, so a run is its process group and what
 * descends from its members.
 */
final class MacPlatform implements Platform {
    // macOS has no setsid(1); its perl has had POSIX::setsid since there is a macOS.
    private static final List<String> NEW_SESSION = List.of(
            "/usr/bin/perl", "-MPOSIX", "-e", "POSIX::setsid(); exec {$ARGV[0]} @ARGV or exit 127");
    // TIOCSCTTY of tty(4): there, opening a terminal does not make it control the session.
    private static final String ON_TERMINAL = "POSIX::setsid(); my $name = shift; open(STDIN, '+<', $name)"
            + " && ioctl(STDIN, 0x20007461, 0) && open(STDOUT, '>&', STDIN) && open(STDERR, '>&', STDIN) or exit 126;"
            + " exec {$ARGV[0]} @ARGV or exit 127";
    private static final SignalNumbers SIGNALS = SignalNumbers.MACOS;

    private final PosixCalls calls;

    MacPlatform(PosixCalls calls) {
        this.calls = calls;
    }

    @Override
    public ChildPipe pipe() throws IOException {
        return ChildPipe.open(calls, "/dev/fd/", Optional.empty());
    }

    @Override
    public PseudoTerminal terminal() throws IOException {
        return PseudoTerminal.open(calls, TerminalDevice.Numbers.MACOS);
    }

    @Override
    public List<String> newSession() {
        return NEW_SESSION;
    }

    @Override
    public List<String> newSession(PseudoTerminal terminal) {
        return List.of("/usr/bin/perl", "-MPOSIX", "-e", ON_TERMINAL, terminal.name());
    }

    /** macOS heeds this limit and does not show it. */
    @Override
    public String limitStatement(long limit) {
        return "";
    }

    @Override
    public OptionalLong residentLimit(long pid) {
        return OptionalLong.empty();
    }

    @Override
    public List<ProcessEntry> processes() throws IOException {
        List<ProcessEntry> entries = new ArrayList<>();
        for (String line : output("ps", "-axo", "pid=,ppid=,pgid=,stat=,lstart=")) {
            String[] fields = line.strip().split("\\s+", 5);
            if (fields.length == 5) {
                long group = Long.parseLong(fields[2]);
                entries.add(new ProcessEntry(
                        Long.parseLong(fields[0]),
                        Long.parseLong(fields[1]),
                        group,
                        group,
                        fields[4].hashCode(),
                        fields[3].startsWith("Z")));
            }
        }
        if (entries.isEmpty()) {
            throw new IOException("ps(1) shows no processes");
        }
        return entries;
    }

    @Override
    public List<ProcessEntry> kin(Set<Long> wanted) throws IOException {
        return processes();
    }

    @Override
    public Map<Long, Spent> spent(Collection<ProcessEntry> processes) {
        return OshiProcesses.spent(processes);
    }

    @Override
    public OptionalLong ticks(long pid) throws IOException {
        return processes().stream().filter(entry -> entry.pid() == pid).mapToLong(ProcessEntry::startTicks).findFirst();
    }

    @Override
    public String bootId() throws IOException {
        return String.join("", output("sysctl", "-n", "kern.bootsessionuuid"));
    }

    /** macOS has no sub-reapers: what loses its parent goes to launchd. */
    @Override
    public void becomeReaper() {}

    @Override
    public void keepIgnoredSignalsFromOthers() {
        IgnoredSignals.keepFromOthers(SignalNumbers.MACOS);
    }

    /** Without a sub-reaper there are no adopted children. */
    @Override
    public void reap(long pid) {}

    /** ps(1) shows the environment of one's own processes behind their command. */
    @Override
    public Optional<String> marker(long pid, String prefix) throws IOException {
        for (String line : output("ps", "-E", "-ww", "-o", "command=", "-p", Long.toString(pid))) {
            int at = line.indexOf(' ' + prefix) + 1;
            if (at > 0) {
                return Optional.of(line.substring(at, Math.max(at, line.indexOf('=', at))));
            }
        }
        return Optional.empty();
    }

    @Override
    public Set<String> streams(long pid) {
        return Set.of();
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
        return LsofRows.parse(output("lsof", "-nP", "-iTCP", "-sTCP:LISTEN", "-Fpn")).listeners();
    }

    @Override
    public Sockets tcp() throws IOException {
        return LsofRows.parse(output("lsof", "-nP", "-iTCP", "-sTCP:LISTEN,ESTABLISHED", "-Fpn"));
    }

    @Override
    public Set<Long> sockets(Set<Long> pids) {
        return pids;
    }

    @Override
    public Set<Long> holders(Set<Long> socketInodes, Set<Long> amongPids) {
        Set<Long> holders = new HashSet<>(amongPids);
        holders.retainAll(socketInodes);
        return holders;
    }

    @Override
    public Optional<String> describe(long pid) {
        return said("command=", pid).map(command -> "'" + command.strip() + "' (pid " + pid + ")");
    }

    @Override
    public boolean isJavaMachine(long pid) {
        return said("comm=", pid).filter(name -> name.endsWith("/java")).isPresent();
    }

    /** What ps(1) says of a process; nothing where it cannot be run. */
    private static Optional<String> said(String column, long pid) {
        try {
            return output("ps", "-o", column, "-p", Long.toString(pid)).stream().findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<String> output(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
}
