package shop.notifications;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** Where mail goes: a file that begins anew with the service, for nobody at example.com would get it. */
final class Outbox {
    private final Path file;

    Outbox(Path file) {
        this.file = file.toAbsolutePath();
        try {
            Files.createDirectories(this.file.getParent());
            Files.writeString(this.file, "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the outbox " + file, e);
        }
    }

    synchronized void send(String address, String text) {
        try {
            String mail = "%s To: %s%n    %s%n".formatted(Instant.now(), address, text);
            Files.writeString(file, mail, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the outbox " + file, e);
        }
    }
}
