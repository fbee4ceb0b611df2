package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.Call;
import dev.brummer.it.kit.Canaries;
import dev.brummer.it.kit.Checkout;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Ports;
import dev.brummer.it.kit.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Plants secrets wherever a project may have them, and looks for them in all that Brummer says and writes. */
@EndToEnd
class CanaryIT {
    private static final Pattern RESOURCE = Pattern.compile("(?m)^### `GET (/v1[^`]*)`$");

    private final long seed = Long.getLong("canary.seed", System.nanoTime());
    private final Canaries canaries = new Canaries(seed);
    private final String ofCaller = canaries.plantOdd("the caller's variable");
    private final String ofFile = canaries.plantOdd(".env");
    private final String ofEnvFile = canaries.plantOdd("the env_file");
    private final String ofYaml = canaries.plantOdd("a variable of brummer.yaml");
    private final List<String> leaks = new ArrayList<>();

    private void project(Sandbox sandbox) {
        sandbox.write(".env", "PLAIN_NAME='" + ofFile + "'\nMULTILINE='" + canaries.plantLines(".env") + "'\nREDIS=redis://:"
                + canaries.plant("a URL of .env") + "@localhost:6379/0\nWEBHOOK_TOKEN=" + canaries.plant("a sink's token") + "\n");
        sandbox.write("fine", "");
        sandbox.write("shared.env", "FROM_FILE='" + ofEnvFile + "'\nHEADER_VALUE=" + canaries.plant("a check's header") + "\n");
        sandbox.yaml("""
                name: aviary
                env_file: shared.env
                environment: {TOP_SECRET: '%s'}
                services:
                  api:
                    command: exec sleep 1000
                    environment:
                      API_TOKEN: '%s'
                      SIGNING_KEY: "%s"
                      DATABASE_URL: postgres://shop:%s@localhost/shop
                      MADE: made of ${PLAIN_NAME} and ${CALLER_SECRET}
                    readiness: {exec: 'A_KEY=%s printf "%%s" "answer $FROM_FILE"'}
                    healthcheck: {exec: 'printf "%%s" "answer $API_TOKEN $MADE $MULTILINE"; test -e fine', interval: 100ms, retries: 1, start_period: 0s}
                  web:
                    command: exec sleep 1000
                    readiness:
                      http:
                        url: http://me:%s@127.0.0.1:%d/${HEADER_VALUE}
                        headers: ['X-Api-Key: %s', 'Authorization: Bearer ${HEADER_VALUE}']
                    start_timeout: 1s
                  nowhere: {command: ['./nowhere-${PLAIN_NAME}-${CALLER_SECRET}']}
                  lost: {command: run, working_dir: 'lost-${PLAIN_NAME}'}
                  shell: {command: "DB_PASSWORD=%s exec sleep 1000"}
                tests:
                  e2e: {command: ['./missing-${PLAIN_NAME}'], up: [shell], environment: {TEST_TOKEN: '%s'}}
                sinks:
                  - webhook: {url: 'http://127.0.0.1:1/${FROM_CALLER_KEY}', authorization: 'Bearer ${WEBHOOK_TOKEN}'}
                profiles:
                  staging: {environment: {PROFILE_SECRET: '%s'}}
                  other: {services: {api: {working_dir: './${PLAIN_NAME}'}}}
                """.formatted(
                        canaries.plantOdd("the top level"), ofYaml, canaries.plantLines("brummer.yaml").replace("\n", "\\n"),
                        canaries.plant("a URL"), canaries.plant("a check's command"), canaries.plant("a check's URL"), Ports.free(), canaries.plant("a written header"),
                        canaries.plant("a command"), canaries.plantOdd("a test"), canaries.plantOdd("a profile")));
    }

    @Test
    void noSecretIsToldUnlessAsked(Sandbox sandbox) throws Exception {
        project(sandbox);
        assertThat(canaries.find(sandbox.read("brummer.yaml"))).contains("a command", "a profile", "a URL");
        for (String words : List.of(
                "config --origins", "config --output json", "config --diff staging,other", "graph", "doctor", "scripts",
                "run nowhere", "test e2e --junit e2e.xml", "test --up nowhere,shell --junit start.xml -- true")) {
            looks(sandbox, words);
        }
        fleet(sandbox);
        for (String words : List.of("why web", "events", "errors")) {
            looks(sandbox, words);
        }
        leaks.addAll(canaries.find(sandbox.project(), CanaryIT::isWritten));
        assertThat(leaks).as("-Dcanary.seed=" + seed).isEmpty();
    }

    private void fleet(Sandbox sandbox) throws Exception {
        BrumRun run = called(sandbox, "--profile", "staging", "up", "--output", "json").start();
        run.await("nowhere", "failed").await("lost", "failed").await("web", "failed").await("api", "ready");
        Files.delete(sandbox.project().resolve("fine"));
        run.await("api", "unhealthy");
        for (String words : List.of(
                "ps", "why api", "why nowhere --output json", "health", "env api", "env api --output json",
                "env api --output shell", "exec api -- ./none", "test -- false", "reload --dry-run")) {
            looks(sandbox, words);
        }
        resources(sandbox);
        sandbox.write(".env", sandbox.read(".env").replace("PLAIN_NAME='", "PLAIN_NAME='" + canaries.plant("a reload")));
        looks(sandbox, "reload");
        revealed(sandbox);
        Ended end = run.interrupt();
        look("up", end);
    }

    private void revealed(Sandbox sandbox) {
        assertThat(called(sandbox, "env", "api", "--reveal", "--output", "json").run().stdout())
                .contains(ofCaller.substring(0, 12), ofEnvFile.substring(0, 12), ofYaml.substring(0, 12));
        assertThat(canaries.find(called(sandbox, "config", "--reveal").run().stdout()))
                .contains("a variable of brummer.yaml, begin", "the env_file, begin", "a URL", "a command", "a written header");
    }

    private void resources(Sandbox sandbox) throws IOException, InterruptedException {
        JsonNode control = new ObjectMapper().readTree(sandbox.read(".brummer/control.json"));
        Set<String> paths = new TreeSet<>();
        RESOURCE.matcher(Files.readString(Checkout.ROOT.resolve("docs/api.md"))).results().map(found -> found.group(1))
                .filter(path -> !path.contains("journal"))
                .forEach(path -> List.of("api", "web", "nowhere").forEach(name -> paths.add(path.replace("{service}", name)
                        .replace("{instance}", name).replace("{view}", "breakers").replace("{id}", "abcdef"))));
        assertThat(paths).hasSizeGreaterThan(15);
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : paths) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create(control.path("endpoint").asText() + path))
                                .header("Authorization", "Bearer " + control.path("token").asText())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                look("GET " + path, answer.body());
            }
        }
    }

    @Test
    void noSecretIsToldOfAFolderWithoutBrummerYamlOrOfOneThatIsWrong(Sandbox sandbox) {
        sandbox.write("bare/package.json", "{\"scripts\": {\"start\": \"API_KEY=" + canaries.plant("a script")
                + " node --token=" + canaries.plant("an option") + " server.js\"}}");
        sandbox.write("bare/.env", "NAME='" + canaries.plantOdd("a bare .env") + "'\n");
        sandbox.write("stack/compose.yaml", """
                services:
                  api: {build: ., command: "serve --name ${NAME}", environment: {LABEL: "${NAME}", DB_PASSWORD: %s}, env_file: x.env}
                """.formatted(canaries.plant("a compose file")));
        sandbox.write("stack/.env", "NAME=" + canaries.plant("the .env of a compose file") + "\n");
        sandbox.write("stack/x.env", "LABEL2=" + canaries.plant("an env_file of a compose file") + "\n");
        sandbox.write("wrong/.env", "A b='" + canaries.plantOdd("a wrong name") + "'\n" + canaries.plant("a line without =")
                + "\nQ='x' " + canaries.plant("behind a quote") + "\nE=${" + canaries.plant("an expression")
                + ":!}\nR=${NO_SUCH:?say " + "so}\nLONG=\"" + canaries.plantLines("an open quote") + "\n");
        sandbox.write("wrong/brummer.yaml", """
                services:
                  web: {command: run, environment: {DB_PASSWORD: %s, API_TOKEN: '%s${'}, prots: [80]}
                  db:
                    command: run
                    environment:
                      - DB_PASSWORD=%s${
                      - {A_TOKEN: %s}
                """.formatted(
                        canaries.plant("beside a wrong key"), canaries.plant("a wrong expression"),
                        canaries.plant("a list"), canaries.plant("a list's map")));
        for (String words : List.of(
                "-d bare scripts", "-d bare config", "-d bare init", "-d stack config", "-d stack init", "-d wrong up")) {
            looks(sandbox, words);
        }
        leaks.addAll(canaries.find(sandbox.project(), file -> file.toString().contains("/.brummer/")));
        assertThat(leaks).as("-Dcanary.seed=" + seed).isEmpty();
    }

    /** What Brummer writes, with the journal, for no service says anything here. */
    private static boolean isWritten(Path file) {
        return file.toString().endsWith(".xml") || file.toString().contains("/.brummer/");
    }

    private Call called(Sandbox sandbox, String... words) {
        return sandbox.brum(words).env("CALLER_SECRET", ofCaller).env("FROM_CALLER_KEY", ofCaller.substring(0, 12));
    }

    private void looks(Sandbox sandbox, String words) {
        look(words, called(sandbox, words.split(" ")).run());
    }

    private void look(String call, Ended end) {
        assertThat(end.stdout() + end.stderr()).as(call).isNotEmpty().doesNotContain("Exception in thread");
        look(call, end.stdout());
        look(call + ", on standard error", end.stderr());
    }

    private void look(String call, String text) {
        canaries.find(text).forEach(where -> leaks.add(call + ": " + where));
    }
}
