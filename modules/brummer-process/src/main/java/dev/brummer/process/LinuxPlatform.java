package dev.brummer.process;

import dev.brummer.core.model.PosixSignal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Linux, through its calls and {@code /proc} (proc(5)). */
final class LinuxPlatform implements Platform {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTEN = "0A";
    private static final String RESIDENT = "Max resident set";
    private static final SignalNumbers SIGNALS = SignalNumbers.LINUX;

    private final PosixCalls calls;

    LinuxPlatform(PosixCalls calls) {
        this.calls = calls;
    }

    @Override
    public ChildPipe pipe() throws IOException {
        return ChildPipe.open(calls, "/proc/self/fd/");
    }

    @Override
    public List<String> newSession() {
        return List.of("setsid");
    }

    @Override
    public String limitStatement(long limit) {
        return "ulimit -Sm " + limit + " 2>/dev/null; ";
    }

    /** proc_pid_limits(5). */
    @Override
    public OptionalLong residentLimit(long pid) {
        try {
            String limits = Files.readString(PROC.resolve(pid + "/limits"), StandardCharsets.US_ASCII);
            String soft = limits.substring(limits.indexOf(RESIDENT) + RESIDENT.length()).strip().split(" ", 2)[0];
            return soft.equals("unlimited") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(soft));
        } catch (IOException goneOrForeign) {
            return OptionalLong.empty();
        }
    }

    @Override
    public List<ProcessEntry> processes() {
        List<ProcessEntry> entries = new ArrayList<>(256);
        String[] names = PROC.toFile().list();
        for (String name : names == null ? new String[0] : names) {
            char first = name.charAt(0);
            if (first >= '0' && first <= '9') {
                entry(name).ifPresent(entries::add);
            }
        }
        return entries;
    }

    private static Optional<ProcessEntry> entry(String pid) {
        try {
            return Optional.of(parseStat(Files.readString(PROC.resolve(pid).resolve("stat"), StandardCharsets.ISO_8859_1)));
        } catch (IOException goneMeanwhile) {
            return Optional.empty();
        }
    }

    /** proc_pid_stat(5): the command in parentheses may hold anything, so fields count from the last one. */
    static ProcessEntry parseStat(String stat) {
        long pid = Long.parseLong(stat, 0, stat.indexOf(' '), 10);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 21);
        boolean zombie = fields[0].equals("Z") || fields[0].equals("X");
        return new ProcessEntry(
                pid,
                Long.parseLong(fields[1]),
                Long.parseLong(fields[2]),
                Long.parseLong(fields[3]),
                Long.parseLong(fields[19]),
                zombie);
    }

    @Override
    public OptionalLong ticks(long pid) {
        return entry(Long.toString(pid)).stream().mapToLong(ProcessEntry::startTicks).findFirst();
    }

    @Override
    public String bootId() {
        try {
            return Files.readString(PROC.resolve("sys/kernel/random/boot_id"), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new IllegalStateException("reading the boot id", e);
        }
    }

    @Override
    public void becomeReaper() {
        calls.becomeSubReaper();
    }

    @Override
    public void reap(long pid) {
        calls.reap(pid);
    }

    /** proc_pid_environ(5): the environment a program was started with, each variable ended by a zero byte. */
    @Override
    public Optional<String> marker(long pid, String prefix) {
        try {
            String environment = Files.readString(PROC.resolve(pid + "/environ"), StandardCharsets.ISO_8859_1);
            int at = environment.startsWith(prefix) ? 0 : environment.indexOf('\0' + prefix) + 1;
            if (at == 0 && !environment.startsWith(prefix)) {
                return Optional.empty();
            }
            return Optional.of(environment.substring(at, Math.max(at, environment.indexOf('=', at))));
        } catch (IOException goneOrForeign) {
            return Optional.empty();
        }
    }

    @Override
    public Set<String> pipes(long pid) {
        Set<String> pipes = new HashSet<>();
        for (int descriptor = 0; descriptor <= 2; descriptor++) {
            try {
                pipes.add(Files.readSymbolicLink(PROC.resolve(pid + "/fd/" + descriptor)).toString());
            } catch (IOException closedOrGone) {
                continue;
            }
        }
        return pipes;
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
    public List<Listener> listeners() {
        List<Listener> listeners = new ArrayList<>();
        readListeners(PROC.resolve("net/tcp"), listeners);
        readListeners(PROC.resolve("net/tcp6"), listeners);
        return listeners;
    }

    private static void readListeners(Path table, List<Listener> into) {
        try {
            for (String line : Files.readAllLines(table, StandardCharsets.ISO_8859_1)) {
                String[] fields = line.strip().split("\\s+", 11);
                if (fields.length > 9 && fields[3].equals(LISTEN)) {
                    int port = Integer.parseInt(fields[1].substring(fields[1].indexOf(':') + 1), 16);
                    into.add(new Listener(port, Long.parseLong(fields[9])));
                }
            }
        } catch (IOException absent) {
            // A kernel without IPv6 has no tcp6; without tcp there is nobody to find.
            return;
        }
    }

    @Override
    public Set<Long> holders(Set<Long> socketInodes, Set<Long> amongPids) {
        Set<Long> holders = new HashSet<>();
        for (long pid : amongPids) {
            if (!Collections.disjoint(sockets(pid), socketInodes)) {
                holders.add(pid);
            }
        }
        return holders;
    }

    @Override
    public Set<Long> sockets(Set<Long> pids) {
        Set<Long> sockets = new HashSet<>();
        pids.forEach(pid -> sockets.addAll(sockets(pid)));
        return sockets;
    }

    private static Set<Long> sockets(long pid) {
        Set<Long> sockets = new HashSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(PROC.resolve(pid + "/fd"))) {
            for (Path descriptor : descriptors) {
                sockets.add(socketInode(descriptor));
            }
        } catch (IOException goneOrForeign) {
            return sockets;
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
                    .replace('\0', ' ')
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
}
