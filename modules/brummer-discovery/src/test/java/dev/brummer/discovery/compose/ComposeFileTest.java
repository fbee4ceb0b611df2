package dev.brummer.discovery.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Diagnostic;
import dev.brummer.config.source.Faults;
import dev.brummer.discovery.sketch.Leftover;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeFileTest {
    private final Faults faults = new Faults();

    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private ComposeFile find() {
        return ComposeFile.find(request(), faults).orElseThrow();
    }

    private LoadRequest request() {
        return LoadRequest.of(folder, Map.of("FROM_CALLER", "7000"));
    }

    private static List<String> addresses(ComposeFile file, String... names) {
        return file.published(List.of(names)).stream().map(PortMapping::address).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            "3000:80";                  3000
            3000:80;                    3000
            5432;                       ''
            "5432/tcp";                 ''
            "127.0.0.1:5432:5433";      5432
            "127.0.0.1::5433";          ''
            "10.0.0.7:5432:5433";       10.0.0.7:5432
            "[::1]:5432:5433";          5432
            "::1:5432:5433";            5432
            "53:53/udp";                ''
            "53:53/tcp";                53
            "3000-3002:4000-4002";      3000,3001,3002
            "3000-3005:80";             ''
            "${PORT:-5432}:5432";       5432
            "$FROM_CALLER:5432";        7000
            "${FROM_FILE}:5432";        6000
            "${NOWHERE}:5432";          ''
            {target: 80, published: 8080};                         8080
            {target: 80, published: "8080-8081", protocol: tcp};   ''
            {target: 80, published: "${FROM_FILE}", mode: host};   6000
            {target: 53, published: 53, protocol: udp};            ''
            {target: 80};                                          ''
            """)
    void aPortIsReadInEveryForm(String written, String expected) throws IOException {
        write(".env", "FROM_FILE=6000\nFROM_CALLER=1\n");
        write("compose.yaml", "services:\n  db:\n    image: db\n    ports:\n      - " + written + "\n");

        ComposeFile file = find();

        assertThat(String.join(",", addresses(file, "db"))).isEqualTo(expected);
        assertThat(file.leftovers()).isEmpty();
        assertThat(faults.sorted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            "eighty:80"
            "80:80:80:80:x"
            "70000:80"
            "9-1:9-1"
            "${NOWHERE:?set it}:80"
            "${broken"
            {published: 80}
            {target: x}
            [1, 2]
            """)
    void whatIsNoPortIsSaidWithItsPlace(String written) throws IOException {
        write("compose.yaml", "services:\n  db:\n    image: db\n    ports:\n      - " + written + "\n      - 80:80\n");

        ComposeFile file = find();

        assertThat(addresses(file, "db")).containsExactly("80");
        assertThat(file.leftovers()).singleElement().extracting(left -> left.at().position()).isEqualTo("compose.yaml:5:9");
    }

    @Test
    void servicesAreMeantByName() throws IOException {
        write("docker-compose.yml", """
                version: '3.8'
                services:
                  db: {image: postgres, ports: ["5432:5432"]}
                  cache: {image: redis, ports: ["6379:6379"]}
                  debug: {image: tool, profiles: [debug], ports: ["9:9"]}
                """);

        ComposeFile file = find();

        assertThat(addresses(file, "cache")).containsExactly("6379");
        assertThat(addresses(file, "cache", "db", "nobody")).containsExactly("5432", "6379");
        assertThat(addresses(file)).as("without names, what is in no profile").containsExactly("5432", "6379");
        assertThat(addresses(file, "debug")).containsExactly("9");
        assertThat(file.names()).containsExactly("db", "cache", "debug");
    }

    @Test
    void theOverrideFileLiesOverTheMainOne() throws IOException {
        write("compose.yml", "services: {db: {image: postgres, ports: ['5432:5432']}}");
        write("compose.override.yml", "services: {db: {ports: ['5433:5432']}, mail: {image: m, ports: ['1025:1025']}}");

        assertThat(addresses(find())).containsExactly("5432", "5433", "1025");
    }

    @Test
    void filesThatAreNamedLieOverEachOther() throws IOException {
        write("infra/base.yml", "services: {db: {image: postgres, ports: ['${PORT}:5432']}}");
        write("infra/.env", "PORT=5555\n");
        write("infra/more.yml", "services: {db: {image: postgis}}");

        ComposeFile file = ComposeFile.read(
                        request(), List.of(Path.of("infra/base.yml"), Path.of("infra/more.yml")), faults)
                .orElseThrow();

        assertThat(addresses(file)).containsExactly("5555");
        assertThat(file.source().name()).isEqualTo("infra/base.yml");
    }

    @Test
    void anchorsMergesAndExtendsAreFollowed() throws IOException {
        write("compose.yaml", """
                x-web: &web
                  image: web
                  ports: ["80:80"]
                services:
                  a:
                    <<: *web
                  b:
                    <<: *web
                    ports: ["81:80"]
                  c:
                    extends: {service: a}
                    ports: ["82:80"]
                  d:
                    extends: {file: common/base.yaml, service: base}
                """);
        write("common/base.yaml", "services: {base: {extends: root, build: ./app}, root: {ports: ['90:90']}}");

        ComposeFile file = find();

        assertThat(addresses(file, "a")).containsExactly("80");
        assertThat(addresses(file, "b")).containsExactly("81");
        assertThat(addresses(file, "c")).containsExactly("80", "82");
        assertThat(addresses(file, "d")).containsExactly("90");
        assertThat(file.services().get("d").body().value("build"))
                .hasFieldOrPropertyWithValue("text", "common/./app");
    }

    @Test
    void whatCannotBeExtendedIsSaid() throws IOException {
        write("compose.yaml", """
                services:
                  a: {extends: b, ports: ["1:1"]}
                  b: {extends: a}
                  c: {extends: {service: x, file: nowhere.yaml}, ports: ["2:2"]}
                  d: {extends: nobody, ports: ["3:3"]}
                """);

        ComposeFile file = find();

        assertThat(addresses(file, "a")).containsExactly("1");
        assertThat(addresses(file, "c", "d")).containsExactly("2", "3");
        assertThat(file.leftovers()).extracting(Leftover::what)
                .contains("'a' extends itself in the end")
                .contains("the file 'nowhere.yaml' that it extends cannot be read")
                .contains("there is no service 'nobody' that it could extend");
    }

    @Test
    void aFileOfWindowsWithAByteOrderMarkIsRead() throws IOException {
        write("compose.yaml", "\ufeffservices:\r\n  db:\r\n    ports:\r\n      - 5432:5432\r\n");

        assertThat(addresses(find())).containsExactly("5432");
        assertThat(faults.sorted()).isEmpty();
    }

    @Test
    void whatIsWrongIsAWarningForItIsAnotherToolsFile() throws IOException {
        write("compose.yaml", "services:\n  db:\n    ports: !override ['1:1']\n    image: a\n    image: b\n");

        assertThat(addresses(find())).containsExactly("1");
        assertThat(faults.sorted()).extracting(Diagnostic::isError, Diagnostic::id)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(false, "yaml-tag"),
                        org.assertj.core.groups.Tuple.tuple(false, "duplicate-key"));
    }

    @Test
    void brokenYamlIsSaidAndNothingIsFound() throws IOException {
        write("compose.yaml", "services:\n\tdb:\n");

        assertThat(ComposeFile.find(request(), faults)).isEmpty();
        assertThat(faults.sorted()).singleElement().satisfies(said -> {
            assertThat(said.isError()).isFalse();
            assertThat(said.frames().getFirst().at().position()).isEqualTo("compose.yaml:2:1");
        });
    }

    @Test
    void aFileOfProcessComposeIsNone() throws IOException {
        write("compose.yaml", "version: '0.5'\nprocesses: {a: {command: b}}\n");

        assertThat(ComposeFile.find(request(), faults)).isEmpty();
    }
}
