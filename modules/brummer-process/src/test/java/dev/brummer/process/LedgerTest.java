package dev.brummer.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
    private final FleetMarker marker = FleetMarker.fresh();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("ledger");
    }

    private Ledger.Left left() throws IOException {
        return Ledger.left(folder).orElseThrow();
    }

    private static void write(Ledger ledger, String... lines) throws IOException {
        ledger.write(List.of(lines), List::of);
    }

    @Test
    void withoutALedgerNothingWasLeft() throws IOException {
        assertThat(Ledger.left(folder)).isEmpty();
    }

    @Test
    void aLedgerTellsWhoIsLeftAndOfWhichFleetAndBoot() throws IOException {
        Ledger ledger = Ledger.begin(folder, "boot-1", marker);
        write(ledger, "r 10", "+ 10 500", "+ 11 501");
        write(ledger, "- 10 500", "o 10");
        assertThat(left().bootId()).isEqualTo("boot-1");
        assertThat(left().marker()).isEqualTo(marker);
        assertThat(left().members()).containsExactly("11 501");
        ledger.close();
    }

    @Test
    void aNormalEndLeavesNoLedger() throws IOException {
        Ledger.begin(folder, "boot-1", marker).close();
        assertThat(file).doesNotExist();
    }

    @Test
    void aNewFleetForgetsTheOldLedger() throws IOException {
        write(Ledger.begin(folder, "boot-1", FleetMarker.fresh()), "+ 10 500");
        Ledger.begin(folder, "boot-2", marker);
        assertThat(left()).isEqualTo(new Ledger.Left("boot-2", marker, Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "+ ", "+ 12", "+ 12 "})
    void aTornLastLineNamesNobody(String torn) throws IOException {
        write(Ledger.begin(folder, "boot-1", marker), "+ 10 500");
        Files.writeString(file, Files.readString(file) + torn);
        assertThat(left().members()).containsExactly("10 500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "boot-1", "boot-1\n", "boot-1\nBRUM_RUN_", "boot-1\nBRUM_RUN_0123", "boot-1\nPATH\n"})
    void aTornHeadingNamesNobodyForItsMarkerWouldBeThatOfOtherFleets(String torn) throws IOException {
        Files.writeString(file, torn);
        assertThat(Ledger.left(folder)).isEmpty();
    }

    @Test
    void bytesThatAreNoTextNameNobody() throws IOException {
        Files.write(file, new byte[] {(byte) 0xff, 0, (byte) 0xfe, '\n', '\n'});
        assertThat(Ledger.left(folder)).isEmpty();
    }

    @Test
    void aLongLedgerIsWrittenAnewWithWhatStillHolds() throws IOException {
        Ledger ledger = Ledger.begin(folder, "boot-1", marker);
        for (int i = 0; i < 10_000; i++) {
            ledger.write(List.of("+ " + i + " 1", "- " + i + " 1"), () -> List.of("r 7", "+ 7 70"));
        }
        ledger.write(List.of("+ 8 80"), () -> List.of("r 7", "+ 7 70", "+ 8 80"));
        assertThat(left().members()).containsExactly("7 70", "8 80");
        assertThat(Files.readAllLines(file).size()).isLessThan(2100);
        ledger.close();
    }

    @Test
    void evenAFleetLargerThanTheBoundIsKeptWhole() throws IOException {
        List<String> all = IntStream.range(0, 3000).mapToObj(i -> "+ " + i + " 1").toList();
        Ledger ledger = Ledger.begin(folder, "boot-1", marker);
        ledger.write(all, () -> all);
        assertThat(left().members()).hasSize(3000);
        ledger.close();
    }
}
