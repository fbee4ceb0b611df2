package dev.brummer.cli.capsule;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The capsules of a project: {@code .brummer/capsules/<time>.zip}, the newest ten. */
public record CapsuleFolder(Path path) {
    private static final int KEPT = 10;
    private static final String SUFFIX = ".zip";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** @param own {@code .brummer} of the project */
    public static CapsuleFolder in(Path own) {
        return new CapsuleFolder(own.resolve("capsules"));
    }

    /**
     * Keeps a capsule, and removes the oldest ones beyond ten.
     *
     * @return where it is
     * @throws IOException if it cannot be written
     */
    public CapsuleFile keep(Capsule capsule, Instant time) throws IOException {
        Files.createDirectories(path);
        CapsuleFile file = free(time);
        file.write(capsule, time);
        List<CapsuleFile> all = all();
        for (CapsuleFile old : all.subList(0, Math.max(0, all.size() - KEPT))) {
            Files.deleteIfExists(old.path());
        }
        return file;
    }

    private CapsuleFile free(Instant time) {
        Path file = path.resolve(NAME.format(time) + SUFFIX);
        return Files.exists(file) ? free(time.plusMillis(1)) : new CapsuleFile(file);
    }

    /**
     * Those that are kept, the oldest first.
     *
     * @throws IOException if they cannot be listed
     */
    public List<CapsuleFile> all() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        List<CapsuleFile> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "????-??-??T*" + SUFFIX)) {
            files.forEach(file -> all.add(new CapsuleFile(file)));
        }
        all.sort((one, other) -> one.path().compareTo(other.path()));
        return all;
    }

    /**
     * What somebody means: a file, or the beginning of the name of one that is kept.
     *
     * @throws NoCapsuleException if there is none such, or more than one
     * @throws IOException if they cannot be listed
     */
    public CapsuleFile meant(String word) throws NoCapsuleException, IOException {
        Optional<Path> file = file(word);
        if (file.isPresent()) {
            return new CapsuleFile(file.get());
        }
        List<CapsuleFile> fitting = all().stream()
                .filter(each -> String.valueOf(each.path().getFileName()).startsWith(word))
                .toList();
        if (fitting.size() > 1) {
            throw new NoCapsuleException("'" + word + "' is the beginning of " + fitting.size()
                    + " capsules; 'brum capsule' lists them");
        }
        if (fitting.isEmpty()) {
            throw new NoCapsuleException("there is no file '" + word + "', and no capsule of that name in " + path);
        }
        return fitting.getFirst();
    }

    private static Optional<Path> file(String word) {
        try {
            return Optional.of(Path.of(word)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * The newest one.
     *
     * @throws NoCapsuleException if there is none
     * @throws IOException if they cannot be listed
     */
    public CapsuleFile newest() throws NoCapsuleException, IOException {
        List<CapsuleFile> all = all();
        if (all.isEmpty()) {
            throw new NoCapsuleException("no test has failed here yet: there are no capsules in " + path);
        }
        return all.getLast();
    }
}
