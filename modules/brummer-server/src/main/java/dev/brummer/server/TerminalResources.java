package dev.brummer.server;

import dev.brummer.api.SessionException;
import dev.brummer.api.TerminalLine;
import dev.brummer.spi.InstanceId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The terminals of instances that run on one. */
final class TerminalResources {
    private static final Reply DONE = new Reply.Value(Map.of());

    private TerminalResources() {}

    static List<Resource> all() {
        return List.of(
                Resource.get("/v1/instances/{instance}/terminal", TerminalResources::screen),
                Resource.post("/v1/instances/{instance}/terminal/keys", TerminalResources::type),
                Resource.post("/v1/instances/{instance}/terminal/size", TerminalResources::resize));
    }

    private static InstanceId instance(Call call) throws SessionException, Fault {
        List<InstanceId> meant = call.session().named(List.of(call.name("instance")));
        if (meant.size() != 1) {
            throw new Fault(400, "several", "'" + call.name("instance") + "' has several copies: name one of "
                    + String.join(", ", meant.stream().map(InstanceId::label).toList()));
        }
        return meant.getFirst();
    }

    private static Reply screen(Call call) throws SessionException, Fault {
        TerminalLine line = call.session().terminal(instance(call));
        return new Reply.Stream("application/octet-stream", out -> copy(line, out));
    }

    private static void copy(TerminalLine line, OutputStream out) throws IOException, InterruptedException {
        try (line) {
            // So that the head of the answer is sent: a program may say nothing for long.
            out.flush();
            for (Optional<byte[]> bytes = line.next(); bytes.isPresent(); bytes = line.next()) {
                out.write(bytes.get());
                out.flush();
            }
        }
    }

    private static Reply type(Call call) throws SessionException, Fault {
        byte[] keys;
        try {
            keys = Base64.getDecoder().decode(call.text("keys"));
        } catch (IllegalArgumentException e) {
            throw new Fault(400, "bad-body", "keys takes bytes in base64");
        }
        try (TerminalLine line = call.session().terminal(instance(call))) {
            line.type(keys);
        }
        return DONE;
    }

    private static Reply resize(Call call) throws SessionException, Fault {
        try (TerminalLine line = call.session().terminal(instance(call))) {
            line.resize(call.body().path("rows").asInt(), call.body().path("columns").asInt());
        }
        return DONE;
    }
}
