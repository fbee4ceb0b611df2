package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.Checkout;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Replays every example of docs/api.md, in its order, on the fleet of that page. */
@EndToEnd
class ApiPageIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FLEET = Pattern.compile("(?m)^```yaml\n([\\s\\S]*?)^```$");
    private static final Pattern EXAMPLE = Pattern.compile(
            "(?m)^```http\n(GET|POST) (\\S+)\n(?:\n([\\s\\S]*?)\n)?```\n\n```(?:json|text events) ?(\\d*)\n([\\s\\S]*?)\n```$");
    private static final Pattern EVENT = Pattern.compile("(?m)^id: \\d+\ndata: (.*)$");

    private record Example(int line, String method, String target, String body, int status, String answer) {
        String name() {
            return "docs/api.md:" + line + ": " + method + " " + target;
        }
    }

    private static String page() throws IOException {
        return Files.readString(Checkout.ROOT.resolve("docs/api.md"));
    }

    private static List<Example> examples() throws IOException {
        String page = page();
        return EXAMPLE.matcher(page)
                .results()
                .map(found -> new Example(
                        1 + (int) page.substring(0, found.start()).lines().count(),
                        found.group(1),
                        found.group(2),
                        found.group(3) == null ? "" : found.group(3),
                        found.group(4).isEmpty() ? 200 : Integer.parseInt(found.group(4)),
                        found.group(5)))
                .toList();
    }

    @Test
    void everyExampleIsAnsweredAsThePageSays(Sandbox sandbox) throws Exception {
        var fleet = FLEET.matcher(page());
        assertThat(fleet.find()).isTrue();
        BrumRun run = sandbox.yaml(fleet.group(1)).up();
        run.await("seed", "completed")
                .await("orders", "ready")
                .awaitText("circuit breaker for db in orders opened")
                .awaitText("alert: breaker db of orders open");
        JsonNode control = JSON.readTree(sandbox.read(".brummer/control.json"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (Example example : examples()) {
                replay(example, client, control);
            }
        }
        run.awaitEnd().hasExitCode(0);
        assertThat(sandbox.project().resolve(".brummer/control.json")).doesNotExist();
    }

    private static void replay(Example example, HttpClient client, JsonNode control) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(control.path("endpoint").asText() + example.target()))
                .header("Authorization", "Bearer " + control.path("token").asText());
        HttpRequest ready = example.method().equals("POST")
                ? request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(example.body()))
                        .build()
                : request.build();
        List<JsonNode> written = objects(example.answer());
        var response = client.send(ready, HttpResponse.BodyHandlers.ofInputStream());
        try (var body = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String answer = example.answer().startsWith(":") ? events(body, written.size()) : all(body);
            assertThat(response.statusCode()).as(example.name() + " answers " + answer).isEqualTo(example.status());
            List<JsonNode> answered = objects(answer);
            assertThat(answered).as(example.name()).hasSameSizeAs(written);
            for (int i = 0; i < written.size(); i++) {
                List<String> differences = new ArrayList<>();
                compare(written.get(i), answered.get(i), "", differences);
                assertThat(differences)
                        .as("%s is not answered as the page says. If it should be answered like this, put this there:%n%s",
                                example.name(), answered.get(i).toPrettyString())
                        .isEmpty();
            }
        }
    }

    private static String all(BufferedReader body) {
        return String.join("\n", body.lines().toList());
    }

    private static String events(BufferedReader body, int count) throws IOException {
        StringBuilder events = new StringBuilder();
        for (int seen = 0; seen < count; ) {
            String line = body.readLine();
            seen += line.startsWith("data: ") ? 1 : 0;
            events.append(line).append('\n');
        }
        return events.toString();
    }

    private static List<JsonNode> objects(String answer) throws IOException {
        if (!answer.startsWith(":")) {
            return List.of(JSON.readTree(answer));
        }
        List<JsonNode> objects = new ArrayList<>();
        for (String data : EVENT.matcher(answer).results().map(found -> found.group(1)).toList()) {
            objects.add(JSON.readTree(data));
        }
        return objects;
    }

    /** Values may be others: times and pids always are. Fields and kinds of values may not. */
    private static void compare(JsonNode written, JsonNode answered, String at, List<String> differences) {
        if (written.getNodeType() != answered.getNodeType()) {
            differences.add(at + " is a " + answered.getNodeType() + ", on the page it is a " + written.getNodeType());
        } else if (written.isObject()) {
            fields(written, answered, at, differences);
        } else if (written.isArray()) {
            elements(written, answered, at, differences);
        }
    }

    private static void fields(JsonNode written, JsonNode answered, String at, List<String> differences) {
        Set<String> names = new LinkedHashSet<>();
        written.fieldNames().forEachRemaining(names::add);
        answered.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (!answered.has(name)) {
                differences.add(at + "/" + name + " is on the page alone");
            } else if (!written.has(name)) {
                differences.add(at + "/" + name + " is not on the page");
            } else {
                compare(written.get(name), answered.get(name), at + "/" + name, differences);
            }
        }
    }

    /** Each has to be like one of those on the page. */
    private static void elements(JsonNode written, JsonNode answered, String at, List<String> differences) {
        if (written.isEmpty() != answered.isEmpty()) {
            differences.add(at + " has " + answered.size() + " elements, on the page " + written.size());
        }
        for (int i = 0; i < answered.size() && !written.isEmpty(); i++) {
            List<String> fewest = null;
            for (JsonNode each : written) {
                List<String> here = new ArrayList<>();
                compare(each, answered.get(i), at + "/" + i, here);
                fewest = fewest == null || here.size() < fewest.size() ? here : fewest;
            }
            differences.addAll(fewest == null ? List.of() : fewest);
        }
    }

    @Test
    void whatAKilledProcessLeavesIsNotBelieved(Sandbox sandbox) {
        BrumRun run = sandbox.yaml("services: {web: {command: exec sleep 1000}}\n").up().await("web", "ready");
        assertThat(sandbox.read(".brummer/control.json")).contains("\"pid\":" + run.pid());
        run.signal("KILL").awaitEnd();
        sandbox.awaitNothingLeft();
        assertThat(sandbox.read(".brummer/control.json")).contains("\"pid\":" + run.pid());
        sandbox.brum("ps").run().hasExitCode(3);
    }
}
