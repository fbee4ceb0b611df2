package dev.brummer.logs;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The folder of one start of Brummer and the segment files in it. Names sort by age. */
record StartFolder(Path path) {
    private static final String SUFFIX = ".segment";
    private static final Pattern TIME =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T\\d{2})-(\\d{2})-(\\d{2}\\.\\d{6}Z)");

    /** Makes the folder of a start that begins at {@code time}, with its parents. */
    static StartFolder create(Path journal, Instant time) throws IOException {
        Files.createDirectories(journal);
        String name = name(time);
        for (int attempt = 2; ; attempt++) {
            try {
                return new StartFolder(Files.createDirectory(journal.resolve(name)));
            } catch (FileAlreadyExistsException e) {
                name = name(time) + "-" + attempt;
            }
        }
    }

    // Written out, for the first formatter of the JDK costs milliseconds at the start.
    private static String name(Instant time) {
        LocalDateTime at = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        return at.toLocalDate() + "T" + padded(at.getHour(), 2) + "-" + padded(at.getMinute(), 2) + "-"
                + padded(at.getSecond(), 2) + "." + padded(at.getNano() / 1000, 6) + "Z";
    }

    private static String padded(int number, int digits) {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    /** All starts in a journal's folder, oldest first. */
    static List<StartFolder> all(Path journal) throws IOException {
        return sorted(journal, "????-??-??T*").stream().map(StartFolder::new).toList();
    }

    /** The name of the start. */
    String name() {
        return String.valueOf(path.getFileName());
    }

    /** When the start began, as its name says; empty where it is no such name. */
    Optional<Instant> begin() {
        Matcher time = TIME.matcher(name());
        return time.lookingAt()
                ? Optional.of(Instant.parse(time.group(1) + ":" + time.group(2) + ":" + time.group(3)))
                : Optional.empty();
    }

    /** Where the segment of that number is, or is to be. */
    Path segment(int number) {
        return path.resolve(padded(number, 8) + SUFFIX);
    }

    /** The files of all segments, oldest first. */
    List<Path> segments() throws IOException {
        return sorted(path, "[0-9]*" + SUFFIX);
    }

    /** The number of a segment's file. */
    static int number(Path segment) {
        String name = String.valueOf(segment.getFileName());
        return Integer.parseInt(name.substring(0, name.length() - SUFFIX.length()));
    }

    private static List<Path> sorted(Path folder, String glob) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
            entries.forEach(found::add);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
        Collections.sort(found);
        return found;
    }
}
