package dev.brummer.discovery.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.discovery.script.Call.Target;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningReaderTest {
    private static final List<String> NAMES = List.of(
            "gateway", "auth", "users", "infra", "dev", "dev:api", "dev:web", "build:js", "build:js:min", "build:css", "start",
            "start:1:infra", "start:2:core", "start:all", "test", "clean", "a:x-y");

    private static final MeaningReader READER = new MeaningReader(NAMES);

    /** Phases as {@code a + b, c}, programs as {@code <text @ folder>}, containers as {@code <up: services>}. */
    private static String meant(String self, String text) {
        return tell(READER.read(self, text));
    }

    private static String meant(String text) {
        return meant("self", text);
    }

    private static String tell(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Calls(var phases, var environment) -> (environment.isEmpty() ? "" : environment + " ") + tell(phases);
            case Meaning.Containers(var up, var where) -> "<up: " + String.join(" ", up.services()) + tell(where) + ">";
            case Meaning.Program(var text, var where, var before) ->
                (before.isEmpty() ? "" : tell(before) + ", then ") + "<" + text + tell(where) + ">";
        };
    }

    private static String tell(Where where) {
        return switch (where) {
            case Where.Here _ -> "";
            case Where.Folder(var path) -> " @ " + path;
            case Where.Workspace(var name, var text) -> {
                assertThat(text).contains(name);
                yield " @ workspace " + name;
            }
        };
    }

    private static String tell(List<List<Call>> phases) {
        return phases.stream()
                .map(phase -> phase.stream().map(MeaningReaderTest::tell).collect(Collectors.joining(" + ")))
                .collect(Collectors.joining(", "));
    }

    private static String tell(Call call) {
        String target = switch (call.target()) {
            case Target.Script(var name) -> name;
            case Target.Inline(var meaning) -> tell(meaning);
        };
        return call.name().map(name -> name + "=").orElse("") + target;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "npm run auth", "npm run-script auth", "npm run -s auth", "npm run auth --silent", "yarn auth", "yarn run auth",
                "pnpm auth", "pnpm run auth", "bun run auth", "node --run auth", "yarn --silent auth", "(npm run auth)"
            })
    void managersRunScripts(String text) {
        assertThat(meant(text)).isEqualTo("auth");
    }

    @ParameterizedTest
    @CsvSource({"npm start, start", "npm test, test", "npm t, test", "yarn start, start"})
    void someScriptsNeedNoRun(String text, String script) {
        assertThat(meant(text)).isEqualTo(script);
    }

    @Test
    void severalScriptsBehindOneRunAreAllMeant() {
        assertThat(meant("npm run auth users")).isEqualTo("auth + users");
        assertThat(meant("npm run auth -- users")).isEqualTo("<npm run auth -- users>");
        assertThat(meant("npm run auth fast")).isEqualTo("<npm run auth fast>");
    }

    @Test
    void whatIsNoScriptIsAProgram() {
        assertThat(meant("yarn vite")).isEqualTo("<yarn vite>");
        assertThat(meant("npm install")).isEqualTo("<npm install>");
        assertThat(meant("npm run missing")).isEqualTo("<npm run missing>");
        assertThat(meant("npm run auth --workspaces")).isEqualTo("<npm run auth --workspaces>");
        assertThat(meant("npm run $X")).isEqualTo("<npm run $X>");
        assertThat(meant("npm run auth > log")).isEqualTo("<npm run auth > log>");
        assertThat(meant("auth", "npm run auth")).isEqualTo("<npm run auth>");
        assertThat(meant("PORT=1 npm run auth")).isEqualTo("<PORT=1 npm run auth>");
    }

    @Test
    void oneAfterTheOther() {
        assertThat(meant("npm run infra && npm run dev")).isEqualTo("infra, dev");
        assertThat(meant("npm run infra && npm run auth users && yarn gateway")).isEqualTo("infra, auth + users, gateway");
        assertThat(meant("npm run infra; npm run dev")).isEqualTo("<npm run infra; npm run dev>");
        assertThat(meant("npm run infra || npm run dev")).isEqualTo("<npm run infra || npm run dev>");
        assertThat(meant("docker-compose up -d db && npm run dev")).isEqualTo("<up: db>, dev");
    }

    @Test
    void aProgramMayNeedScriptsFirst() {
        assertThat(meant("npm run clean && node server.js --port 1")).isEqualTo("clean, then <node server.js --port 1>");
        assertThat(meant("npm run clean && tsc && node .")).isEqualTo("clean, then <tsc && node .>");
        assertThat(meant("docker-compose up -d db && node .")).isEqualTo("<up: db>, then <node .>");
        assertThat(meant("npm run clean && cd api && node .")).isEqualTo("clean, then <node . @ api>");
        assertThat(meant("rimraf dist && npm run clean")).isEqualTo("<rimraf dist && npm run clean>");
        assertThat(meant("npm run clean && tsc && npm run dev")).isEqualTo("clean, then <tsc && npm run dev>");
    }

    @Test
    void sideBySide() {
        assertThat(meant("npm run auth & npm run users & wait")).isEqualTo("auth + users");
        assertThat(meant("(cd a && npm run x) & (cd b && node .)")).isEqualTo("<npm run x @ a> + <node . @ b>");
        assertThat(meant("npm run auth &")).isEqualTo("<npm run auth &>");
        assertThat(meant("npm run auth & npm run users && npm run dev"))
                .isEqualTo("<npm run auth & npm run users && npm run dev>");
    }

    @Test
    void otherFolders() {
        assertThat(meant("cd services/a && npm run dev")).isEqualTo("<npm run dev @ services/a>");
        assertThat(meant("cd \"my app\" && A=b npm start -- x")).isEqualTo("<A=b npm start -- x @ my app>");
        assertThat(meant("cd a && cd b && node .")).isEqualTo("<node . @ a/b>");
        assertThat(meant("cd a && npm ci && npm run dev")).isEqualTo("<npm ci && npm run dev @ a>");
        assertThat(meant("cd a && docker-compose up -d")).isEqualTo("<up:  @ a>");
        assertThat(meant("cd a && npm run auth")).isEqualTo("<npm run auth @ a>");
        assertThat(meant("cd $X && node .")).isEqualTo("<cd $X && node .>");
        assertThat(meant("npm --prefix a run dev")).isEqualTo("<npm run dev @ a>");
        assertThat(meant("npm run dev --prefix=a")).isEqualTo("<npm run dev @ a>");
        assertThat(meant("npm start --prefix a -- --port 1")).isEqualTo("<npm run start -- --port 1 @ a>");
        assertThat(meant("yarn --cwd a dev")).isEqualTo("<yarn run dev @ a>");
        assertThat(meant("pnpm -C a dev")).isEqualTo("<pnpm run dev @ a>");
        assertThat(meant("pnpm --dir a run dev")).isEqualTo("<pnpm run dev @ a>");
        assertThat(meant("cd a && npm --prefix b run dev")).isEqualTo("<npm run dev @ a/b>");
    }

    @Test
    void workspaces() {
        assertThat(meant("npm run dev -w @shop/api")).isEqualTo("<npm run dev @ workspace @shop/api>");
        assertThat(meant("npm --workspace=api start")).isEqualTo("<npm run start @ workspace api>");
        assertThat(meant("yarn workspace api run dev --hot")).isEqualTo("<yarn run dev --hot @ workspace api>");
        assertThat(meant("yarn workspace api dev")).isEqualTo("<yarn run dev @ workspace api>");
        assertThat(meant("pnpm --filter api dev")).isEqualTo("<pnpm run dev @ workspace api>");
        assertThat(meant("pnpm --filter ./apps/api dev")).isEqualTo("<pnpm run dev @ ./apps/api>");
        assertThat(meant("pnpm --filter ...api dev")).isEqualTo("<pnpm --filter ...api dev>");
        assertThat(meant("pnpm --filter './apps/*' dev")).isEqualTo("<pnpm --filter './apps/*' dev>");
        assertThat(meant("npm run dev -w a -w b")).isEqualTo("<npm run dev -w a -w b>");
        assertThat(meant("yarn workspaces foreach run dev")).isEqualTo("<yarn workspaces foreach run dev>");
    }

    @Test
    void concurrently() {
        assertThat(meant("concurrently -n a,b \"npm:auth\" \"npm:users\"")).isEqualTo("a=auth + b=users");
        assertThat(meant("concurrently -k -c \"bgBlue.bold,green\" --names \"a,b\" 'npm run auth' 'vite --host'"))
                .isEqualTo("a=auth + b=<vite --host>");
        assertThat(meant("concurrently npm:dev:*")).isEqualTo("dev:api + dev:web");
        assertThat(meant("concurrently -n w: npm:dev:*")).isEqualTo("w:api=dev:api + w:web=dev:web");
        assertThat(meant("npx concurrently \"yarn:auth\" \"cd web && npm start\""))
                .isEqualTo("auth + <npm start @ web>");
        assertThat(meant("concurrently \"npm run infra && npm run auth\" npm:users")).isEqualTo("infra, auth + users");
        assertThat(meant("NODE_ENV=development concurrently npm:auth npm:users"))
                .isEqualTo("{NODE_ENV=development} auth + users");
        assertThat(meant("cross-env A=b C=d concurrently npm:auth")).isEqualTo("{A=b, C=d} auth");
        assertThat(meant("concurrently --unheard-of npm:auth")).isEqualTo("<concurrently --unheard-of npm:auth>");
        assertThat(meant("concurrently npm:missing")).isEqualTo("<concurrently npm:missing>");
        assertThat(meant("A=$B concurrently npm:auth")).isEqualTo("<A=$B concurrently npm:auth>");
    }

    @Test
    void runAll() {
        assertThat(meant("npm-run-all clean auth")).isEqualTo("clean, auth");
        assertThat(meant("npm-run-all --parallel auth users")).isEqualTo("auth + users");
        assertThat(meant("npm-run-all clean -p auth users -s gateway")).isEqualTo("clean, auth + users, gateway");
        assertThat(meant("run-s clean build:*")).isEqualTo("clean, build:js, build:css");
        assertThat(meant("run-p -l dev:*")).isEqualTo("dev:api + dev:web");
        assertThat(meant("run-s build:**")).isEqualTo("build:js, build:js:min, build:css");
        assertThat(meant("start:all", "npm-run-all start:*")).isEqualTo("start:1:infra, start:2:core");
        assertThat(meant("run-s \"auth -- --watch\"")).isEqualTo("<run-s \"auth -- --watch\">");
        assertThat(meant("run-s missing")).isEqualTo("<run-s missing>");
        assertThat(meant("run-p build:{js,css}")).isEqualTo("<run-p build:{js,css}>");
    }

    @Test
    void containersInTheBackground() {
        assertThat(meant("docker-compose up -d postgres mongodb")).isEqualTo("<up: postgres mongodb>");
        assertThat(meant("docker compose up --detach")).isEqualTo("<up: >");
        assertThat(meant("docker compose -f a.yml --file=b.yml up --wait db")).isEqualTo("<up: db>");
        assertThat(meant("podman-compose up -d --build db")).isEqualTo("<up: db>");
        assertThat(meant("docker-compose up")).isEqualTo("<docker-compose up>");
        assertThat(meant("docker-compose logs -f")).isEqualTo("<docker-compose logs -f>");
        assertThat(meant("docker-compose up -d $X")).isEqualTo("<docker-compose up -d $X>");
        assertThat(meant("docker run -d redis")).isEqualTo("<docker run -d redis>");
    }

    @Test
    void whatStopsContainersNamesTheSame() {
        Meaning.Containers meaning = (Meaning.Containers)
                READER.read("x", "docker compose -f 'my db.yml' -p shop up --wait -d db cache");

        assertThat(meaning.up().stop()).isEqualTo("docker compose -f 'my db.yml' -p shop stop db cache");
        assertThat(meaning.up().files()).containsExactly("my db.yml");
    }

    @Test
    void whatAShellAloneUnderstandsIsAProgram() {
        assertThat(meant("for i in 1 2; do npm run auth; done")).isEqualTo("<for i in 1 2; do npm run auth; done>");
        assertThat(meant(" wait-on tcp:3000 && jest --config=x ")).isEqualTo("<wait-on tcp:3000 && jest --config=x>");
    }
}
