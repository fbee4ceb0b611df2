package dev.brummer.discovery.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.Choice;
import dev.brummer.config.source.Diagnostic;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.config.yaml.YamlReader;
import dev.brummer.discovery.sketch.Leftover;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.sketch.Sketch;
import dev.brummer.spi.ServiceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DraftTextTest {
    private static final Span AT = new SourceFile("package.json", "{\n  \"a\": 1\n}\n").span(4, 7);

    private static ServiceSketch service(String name) {
        return ServiceSketch.named(new ServiceId(name), AT);
    }

    @Test
    void itReadsAsIfAPersonHadWrittenIt() {
        ServiceSketch database = service("postgres")
                .noting("In a container.")
                .with("stop_command", "docker compose stop postgres", AT, "")
                .with("command", "docker compose up -d postgres", AT, "")
                .with("type", "task", AT, "")
                .with("stage", "infra", AT, "");
        ServiceSketch auth = service("auth")
                .running("npm run dev -- --port 3001 && echo \"${X%.*}\" # it's", AT, "package.json:2")
                .with("ports", List.of("3001"), AT, "seen in services/auth/server.js:12")
                .with("healthcheck", map("http", text("/health")), "seen in services/auth/server.js:20, with a route"
                        + " that answers without a token, as all the others of its kind do not")
                .with("environment", map("PORT", text("3001"), "EMPTY", text(""), "PASSED", new Scalar(AT, "", true)), "")
                .with("stage", "core", AT, "");
        Sketch sketch = new Sketch(
                AT.file(),
                Map.of(),
                List.of("infra", "core"),
                List.of(auth, database, service("loose").with("command", "true", AT, "")),
                List.of(new Leftover(AT, "this is not\nunderstood", "write it")),
                Choice.found(
                        Map.of("dev", List.of(new ServiceId("auth"), new ServiceId("loose"))), Set.of(), Map.of()));

        assertThat(DraftText.of(sketch, List.of("One.", "", "Two."), "from names")).isEqualTo("""
                # One.
                #
                # Two.

                stages: [infra, core]  # from names

                services:
                  # --- infra ---
                  postgres:
                    # In a container.
                    type: task
                    stage: infra
                    command: docker compose up -d postgres
                    stop_command: docker compose stop postgres

                  # --- core ---
                  auth:
                    stage: core
                    command: 'npm run dev -- --port 3001 && echo "$${X%.*}" # it''s'  # package.json:2
                    environment:
                      PORT: 3001
                      EMPTY: ""
                      PASSED:
                    ports: [3001]  # seen in services/auth/server.js:12
                    # seen in services/auth/server.js:20, with a route that answers without a token, as all the others of its
                    # kind do not
                    healthcheck: {http: /health}

                  # --- in no stage ---
                  loose:
                    command: "true"

                # Started together before:
                # - dev: brum up auth loose

                # Not carried over:
                # - package.json:2: this is not understood; write it
                """);
    }

    private static Node text(String text) {
        return new Scalar(AT, text, false);
    }

    private static Mapping map(Object... keysAndValues) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            String key = (String) keysAndValues[i];
            entries.put(key, new Entry(new Scalar(AT, key, true), (Node) keysAndValues[i + 1]));
        }
        return new Mapping(AT, entries);
    }

    static Stream<String> texts() {
        return Stream.of(
                "", " ", "~", "null", "true", "No", "y", "0", "3001", "007", "1.10", "1e3", "0x1F", "0o17", ".5", "1_000",
                "12:30:45", "-1", "+1", ".inf", ".nan", "1.2.3", "2026-11-22", "a: b", "a:b", "a:", "a #b", "a#b", "#a",
                "- a", "-", "? a", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a`", "'", "\"", "'a'", "\"a\"", "it's", "a\\b",
                "[a]", "{a}", "a, b", "${A:-b}", "$$A", "$A", "a\nb", "a\nb\n", "a\n\nb\n", "a\n \nb", "\na", "a\n\n",
                " a\nb", "a\r\nb", "a\tb", "\ta", "a \nb", "<<", "=", "---", "...", "... a", "--- a", "\u0007", "\u001b[1m",
                "\u0085", "\u00a0", "\u2028", "\ufeff", "ü", "日本", "🚀", "a 🚀 b", "\u200e", "npm run dev -- --port 3001", "a ".repeat(200),
                "# a\nb: c", "---\na", "...\nb", "a: b\nc", "a\n--- b", "%YAML 1.2\na", "\\", "a\\nb \"c\"", "'\u0007\"");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyTextReadsTheSame(String text) {
        sameAgain(map(
                "line", text(text),
                "brackets", new Sequence(AT, List.of(text(text), text("b"))),
                "items", new Sequence(AT, List.of(text(text), text("x".repeat(100)), map("a", text(text)))),
                "environment", map("A", text(text)),
                "deep", map("a", map("b", map("c", text(text))))));
        sameAgain(map(text, text("a"), "b", map(text, text(text))));
    }

    @Test
    void anythingReadsTheSame() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            assertThat(read(map("key", any(random, 0)))).as("seed %d, round %d", seed, i).isNotNull();
        }
    }

    private static Node any(Random random, int depth) {
        int kind = depth > 4 ? 0 : random.nextInt(5);
        if (kind < 3) {
            return new Scalar(AT, anyText(random), kind == 2 && random.nextBoolean());
        }
        List<Node> items = Stream.generate(() -> any(random, depth + 1)).limit(random.nextInt(4)).toList();
        if (kind == 3) {
            return new Sequence(AT, items);
        }
        List<Object> entries = new ArrayList<>();
        items.forEach(item -> entries.addAll(List.of(anyText(random), item)));
        return map(entries.toArray());
    }

    private static String anyText(Random random) {
        String signs = "ab1 .-:#\n\"'\\{}[],&*!|>%@`~?=<$\t/é";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(signs.charAt(random.nextInt(signs.length())));
        }
        return text.toString();
    }

    private static void sameAgain(Mapping map) {
        assertThat(read(map)).isEqualTo(tree(map));
    }

    /** The tree that the lines of a map are read as; fails where it is not the one that they were written from. */
    private static Object read(Mapping map) {
        List<String> lines = new ArrayList<>();
        map.entries().forEach((key, entry) -> lines.addAll(NodeText.lines(key, entry.value(), "")));
        String written = String.join("\n", lines) + "\n";
        Faults faults = new Faults();
        Node read = YamlReader.read(new SourceFile("draft", written), faults);
        assertThat(faults.sorted()).as(written).extracting(Diagnostic::message).isEmpty();
        assertThat(tree(read)).as(written).isEqualTo(tree(map));
        return tree(read);
    }

    private static Object tree(Node node) {
        return switch (node) {
            case Scalar scalar -> scalar.isNull() ? "nothing" : "=" + scalar.text();
            case Sequence list -> list.items().stream().map(DraftTextTest::tree).toList();
            case Mapping map -> {
                Map<String, Object> tree = new LinkedHashMap<>();
                map.entries().forEach((key, entry) -> tree.put(key, tree(entry.value())));
                yield tree;
            }
        };
    }

    @Test
    void aCommentCannotEndEarly() {
        ServiceSketch web = service("web")
                .noting("one\nservices: {}\u2028two\u0085three")
                .with("command", "a", AT, "why\nstage: x");

        String text = DraftText.of(Sketch.of(AT.file(), List.of(web)), List.of("a\nb: c"), "");

        assertThat(text.lines()).allMatch(line -> line.matches("(#.*|services:|  web:|    #.*|    command: a  #.*)?"));
    }
}
