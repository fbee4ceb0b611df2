package dev.brummer.plugins.checks.amqp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.brummer.plugins.checks.net.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Tables of named values, as servers and clients introduce themselves with. */
final class FieldTable {
    private FieldTable() {}

    /** The texts in the table at which {@code payload} stands, which is read to its end. */
    static Map<String, String> texts(Payload payload) throws IOException {
        int length = payload.int32();
        int end = payload.left() - length;
        if (length < 0 || end < 0) {
            throw payload.malformed();
        }
        Map<String, String> texts = new HashMap<>();
        while (payload.left() > end) {
            String name = payload.text(payload.int8());
            int type = payload.int8();
            if (type == 'S') {
                texts.put(name, payload.text(payload.int32()));
            } else {
                skip(type, payload);
            }
        }
        if (payload.left() != end) {
            throw payload.malformed();
        }
        return texts;
    }

    private static void skip(int type, Payload payload) throws IOException {
        payload.skip(switch (type) {
            case 'V' -> 0;
            case 't', 'b', 'B' -> 1;
            case 's', 'u', 'U' -> 2;
            case 'I', 'i', 'f' -> 4;
            case 'D' -> 5;
            case 'l', 'L', 'd', 'T' -> 8;
            case 'F', 'A', 'x' -> payload.int32();
            default -> throw payload.malformed();
        });
    }

    /** Who asks. A broker that is not told of this capability says nothing of a wrong password, but hangs up. */
    static byte[] ofClient() {
        ByteArrayOutputStream capabilities = new ByteArrayOutputStream();
        capabilities.writeBytes(AmqpMethod.shortText("authentication_failure_close"));
        capabilities.writeBytes(new byte[] {'t', 1});
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        table.writeBytes(AmqpMethod.shortText("product"));
        table.write('S');
        table.writeBytes(AmqpMethod.longText("brummer".getBytes(US_ASCII)));
        table.writeBytes(AmqpMethod.shortText("capabilities"));
        table.write('F');
        table.writeBytes(AmqpMethod.longText(capabilities.toByteArray()));
        return AmqpMethod.longText(table.toByteArray());
    }
}
