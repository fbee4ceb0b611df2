package dev.brummer.process;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/** What OSHI knows of processes, for systems without {@code /proc}. Loaded with the first question, which takes long. */
final class OshiProcesses {
    private OshiProcesses() {}

    static Map<Long, Platform.Spent> spent(Collection<ProcessEntry> processes) {
        List<Integer> pids = processes.stream().map(process -> (int) process.pid()).toList();
        Map<Long, Platform.Spent> spent = new HashMap<>();
        for (OSProcess process : Loaded.SYSTEM.getProcesses(pids)) {
            spent.put((long) process.getProcessID(), spent(process));
        }
        return spent;
    }

    private static Platform.Spent spent(OSProcess process) {
        Duration own = Duration.ofMillis(process.getKernelTime() + process.getUserTime());
        return new Platform.Spent(own, Duration.ZERO, process.getResidentMemory());
    }

    private static final class Loaded {
        static final OperatingSystem SYSTEM = new SystemInfo().getOperatingSystem();
    }
}
