package dev.brummer.it;

import dev.brummer.it.kit.Call;
import dev.brummer.it.kit.Checkout;
import dev.brummer.it.kit.Ports;
import dev.brummer.it.kit.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The example in a folder of its own, with ports of its own: what the shop writes, and Brummer for it, stays apart from
 * what a person does in the checkout.
 *
 * @param ports by the service's name
 */
record ShopFolder(Sandbox sandbox, Map<String, Integer> ports) {
    private static final Path EXAMPLE = Checkout.ROOT.resolve("examples/shop");
    private static final List<String> LISTENING = List.of(
            "database", "broker", "auth", "users", "products", "orders", "payments", "notifications", "gateway");

    static ShopFolder in(Sandbox sandbox) throws IOException {
        for (String file : List.of("brummer.yaml", "jvm.options")) {
            Files.copy(EXAMPLE.resolve(file), sandbox.project().resolve(file));
        }
        Files.createSymbolicLink(sandbox.project().resolve("target"), EXAMPLE.resolve("target"));
        List<Integer> free = Ports.free(LISTENING.size());
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (int i = 0; i < free.size(); i++) {
            ports.put(LISTENING.get(i), free.get(i));
        }
        return new ShopFolder(sandbox, ports);
    }

    /** A call of {@code brum} that knows the ports. */
    Call brum(String... arguments) {
        Call call = sandbox.brum(arguments);
        ports.forEach((service, port) -> call.env(variable(service), port.toString()));
        return call;
    }

    private static String variable(String service) {
        return "SHOP_" + service.toUpperCase(Locale.ROOT) + "_PORT";
    }

    int port(String service) {
        return ports.get(service);
    }
}
