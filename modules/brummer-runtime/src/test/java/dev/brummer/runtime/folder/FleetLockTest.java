package dev.brummer.runtime.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetLockTest {
    @TempDir
    private Path project;

    @Test
    void whoHoldsItIsNamedAndNobodyElseGetsIt() throws IOException {
        Path folder = project.resolve(".brummer");
        try (FleetLock lock = FleetLock.acquire(folder).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(FleetLock.acquire(folder)).isEmpty();
            assertThat(FleetLock.owner(folder)).isEqualTo(Long.toString(ProcessHandle.current().pid()));
        }
    }

    @Test
    void itIsFreeOnceItIsClosed() throws IOException {
        FleetLock.acquire(project).orElseThrow().close();
        var again = FleetLock.acquire(project);
        assertThat(again).isPresent();
        again.orElseThrow().close();
    }

    @Test
    void theNameOfAnOlderOwnerIsOverwritten() throws IOException {
        Files.writeString(project.resolve("lock"), "99999999999999");
        try (FleetLock lock = FleetLock.acquire(project).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(FleetLock.owner(project)).isEqualTo(Long.toString(ProcessHandle.current().pid()));
        }
    }

    @Test
    void gitIsToldToLeaveOutWhatBrummerKeepsButNotThePluginsOfTheProject() throws IOException {
        FleetLock.acquire(project).orElseThrow().close();
        assertThat(project.resolve(".gitignore")).content().contains("\n/*\n!/plugins/\n");
    }

    @Test
    void whatAPersonTellsGitStays() throws IOException {
        Path ignore = Files.writeString(project.resolve(".gitignore"), "journal\n");
        FleetLock.acquire(project).orElseThrow().close();
        assertThat(ignore).hasContent("journal\n");
    }
}
