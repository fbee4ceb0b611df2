package dev.brummer.it.kit;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A PostgreSQL of a test's own, as a service, after a task that makes its database. Its superuser is {@code brummer}.
 *
 * @param folder its own, which its user may write to
 */
public record PostgresService(Path folder, Path program, int port) {
    public static final String PASSWORD = "s3cret-of-postgres";

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    // PostgreSQL does not run as root.
    private static final String AS_POSTGRES =
            ROOT ? "setpriv --reuid=postgres --regid=postgres --clear-groups " : "";

    /** One in a folder that is made its own. */
    public static PostgresService in(Path folder, Path program, int port) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        if (ROOT) {
            var users = FileSystems.getDefault().getUserPrincipalLookupService();
            Files.setOwner(folder, users.lookupPrincipalByName("postgres"));
            Files.setOwner(password, users.lookupPrincipalByName("postgres"));
        }
        return new PostgresService(folder, program, port);
    }

    /** Its part of {@code brummer.yaml}; it lets everybody in. */
    public String yaml() {
        return yaml("trust", "");
    }

    /**
     * The same.
     *
     * @param authentication how it lets people in: {@code scram-sha-256}
     * @param options of the server's command
     */
    public String yaml(String authentication, String options) {
        return """
                  initdb:
                    type: task
                    command: >-
                      cd %1$s && %2$s %3$s -D %1$s/data -U brummer -A %6$s --pwfile=%1$s/password --no-sync --locale=C
                      >/dev/null
                  postgres:
                    command: cd %1$s && exec %2$s %4$s -D %1$s/data -p %5$d -k %1$s -h 127.0.0.1 -F %7$s
                    ports: [%5$d]
                    stop_signal: SIGINT
                    depends_on: [initdb]
                """.formatted(
                        folder, AS_POSTGRES, program.resolveSibling("initdb"), program, port, authentication, options);
    }
}
