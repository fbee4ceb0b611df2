package dev.brummer.it.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The lines of {@code --output json}, in their order. */
public record Events(List<JsonNode> all) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A change of state, as one line told it. */
    public record Change(String service, String from, String to, String reason) {}

    /** @param text of which the last line may be unfinished */
    static Events of(String text) {
        List<JsonNode> all = new ArrayList<>();
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        whole.lines().forEach(line -> all.add(parsed(line)));
        return new Events(all);
    }

    private static JsonNode parsed(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }

    private Stream<JsonNode> ofType(String type) {
        return all.stream().filter(node -> node.path("type").asText().equals(type));
    }

    public List<Change> changes() {
        return ofType("state")
                .map(node -> new Change(
                        node.path("service").asText(),
                        node.path("from").asText(),
                        node.path("to").asText(),
                        node.path("reason").asText()))
                .toList();
    }

    public List<Change> changes(String service) {
        return changes().stream().filter(change -> change.service().equals(service)).toList();
    }

    /** The states that a service went through. */
    public List<String> states(String service) {
        return changes(service).stream().map(Change::to).toList();
    }

    /** Services in the order in which they came to this state. */
    public List<String> order(String state) {
        return changes().stream()
                .filter(change -> change.to().equals(state))
                .map(Change::service)
                .toList();
    }

    /** Why a service came to this state, the last time. */
    public String reason(String service, String state) {
        return changes(service).stream()
                .filter(change -> change.to().equals(state))
                .map(Change::reason)
                .reduce((_, last) -> last)
                .orElseThrow(() -> new AssertionError(service + " was never " + state + ": " + changes(service)));
    }

    /** What a service wrote. */
    public List<String> lines(String service) {
        return ofType("log")
                .filter(node -> node.path("service").asText().equals(service))
                .map(node -> node.path("text").asText())
                .toList();
    }

    /** What Brummer itself said. */
    public List<String> notices() {
        return ofType("notice").map(node -> node.path("text").asText()).toList();
    }
}
