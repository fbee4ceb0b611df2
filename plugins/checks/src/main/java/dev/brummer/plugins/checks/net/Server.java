package dev.brummer.plugins.checks.net;

import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OptionType;
import dev.brummer.spi.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The server that a check in its own protocol asks, as its options name it.
 *
 * @param host a name or an address; empty for this machine
 * @param port empty for the first port of the service
 */
public record Server(Optional<String> host, OptionalInt port, TlsMode tls) {
    private static final OptionSpec PORT = OptionSpec.optional(
            "port", OptionType.INTEGER, "The port to ask on; by default the first that the service claims");
    private static final OptionSpec HOST = OptionSpec.optional(
            "host", OptionType.STRING, "The host to ask; by default this machine");
    private static final OptionSpec TLS =
            OptionSpec.withDefault("tls", OptionType.BOOLEAN, "false", "Whether the connection is encrypted");
    private static final OptionSpec INSECURE = OptionSpec.withDefault(
            "insecure", OptionType.BOOLEAN, "false", "Accepts any certificate, a self-signed one for example");

    /** The options that name a server, {@code port} first, with the check's {@code own} before those of TLS. */
    public static List<OptionSpec> options(OptionSpec... own) {
        List<OptionSpec> all = new ArrayList<>(plainOptions(own));
        all.add(TLS);
        all.add(INSECURE);
        return List.copyOf(all);
    }

    /** The same for a protocol that does not begin with TLS. */
    public static List<OptionSpec> plainOptions(OptionSpec... own) {
        List<OptionSpec> all = new ArrayList<>(List.of(PORT, HOST));
        all.addAll(List.of(own));
        return List.copyOf(all);
    }

    /** @throws IllegalArgumentException if there is no such port */
    public static Server from(Options options) {
        Optional<String> host = Given.text(options, "host");
        OptionalInt port = OptionalInt.empty();
        if (options.has("port")) {
            port = OptionalInt.of((int) Math.clamp(options.integer("port"), -1, Integer.MAX_VALUE));
            Endpoint.local(port.getAsInt());
        }
        return new Server(host, port, tls(options));
    }

    private static TlsMode tls(Options options) {
        boolean insecure = options.has("insecure") && options.flag("insecure");
        boolean tls = options.has("tls") && options.flag("tls");
        return tls ? insecure ? TlsMode.INSECURE : TlsMode.VERIFIED : TlsMode.NONE;
    }

    Optional<Endpoint> endpoint(OptionalInt firstPort) {
        OptionalInt known = port.isPresent() ? port : firstPort;
        return known.isPresent() ? Optional.of(new Endpoint(host, known.getAsInt())) : Optional.empty();
    }
}
