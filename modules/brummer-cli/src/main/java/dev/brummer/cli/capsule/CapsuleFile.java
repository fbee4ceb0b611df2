package dev.brummer.cli.capsule;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A capsule as a zip file. What is read may come from anywhere: no more of it is taken than a capsule may have. */
public record CapsuleFile(Path path) {
    /** No part is larger when it is written. */
    private static final int LARGEST_PART = 32 << 20;

    /**
     * Writes a file that nobody else may read, whole or not at all.
     *
     * @throws IOException if it cannot be written
     */
    void write(Capsule capsule, Instant time) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Path unfinished = Files.createTempFile(folder, ".capsule", ".tmp");
        try {
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(unfinished));
                    ZipOutputStream zip = new ZipOutputStream(file)) {
                for (Map.Entry<Part, String> part : capsule.parts().entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey().file()).setLastModifiedTime(FileTime.from(time)));
                    zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
            Path ignored = Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /**
     * Reads a part of one.
     *
     * @throws NoCapsuleException if it is none, or has no such part
     * @throws IOException if it cannot be read
     */
    public String text(Part part) throws NoCapsuleException, IOException {
        try (ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8)) {
            if (zip.getEntry(Part.REPORT.file()) == null) {
                throw new NoCapsuleException(path + " is no capsule: it has no " + Part.REPORT.file());
            }
            ZipEntry entry = zip.getEntry(part.file());
            if (entry == null) {
                throw new NoCapsuleException(path + " has no " + part.file());
            }
            return text(zip, entry);
        } catch (ZipException e) {
            throw new NoCapsuleException(path + " is no capsule: " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new NoCapsuleException("there is no file " + path, e);
        }
    }

    /**
     * The outcome in one line.
     *
     * @throws NoCapsuleException if it is no capsule
     * @throws IOException if it cannot be read
     */
    public String headline() throws NoCapsuleException, IOException {
        return text(Part.REPORT).lines().findFirst().orElse("");
    }

    private String text(ZipFile zip, ZipEntry entry) throws NoCapsuleException, IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            byte[] bytes = content.readNBytes(LARGEST_PART + 1);
            if (bytes.length > LARGEST_PART) {
                throw new NoCapsuleException(path + " is no capsule: " + entry.getName() + " is too large for one");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
