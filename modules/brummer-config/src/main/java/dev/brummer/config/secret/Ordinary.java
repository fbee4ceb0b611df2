package dev.brummer.config.secret;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in texts whoever wrote them: masked everywhere it would tell nobody anything less, and make what Brummer
 * says unreadable. Immutable.
 */
final class Ordinary {
    /** What there is without a project. */
    static final Ordinary WORDS = new Ordinary(Set.of(), null);

    private static final Set<String> FIXED = Set.of(
            "true", "false", "yes", "no", "on", "off", "none", "null", "undefined", "enabled", "disabled", "default", "auto",
            "trace", "debug", "info", "warn", "warning", "error", "fatal", "silent", "verbose",
            "dev", "develop", "development", "test", "testing", "tests", "qa", "stage", "staging", "preview", "prod",
            "production", "local", "ci",
            "localhost", "host", "docker", "internal", "loopback",
            "http", "https", "ws", "wss", "tcp", "udp", "grpc", "jdbc", "postgres", "postgresql", "mysql", "mariadb",
            "mongo", "mongodb", "redis", "rediss", "amqp", "amqps", "rabbitmq", "kafka", "nats", "memcached",
            "elasticsearch", "sqlite",
            // What servers come with, which is everybody's login.
            "guest", "admin", "root", "user", "anonymous", "password", "secret", "changeme");

    /** Ports, counts, and times and sizes with their units. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}(us|ms|s|m|h|d|b|k|kb|mb|gb)?");

    private static final Pattern JOINTS = Pattern.compile("[\\[\\]:/.,;@|=&?+_-]+");

    private final Set<String> names = new HashSet<>();
    private final @Nullable Path folder;

    /**
     * @param names those of the project, its services, stages and profiles
     * @param folder the project's
     */
    Ordinary(Collection<String> names, @Nullable Path folder) {
        names.forEach(name -> this.names.add(name.toLowerCase(Locale.ROOT)));
        this.folder = folder;
    }

    /** Whether the value is one word that is no secret even where its variable's name says so. */
    boolean isWord(String value) {
        String word = value.toLowerCase(Locale.ROOT);
        return FIXED.contains(word) || names.contains(word) || isFolder(value);
    }

    /** Whether the value consists of such words and of numbers alone, as the address of a service does. */
    boolean isPlain(String value) {
        if (isWord(value)) {
            return true;
        }
        for (String word : JOINTS.split(value.toLowerCase(Locale.ROOT))) {
            if (!word.isEmpty() && !isWord(word) && !NUMBER.matcher(word).matches()) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is the project's folder, or one that holds that. */
    private boolean isFolder(String value) {
        return folder != null
                && value.startsWith("/")
                && (folder + "/").startsWith(value.endsWith("/") ? value : value + "/");
    }
}
