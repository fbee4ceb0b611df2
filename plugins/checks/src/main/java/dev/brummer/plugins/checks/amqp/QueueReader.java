package dev.brummer.plugins.checks.amqp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.brummer.plugins.checks.net.PlainText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the queues that RabbitMQ's management lists. Loaded when the first list arrives. */
final class QueueReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 60;

    private QueueReader() {}

    /**
     * A queue.
     *
     * @param name with its virtual host before it where that is not the default one
     */
    record Queue(String name, long messages) {}

    /** @throws IOException if it is no such list, without a word of what it is */
    static List<Queue> read(byte[] body) throws IOException {
        try (JsonParser json = JSON.createParser(body)) {
            return queues(json);
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new IOException("no list of queues from the management", e);
        }
    }

    private static List<Queue> queues(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("no list of queues from the management");
        }
        List<Queue> queues = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean items = json.currentName().equals("items");
            if (json.nextToken() == JsonToken.START_ARRAY && items) {
                while (json.nextToken() == JsonToken.START_OBJECT && queues.size() < MOST) {
                    queues.add(queue(json));
                }
            } else {
                json.skipChildren();
            }
        }
        return queues;
    }

    private static Queue queue(JsonParser json) throws IOException {
        String name = "";
        String vhost = "/";
        long messages = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_STRING && key.equals("name")) {
                name = json.getText();
            } else if (value == JsonToken.VALUE_STRING && key.equals("vhost")) {
                vhost = json.getText();
            } else if (value == JsonToken.VALUE_NUMBER_INT && key.equals("messages")) {
                messages = json.getLongValue();
            } else {
                json.skipChildren();
            }
        }
        return new Queue(PlainText.oneLine(vhost.equals("/") ? name : vhost + "/" + name, LONGEST_NAME), messages);
    }
}
