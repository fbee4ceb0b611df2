package dev.brummer.discovery.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document. Comments and a comma before a closing bracket are passed over; of keys that stand twice the
 * last one counts, as JavaScript has it.
 */
public final class JsonReader {
    private static final int DEEPEST = 100;
    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
    private static final JsonFactory STRICT =
            JsonFactory.builder().streamReadConstraints(LIMITS).build();
    private static final JsonFactory TOLERANT = JsonFactory.builder()
            .streamReadConstraints(LIMITS)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private final JsonParser json;
    private final String source;
    private final Places places;
    private final Faults faults;

    private JsonReader(JsonParser json, SourceFile file, Faults faults) {
        this.json = json;
        this.source = file.text();
        this.places = new Places(file);
        this.faults = faults;
    }

    /** The document, or null if it is no JSON or breaks a limit, which {@code faults} then says. */
    public static @Nullable JsonDocument read(SourceFile file, Faults faults) {
        try (JsonParser json = TOLERANT.createParser(file.text())) {
            Node root = new JsonReader(json, file, faults).document(file);
            return root == null ? null : new JsonDocument(root, isStrict(file));
        } catch (JsonProcessingException broken) {
            JsonFault.report(broken, file, faults);
            return null;
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory cannot fail to be read", impossible);
        }
    }

    private static boolean isStrict(SourceFile file) {
        try (JsonParser json = STRICT.createParser(file.text())) {
            JsonToken token = json.nextToken();
            while (token != null) {
                token = json.nextToken();
            }
            return true;
        } catch (IOException broken) {
            return false;
        }
    }

    private @Nullable Node document(SourceFile file) throws IOException {
        JsonToken first = json.nextToken();
        if (first == null) {
            faults.error("json-syntax", file.name() + " is empty", file.span(0, 0), "");
            return null;
        }
        Node root = node(first);
        if (json.nextToken() != null) {
            faults.error("json-syntax", "something stands behind the end of the JSON", bracket(), "");
            return null;
        }
        return root;
    }

    /** Recursive, which the limit of the parser bounds. */
    private Node node(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> mapping();
            case START_ARRAY -> sequence();
            case VALUE_STRING -> scalar(false);
            default -> scalar(true);
        };
    }

    private Scalar scalar(boolean plain) throws IOException {
        String text = json.getText();
        int begin = (int) json.currentTokenLocation().getCharOffset();
        // How far the parser has read says nothing: it may be at the next token already.
        int end = plain ? begin + text.length() : endOfQuoted(begin);
        return new Scalar(places.span(begin, end), text, plain);
    }

    private int endOfQuoted(int begin) {
        int at = begin + 1;
        while (at < source.length() && source.charAt(at) != '"') {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private Sequence sequence() throws IOException {
        Span begin = bracket();
        List<Node> items = new ArrayList<>();
        for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
            items.add(node(next));
        }
        return new Sequence(Places.between(begin, bracket()), items);
    }

    private Mapping mapping() throws IOException {
        Span begin = bracket();
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            Scalar key = scalar(false);
            Entry before = entries.put(key.text(), new Entry(key, node(json.nextToken())));
            if (before != null) {
                faults.warning("duplicate-key", "the key " + key.quoted() + " stands twice in the same map", key.span(),
                        "this one counts, the one in line " + (before.key().span().line() + 1) + " does not");
            }
        }
        return new Mapping(Places.between(begin, bracket()), entries);
    }

    /** The first character of what comes now. */
    private Span bracket() {
        long at = json.currentTokenLocation().getCharOffset();
        return places.span(at, at + 1);
    }
}
