package dev.brummer.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What a client needs to reach a fleet, kept in {@code .brummer/control.json} where nobody but its owner can read it.
 * Immutable.
 *
 * @param endpoint where the server listens: {@code http://127.0.0.1:40123}
 * @param token what every request has to show
 * @param pid the process that listens
 */
record ControlFile(String endpoint, String token, long pid) {
    private static final String NAME = "control.json";

    /**
     * Reads it.
     *
     * @param own {@code .brummer} of the project
     * @return empty where there is none
     * @throws IOException if it cannot be read, or is damaged
     */
    static Optional<ControlFile> read(Path own) throws IOException {
        // A link would be somebody else's doing, and lead clients to a server of theirs.
        try (InputStream in = Files.newInputStream(own.resolve(NAME), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(Json.read(in.readAllBytes(), ControlFile.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes it, whole or not at all.
     *
     * @param own {@code .brummer} of the project
     * @throws IOException if it cannot be written
     */
    void write(Path own) throws IOException {
        Path unfinished = own.resolve(NAME + ".new");
        Files.deleteIfExists(unfinished);
        // Its mode from the first moment: there is none in which somebody else could have opened it.
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(unfinished, options, mode)) {
            ByteBuffer bytes = ByteBuffer.wrap(json());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        Files.move(unfinished, own.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes it away, if it is still this one. */
    void remove(Path own) throws IOException {
        Path file = own.resolve(NAME);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Arrays.equals(Files.readAllBytes(file), json())) {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Put together by hand: to find out how a record is written takes databind 40 ms, for which the first service would
     * wait. Neither an address nor a token holds anything that JSON would escape.
     */
    private byte[] json() {
        String text = "{\"endpoint\":\"" + endpoint + "\",\"token\":\"" + token + "\",\"pid\":" + pid + "}";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Without its token, which is nobody's to see. */
    @Override
    public String toString() {
        return endpoint + ", pid " + pid;
    }
}
