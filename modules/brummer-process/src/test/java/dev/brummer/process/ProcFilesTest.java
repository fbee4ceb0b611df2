package dev.brummer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
@Timeout(20)
class ProcFilesTest {
    private final ProcFiles files = new ProcFiles(new PosixCalls());
    private final long self = ProcessHandle.current().pid();

    @TempDir
    private Path folder;

    @Test
    void aRecordIsReadWhole() throws IOException {
        String stat = new String(files.record("/proc/self/stat").orElseThrow(), StandardCharsets.ISO_8859_1);
        assertThat(stat).startsWith(self + " (").endsWith("\n");
        assertThat(stat.substring(stat.lastIndexOf(')') + 2).split(" ")).hasSizeGreaterThan(40);
    }

    @Test
    void aFileOfAnyLengthIsReadWhole() throws IOException {
        byte[] text = "0123456789".repeat(20_000).getBytes(StandardCharsets.US_ASCII);
        Path file = Files.write(folder.resolve("long"), text);
        assertThat(files.all(file.toString())).hasValue(text);
        assertThat(files.all(Files.createFile(folder.resolve("empty")).toString())).hasValue(new byte[0]);
    }

    @Test
    void theNamesInAFolderAreAll() throws IOException {
        assertThat(files.names("/proc").orElseThrow()).contains("self", Long.toString(self));
    }

    @Test
    void whatIsNotThereIsAbsent() throws IOException {
        assertThat(files.record("/proc/" + Integer.MAX_VALUE + "/stat")).isEmpty();
        assertThat(files.all(folder + "/nothing")).isEmpty();
        assertThat(files.names("/proc/" + Integer.MAX_VALUE + "/fd")).isEmpty();
    }

    @Test
    void whatCannotBeReadForAnotherReasonIsNotAbsent() {
        assertThatThrownBy(() -> files.all(folder.toString()))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + " cannot be read (error 21)");
    }

    @Test
    void noDescriptorStaysOpenButTheSpareOne() throws IOException {
        files.record("/proc/self/stat");
        int before = files.names("/proc/self/fd").orElseThrow().length;
        for (int time = 0; time < 50; time++) {
            files.record("/proc/self/stat");
            files.all("/proc/self/environ");
            files.all("/proc/" + Integer.MAX_VALUE + "/environ");
            files.names("/proc/self/fd");
        }
        assertThat(files.names("/proc/self/fd").orElseThrow().length).isLessThan(before + 50);
    }

    @Test
    void aProcessTableIsReadWholeWhenNoHandleIsLeft() throws Exception {
        Process alone = new ProcessBuilder(
                        "sh", "-c", "ulimit -n 256; exec \"$@\"", "sh",
                        System.getProperty("java.home") + "/bin/java",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-cp", System.getProperty("java.class.path"),
                        OutOfHandles.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(alone.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(alone.waitFor(15, TimeUnit.SECONDS)).isTrue();
        assertThat(said.lines()).containsExactly("no handle is left", "sees itself and its parent", "has its ticks");
    }

    /** Opens all that it may, and then looks at the process table. */
    static final class OutOfHandles {
        private OutOfHandles() {}

        public static void main(String[] arguments) throws IOException {
            LinuxPlatform platform = new LinuxPlatform(new PosixCalls());
            ProcessHandle self = ProcessHandle.current();
            long parent = self.parent().orElseThrow().pid();
            int before = platform.processes().size();
            System.out.print(before > 1 ? "" : "sees nobody\n");
            List<FileChannel> open = new ArrayList<>();
            try {
                while (true) {
                    open.add(FileChannel.open(Path.of("/dev/null")));
                }
            } catch (FileSystemException e) {
                System.out.println("no handle is left");
            }
            List<Long> seen = platform.processes().stream().map(ProcessEntry::pid).toList();
            boolean both = seen.contains(self.pid()) && seen.contains(parent);
            System.out.println(both ? "sees itself and its parent" : seen);
            System.out.println(platform.ticks(self.pid()).isPresent() ? "has its ticks" : "is gone");
        }
    }
}
