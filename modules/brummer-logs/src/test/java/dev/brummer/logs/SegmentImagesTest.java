package dev.brummer.logs;

import static dev.brummer.logs.TestingJournal.AUTH;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentImagesTest {
    @TempDir
    Path folder;

    @Test
    void aSegmentThatGoesWhileItIsLookedAtIsEmptyThen() throws IOException {
        try (var kit = new TestingJournal(folder)) {
            kit.log(AUTH, 1, "one\n");
            kit.log(AUTH, 1, "two\n");
        }
        Path path = new StartFolder(JournalReader.starts(folder).getFirst()).segments().getFirst();
        var file = new SegmentFile(path, FileChannel::open, StandardOpenOption.READ);
        var segment = new Segment(1, 1, file);
        segment.commit(file.size());
        List<Integer> batches = new ArrayList<>();

        String found = new SegmentImages().with(segment, Long.MAX_VALUE, image -> {
            batches.add(image.count());
            file.close();
            Files.deleteIfExists(path);
            return image.count() == 0 ? "nothing" : image.batch(0, TestingJournal.NO_LEVELS).text(0);
        });

        assertThat(found).isEqualTo("nothing");
        assertThat(batches).containsExactly(2, 0);
    }
}
