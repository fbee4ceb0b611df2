package dev.brummer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.ConfigLoader;
import dev.brummer.config.LoadRequest;
import dev.brummer.config.LoadResult;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.runtime.doctor.Doctor;
import dev.brummer.runtime.doctor.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code brum doctor} says of prepared folders. */
class DoctorTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final TestSurroundings machine = new TestSurroundings().program("node", "v20.11.1").program("npm", "10.2.4");
    private Path folder = Path.of("");
    private Set<Integer> ours = Set.of();

    @BeforeEach
    void aFolder(@TempDir Path temporary) throws IOException {
        folder = Files.createDirectories(temporary.toRealPath().resolve("shop"));
    }

    @Test
    void saysLittleWhereAllIsWell() throws Exception {
        write("services/web/package-lock.json", NOON);
        write("services/web/node_modules/.package-lock.json", NOON.plusSeconds(1));
        assertThat(text("""
                requires: {node: ">=20 <21"}
                services:
                  web: {command: npm run dev, working_dir: services/web, ports: [3000], requires: {npm: ^10}}
                  worker: {command: [node, worker.js]}
                """)).isEqualTo("""
                ok       configuration of shop: 2 services
                ok       folders are there
                ok       commands: node, npm
                ok       versions: node 20.11.1, npm 10.2.4
                ok       packages are as new as their lock files
                ok       ports are free: 3000
                ok       limits of the system suffice

                nothing that would make a start fail
                """);
    }

    @Test
    void whatRunsHereHoldsItsOwnPorts() throws Exception {
        machine.port(3000, "'node server.js' (pid 4711, in /shop)").port(3001, "'node old.js' (pid 12, in /old)");
        ours = Set.of(3000);
        assertThat(text("services: {web: {command: node a, ports: [3000]}, api: {command: node b, ports: [3001]}}"))
                .contains("error    api: port 3001 is held by 'node old.js'", "ok       ports of what runs here: 3000")
                .doesNotContain("web:");
    }

    @Test
    void saysWhatIsWrongAndWhatToDo() throws Exception {
        machine.port(3000, "'node old.js' (pid 4711, in /old\u001b[2J)").limits(100, 8192);
        assertThat(text("""
                requires: {node: ">=22", java: 17}
                services:
                  api: {command: gradle run, ports: [3000]}
                  web: {command: npm run dev, working_dir: gone}
                  job: {command: FOO=1 exec gradle job}
                """)).isEqualTo("""
                ok       configuration of shop: 3 services
                error    web: its folder FOLDER/gone does not exist
                         → make it, or correct 'working_dir'
                error    api, job: command not found: gradle
                         → install it, or correct PATH
                error    node is 20.11.1, and >=22 is required
                         → install or select another one; 'node --version' shows it
                error    java 17 is required: command not found: java
                         → install it, or correct PATH
                error    api: port 3000 is held by 'node old.js' (pid 4711, in /old [2J)
                         → stop that, or change 'ports'
                error    supervising 3 processes takes about 174 open files, and 100 are allowed
                         → raise the hard limit: ulimit -Hn, or /etc/security/limits.conf

                6 errors: a start would fail
                """);
    }

    @Test
    void warnsOfWhatMayGoWell() throws Exception {
        machine.program("docker", "").program("psql", "no idea");
        write("package-lock.json", NOON);
        write("node_modules/.package-lock.json", NOON.minusSeconds(3600));
        Files.createDirectories(folder.resolve("web"));
        write("web/yarn.lock", NOON);
        assertThat(text("""
                requires: {docker: ">=27", postgres: 16}
                services:
                  build: {type: task, command: npm run build}
                  app: {command: ./target/app, depends_on: [build], environment: [TOKEN]}
                  web: {command: "npm run ${MODE}", working_dir: web}
                """)).isEqualTo("""
                ok       configuration of shop: 3 services
                warning  brummer.yaml:5:27: variable MODE is not set and stands for nothing
                         → give it a default, ${MODE:-…}, or leave it to the shell: $${MODE}
                ok       folders are there
                warning  app: command not found: ./target/app
                         → a task that comes before must make it
                warning  docker >=27 is required, and its version is not known: 'docker --version' did not end within 10 s
                         → see for yourself
                warning  postgres 16 is required, and its version is not known: 'psql --version' names no version
                         → see for yourself
                warning  build, app: FOLDER/package-lock.json is newer than its node_modules
                         → npm ci, in FOLDER
                warning  web: there is FOLDER/web/yarn.lock, but no node_modules beside it
                         → yarn install, in FOLDER/web
                warning  app: variable TOKEN is to be passed on, and is not set
                         → set it, or give it a value
                ok       limits of the system suffice

                7 warnings, and nothing that would make a start fail
                """);
    }

    @Test
    void knowsTheProgramOfALineOnlyWhereItIsPlain() throws Exception {
        assertThat(text("""
                services:
                  a: {command: cd web && gone}
                  b: {command: '$TOOL run'}
                  c: {command: 'while true; do gone; done'}
                  d: {command: '"my tool" run'}
                  e: {command: PATH=/opt/bin gone}
                  f: {command: npm; gone}
                """)).contains("ok       commands: npm\n").doesNotContain("gone");
    }

    @Test
    void countsTheFoldersThatAWatchNeeds() throws Exception {
        machine.limits(1024, 2);
        write("src/a/b/c.js", NOON);
        write("src/node_modules/x/index.js", NOON);
        assertThat(text("services: {a: {command: npm start, watch: [src, gone]}}\n")).endsWith("""
                warning  a: there is no FOLDER/gone to watch
                         → make it, or correct 'watch'
                warning  3 folders are to be watched, and 2 are allowed
                         → sudo sysctl fs.inotify.max_user_watches=6, or narrow 'watch'

                2 warnings, and nothing that would make a start fail
                """);
    }

    @Test
    void printsOneObjectForScripts() throws Exception {
        assertThat(DoctorJson.text(findings("services: {api: {command: gradle run}}\n"))).isEqualTo("""
                {
                  "ok" : false,
                  "findings" : [ {
                    "id" : "file",
                    "severity" : "ok",
                    "service" : null,
                    "message" : "configuration of shop: 1 service",
                    "hint" : ""
                  }, {
                    "id" : "folders",
                    "severity" : "ok",
                    "service" : null,
                    "message" : "folders are there",
                    "hint" : ""
                  }, {
                    "id" : "missing-command",
                    "severity" : "error",
                    "service" : "api",
                    "message" : "command not found: gradle",
                    "hint" : "install it, or correct PATH"
                  }, {
                    "id" : "limits",
                    "severity" : "ok",
                    "service" : null,
                    "message" : "limits of the system suffice",
                    "hint" : ""
                  } ]
                }
                """);
    }

    private void write(String file, Instant time) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
        Files.setLastModifiedTime(path, FileTime.from(time));
    }

    private String text(String yaml) throws Exception {
        return DoctorText.of(findings(yaml), false).replace(folder.toString(), "FOLDER");
    }

    private List<Finding> findings(String yaml) throws Exception {
        Files.writeString(folder.resolve("brummer.yaml"), yaml);
        LoadResult result = new ConfigLoader(List.of(), List.of()).load(LoadRequest.of(folder, Map.of()));
        assertThat(result).isInstanceOf(LoadResult.Loaded.class);
        LoadResult.Loaded loaded = (LoadResult.Loaded) result;
        StageGraph graph = StageGraph.of(loaded.project());
        List<Finding> findings =
                new ArrayList<>(FileFindings.of(loaded.project(), graph.services().size(), loaded.warnings()));
        findings.addAll(new Doctor(machine, ours).examine(loaded.project(), graph));
        return findings;
    }
}
