package dev.brummer.plugins.checks.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brummer.plugins.checks.net.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/** The texts, numbers and flags of a BSON document; what it nests is passed over. Immutable once read. */
final class BsonDocument {
    private static final int DOUBLE = 0x01;
    private static final int TEXT = 0x02;
    private static final int BOOLEAN = 0x08;
    private static final int INT32 = 0x10;
    private static final int INT64 = 0x12;

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Double> numbers = new HashMap<>();
    private final Map<String, Boolean> flags = new HashMap<>();

    private BsonDocument() {}

    /** A text; empty where there is none of that name. */
    String text(String name) {
        return texts.getOrDefault(name, "");
    }

    /** A number of any type; 0 where there is none of that name. */
    double number(String name) {
        return numbers.getOrDefault(name, 0.0);
    }

    /** A flag; false where there is none of that name. */
    boolean flag(String name) {
        return flags.getOrDefault(name, false);
    }

    /** Reads the document at which {@code payload} stands, to its end. */
    static BsonDocument read(Payload payload) throws IOException {
        BsonDocument document = new BsonDocument();
        int end = payload.left() - payload.int32();
        if (end < 0 || end > payload.left()) {
            throw payload.malformed();
        }
        for (int type = payload.int8(); type != 0; type = payload.int8()) {
            document.take(type, payload.zeroTerminated(), payload);
        }
        if (payload.left() != end) {
            throw payload.malformed();
        }
        return document;
    }

    private void take(int type, String name, Payload payload) throws IOException {
        switch (type) {
            case DOUBLE -> numbers.put(name, Double.longBitsToDouble(payload.int64()));
            case TEXT -> texts.put(name, sizedText(payload));
            case BOOLEAN -> flags.put(name, payload.int8() == 1);
            case INT32 -> numbers.put(name, (double) payload.int32());
            case INT64 -> numbers.put(name, (double) payload.int64());
            default -> skip(type, payload);
        }
    }

    private static String sizedText(Payload payload) throws IOException {
        int length = payload.int32();
        if (length < 1) {
            throw payload.malformed();
        }
        String text = payload.text(length - 1);
        payload.skip(1);
        return text;
    }

    /** The other types of bsonspec.org, version 1.1. */
    private static void skip(int type, Payload payload) throws IOException {
        switch (type) {
            case 0x03, 0x04, 0x0f -> payload.skip(payload.int32() - 4);
            case 0x05 -> payload.skip(subtypeAnd(payload.int32(), payload));
            case 0x06, 0x0a, 0x7f, 0xff -> {}
            case 0x07 -> payload.skip(12);
            case 0x09, 0x11 -> payload.skip(8);
            case 0x0b -> {
                payload.zeroTerminated();
                payload.zeroTerminated();
            }
            case 0x0c -> {
                sizedText(payload);
                payload.skip(12);
            }
            case 0x0d, 0x0e -> sizedText(payload);
            case 0x13 -> payload.skip(16);
            default -> throw payload.malformed();
        }
    }

    private static int subtypeAnd(int length, Payload payload) throws IOException {
        if (length < 0) {
            throw payload.malformed();
        }
        payload.skip(1);
        return length;
    }

    static void writeInt32(ByteArrayOutputStream document, String name, int value) {
        document.write(INT32);
        document.writeBytes((name + "\0").getBytes(UTF_8));
        document.writeBytes(int32(value));
    }

    static void writeText(ByteArrayOutputStream document, String name, String value) {
        byte[] text = (value + "\0").getBytes(UTF_8);
        document.write(TEXT);
        document.writeBytes((name + "\0").getBytes(UTF_8));
        document.writeBytes(int32(text.length));
        document.writeBytes(text);
    }

    /** A document of these elements. */
    static byte[] sized(byte[] elements) {
        int length = 4 + elements.length + 1;
        return ByteBuffer.allocate(length).put(int32(length)).put(elements).array();
    }

    private static byte[] int32(int value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }
}
