package dev.brummer.runtime;

import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How long services took to get ready, start after start, in a file of the folder: {@code NAME MILLIS…}, the latest last.
 * Used by one thread.
 */
final class StartMemory {
    private static final int KEPT = 9;

    private final Path file;
    private final Map<String, List<Long>> millis = new TreeMap<>();

    private StartMemory(Path file) {
        this.file = file;
    }

    /** What is remembered in {@code .brummer}; a file that cannot be read is no memory. */
    static StartMemory in(Path folder) {
        StartMemory memory = new StartMemory(folder.resolve("starts"));
        try {
            if (Files.exists(memory.file)) {
                Files.readAllLines(memory.file, StandardCharsets.UTF_8).forEach(memory::recall);
            }
        } catch (IOException | NumberFormatException torn) {
            memory.millis.clear();
        }
        return memory;
    }

    private void recall(String line) {
        String[] words = line.split(" ");
        List<Long> times = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            times.add(Long.parseLong(words[i]));
        }
        millis.put(words[0], times);
    }

    /** The middle of what is remembered; empty before the second start. */
    Optional<Duration> usual(ServiceId service) {
        List<Long> times = new ArrayList<>(millis.getOrDefault(service.name(), List.of()));
        Collections.sort(times);
        return times.isEmpty() ? Optional.empty() : Optional.of(Duration.ofMillis(times.get(times.size() / 2)));
    }

    /** Remembers what a service took. */
    void took(ServiceId service, Duration time) {
        List<Long> times = millis.computeIfAbsent(service.name(), _ -> new ArrayList<>());
        times.add(time.toMillis());
        while (times.size() > KEPT) {
            times.removeFirst();
        }
    }

    /** Writes it down, all or nothing. */
    void keep() throws IOException {
        StringBuilder text = new StringBuilder();
        millis.forEach((service, times) -> {
            text.append(service);
            times.forEach(time -> text.append(' ').append(time));
            text.append('\n');
        });
        Path unfinished = file.resolveSibling("starts.new");
        Files.writeString(unfinished, text);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
