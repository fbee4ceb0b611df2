package dev.brummer.discovery.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.sketch.Sketch;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {
    private static final Span AT = new SourceFile("Procfile", "web: x").span(0, 6);

    @TempDir
    Path folder;

    private ServiceSketch service = ServiceSketch.named(new ServiceId("auth"), AT);

    @BeforeEach
    void runsInItsOwnFolder() throws IOException {
        Files.createDirectories(folder.resolve("auth"));
        service = service.with("working_dir", "auth", AT, "");
    }

    private EvidenceTest running(String command) {
        service = service.running(command, AT, "");
        return this;
    }

    private EvidenceTest file(String name, String text) throws IOException {
        Path file = folder.resolve("auth").resolve(name).normalize();
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    private ServiceSketch seen(Map<String, String> caller) {
        return Evidence.of(service, LoadRequest.of(folder, caller));
    }

    private String port() {
        return port(seen(Map.of()));
    }

    private static String port(ServiceSketch service) {
        return service.key("ports")
                .map(said -> ((Scalar) ((Sequence) said.value()).items().getFirst()).text())
                .orElse("none");
    }

    private static String route(ServiceSketch service) {
        return service.key("healthcheck")
                .map(said -> ((Scalar) ((Mapping) said.value()).value("http")).text())
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "==>", quoteCharacter = '~', textBlock = """
            app.listen(3001)                                                            ==> 3001
            app.listen(3001, () => console.log("listening"))                            ==> 3001
            app.listen('3001')                                                          ==> 3001
            server.listen({ port: 3001, host: '0.0.0.0' })                              ==> 3001
            fastify.listen({host: "::", port: Number(process.env.PORT ?? 3001)})        ==> 3001
            app.listen(process.env.PORT || 3001);                                       ==> 3001
            app.listen(process.env.PORT ?? "3001")                                      ==> 3001
            app.listen(process.env['PORT'] || 3001)                                     ==> 3001
            app.listen(Number(process.env.PORT) || 3001)                                ==> 3001
            app.listen(Number(process.env.PORT || 3001))                                ==> 3001
            app.listen(parseInt(process.env.PORT || '3001', 10))                        ==> 3001
            app.listen(+(process.env.AUTH_PORT || 3001))                                ==> 3001
            const PORT = 3001; app.listen(PORT)                                         ==> 3001
            const port = process.env.PORT || 3001\\n\\napp.listen(port, host)           ==> 3001
            const port: number = Number(process.env.PORT) || 3001;app.listen(port)      ==> 3001
            const { PORT = 3001, HOST } = process.env; app.listen(PORT)                 ==> 3001
            const { PORT: port = '3001' } = process.env; app.listen(port)               ==> 3001
            const port = normalizePort(process.env.PORT || '3001');app.listen(port)     ==> 3001
            const PORT = process.env.PORT || 3001; start(PORT)                          ==> 3001
            http.createServer((req, res) => { res.end() }).listen(3001)                 ==> 3001
            Bun.serve({ fetch(req) { return x(req, 1) }, port: 3001 })                  ==> 3001
            serve({ fetch: app.fetch, port })\\nconst port = 3001                       ==> 3001
            startStandaloneServer(server, { listen: { port: 3001 } })                   ==> 3001
            await app.listen(process.env.PORT ?? 3001);                                 ==> 3001
            app.listen(process.env.PORT as string || 3001)                              ==> 3001
            app.listen(process.env.PORT)                                                ==> none
            app.listen(config.port)                                                     ==> none
            app.listen(config.port || 3001)                                             ==> none
            app.listen(process.env.PORT || config.port)                                 ==> none
            app.listen(isTest ? 0 : 3001)                                               ==> none
            app.listen(0)                                                               ==> none
            app.listen()                                                                ==> none
            app.listen(port)                                                            ==> none
            let port = 1000; port = 2000; let x; const y = 1; app.listen(port)          ==> none
            let port = 3001; let port = 3002; app.listen(port)                          ==> none
            app.listen(/* 3000 */ 3001)                                                 ==> 3001
            // app.listen(3000)                                                         ==> none
            /* app.listen(3000) */                                                      ==> none
            console.log("app.listen(3000)")                                             ==> none
            const re = /["'/*]/; app.listen(3001)                                       ==> 3001
            const url = "http://x"; app.listen(3001)                                    ==> 3001
            const s = `it's ${x}`; app.listen(3001)                                     ==> 3001
            app.listen(3001) ; admin.listen(3002)                                       ==> none
            app.listen(3001) ; retry(() => app.listen(3001))                            ==> 3001
            app.listen(70000)                                                           ==> none
            app.listen(                                                                 ==> none
            const PORT = 3001                                                           ==> none
            """)
    void aPortIsSeenInJavaScript(String source, String expected) throws IOException {
        running("node server.js").file("server.js", source.replace("\\n", "\n"));

        assertThat(port()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "==>", quoteCharacter = '~', textBlock = """
            app.run(port=5001)                                                          ==> 5001
            app.run(host="0.0.0.0", port=5001, debug=True)                              ==> 5001
            app.run(port=int(os.environ.get("PORT", 5001)))                             ==> 5001
            app.run(port=os.getenv('PORT', '5001'))                                     ==> 5001
            app.run(port=int(os.environ.get("PORT") or 5001))                           ==> 5001
            PORT = int(os.getenv("PORT", 5001))\\nuvicorn.run("main:app", port=PORT)    ==> 5001
            uvicorn.run(app, host="0.0.0.0", port=5001)  # or port=8000                 ==> 5001
            # app.run(port=5001)                                                        ==> none
            ~~~app.run(port=5001)~~~                                                    ==> none
            serve(app, listen="*:5001", port=5001)                                      ==> 5001
            HTTPServer(("", 5001), Handler).serve_forever()                             ==> 5001
            make_server('127.0.0.1', 5001, app)                                         ==> 5001
            app.run()                                                                   ==> none
            app.run(port=args.port)                                                     ==> none
            asyncio.run(main(), port=settings.PORT)                                     ==> none
            """)
    void aPortIsSeenInPython(String source, String expected) throws IOException {
        running("python3 app.py").file("app.py", source.replace("\\n", "\n").replace("~", "'''"));

        assertThat(port()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "==>", quoteCharacter = '~', textBlock = """
            PORT=3001 node .                                     ==> 3001
            cross-env NODE_ENV=dev PORT=3001 node .              ==> 3001
            export PORT=3001 && node .                           ==> 3001
            cd . && PORT=3001 exec node .                        ==> 3001
            sh -c "PORT=3001 node ."                             ==> 3001
            next dev -p 3001                                     ==> 3001
            npx next dev --port 3001                             ==> 3001
            npx next dev --port=3001                             ==> 3001
            vite --port 3001 --host                              ==> 3001
            uvicorn main:app --host 0.0.0.0 --port 3001          ==> 3001
            poetry run uvicorn main:app --port 3001              ==> 3001
            gunicorn -w 2 -b 0.0.0.0:3001 app:app                ==> 3001
            gunicorn --bind :3001 app:app                        ==> 3001
            flask --app x run -p 3001                            ==> 3001
            python manage.py runserver 0.0.0.0:3001              ==> 3001
            python3 -m http.server 3001                          ==> 3001
            php -S localhost:3001 -t public                      ==> 3001
            uvicorn main:app --port ${PORT:-3001}                ==> 3001
            uvicorn main:app --port $PORT                        ==> none
            next dev                                             ==> none
            java -Dserver.port=3001 -jar app.jar                 ==> 3001
            java -jar app.jar --server.port=3001                 ==> 3001
            mvn spring-boot:run -Dspring-boot.run.arguments=--server.port=3001 ==> 3001
            tool -p 3001                                         ==> none
            PORT=3001 next dev --port 3002                       ==> 3002
            PORT=$(free) next dev                                ==> none
            vite --port 3001 & vite --port 3002                  ==> none
            vite --port 3001 | tee log                           ==> none
            for p in 1 2; do vite --port 3001; done              ==> none
            """)
    void aPortIsSeenInTheCommand(String command, String expected) throws IOException {
        running(command);

        assertThat(port()).isEqualTo(expected);
    }

    @Test
    void scriptsAreFollowedToTheFileTheyRun() throws IOException {
        running("npm run dev")
                .file("package.json", """
                        {
                          // comments are fine
                          "scripts": {
                            "dev": "npm run build && npm run serve -- --inspect",
                            "build": "tsc",
                            "serve": "node dist/server.js"
                          }
                        }
                        """)
                .file("src/server.ts", """
                        import { app } from './app.js'

                        const port = Number(process.env.PORT ?? 3001)
                        app.listen(port)
                        """)
                .file("src/app.ts", "export const app = express()\n// health\napp.get('/health', ok)\n");

        ServiceSketch seen = seen(Map.of());

        assertThat(port(seen)).isEqualTo("3001");
        assertThat(seen.key("ports").orElseThrow().why()).isEqualTo("seen in auth/src/server.ts:3");
        assertThat(seen.key("ports").orElseThrow().value().span().lineOnly()).isEqualTo("auth/src/server.ts:3");
        assertThat(route(seen)).isEqualTo("/health");
        assertThat(seen.key("healthcheck").orElseThrow().why()).isEqualTo("seen in auth/src/app.ts:3");
    }

    @Test
    void theEntryIsTheMainFileOrAUsualOne() throws IOException {
        running("nodemon --watch src -e ts,json .")
                .file("package.json", "{\"main\": \"lib/start.js\"}")
                .file("lib/start.js", "app.listen(3001)");
        assertThat(port()).isEqualTo("3001");

        running("nodemon").file("package.json", "{}").file("index.js", "app.listen(3002)");
        assertThat(port()).isEqualTo("3002");

        running("nodemon --exec 'ts-node -r tsconfig-paths/register src/x.ts'").file("src/x.ts", "app.listen(3003)");
        assertThat(port()).isEqualTo("3003");

        running("tsx watch --env-file=.env src/x.ts");
        assertThat(port()).isEqualTo("3003");

        running("bun run --hot src/x.ts");
        assertThat(port()).as("an option of bun's own in front").isEqualTo("none");

        running("bun run src/x.ts");
        assertThat(port()).isEqualTo("3003");

        running("nest start --watch").file("src/main.ts", "await app.listen(3004)");
        assertThat(port()).isEqualTo("3004");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "==>", quoteCharacter = '~', textBlock = """
            app.get('/health', (req, res) => res.json({}))             ==> /health
            app.get("/healthz", h)                                     ==> /healthz
            app.get(`/ready`, h); app.get('/health', h)                ==> /health
            server.get('/ping', h)                                     ==> /ping
            fastify.get('/api/health', h)                              ==> /api/health
            app.use('/health', healthRouter)                           ==> /health
            app.route('/health').get(h)                                ==> /health
            if (req.url === '/health') return ok(res)                  ==> /health
            switch (url.pathname) { case '/healthz': ok() }            ==> /healthz
            router.get('/health', h)                                   ==> none
            router.get('/health', h); app.use(router)                  ==> /health
            router.get('/health', h); app.use('/', router)             ==> /health
            router.get('/health', h); app.use('/api', router)          ==> none
            const r = new Router({ prefix: '/x' }); app.get('/health') ==> none
            app.get('/users', h); app.get('/healthy', h)               ==> none
            // app.get('/health', h)                                   ==> none
            log("app.get('/health')")                                  ==> none
            client.get('/health')                                      ==> none
            """)
    void aRouteIsSeenInJavaScript(String source, String expected) throws IOException {
        running("node server.js").file("server.js", source + "\napp.listen(3001)");

        assertThat(route(seen(Map.of()))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "==>", quoteCharacter = '~', textBlock = """
            @app.route("/health")             ==> /health
            @app.get('/healthz')              ==> /healthz
            @router.get("/health")            ==> none
            if self.path == '/health':        ==> /health
            # @app.get("/health")             ==> none
            """)
    void aRouteIsSeenInPython(String source, String expected) throws IOException {
        running("uvicorn app.main:app --port 8000").file("app/main.py", source + "\n");

        assertThat(route(seen(Map.of()))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "==>", quoteCharacter = '~', textBlock = """
            server.port=8081                                          ==> 8081 /actuator/health
            server.port = ${PORT:8081}                                ==> 8081 /actuator/health
            server.port: 8081\\nserver.servlet.context-path=/api    ==> 8081 /api/actuator/health
            server.port=8081\\nmanagement.server.port=9000          ==> 8081 none
            server.port=8080\\nserver.port=8081                     ==> 8081 /actuator/health
            #server.port=8081                                         ==> none none
            server.port=0                                             ==> none none
            server.port=${PORT}                                       ==> none none
            """)
    void settingsOfSpringAreRead(String settings, String expected) throws IOException {
        running("mvn spring-boot:run")
                .file("pom.xml", "<artifactId>spring-boot-starter-actuator</artifactId>")
                .file("src/main/resources/application.properties", settings.replace("\\n", "\n"));

        ServiceSketch seen = seen(Map.of());

        assertThat(port(seen) + " " + route(seen)).isEqualTo(expected);
    }

    @Test
    void settingsOfAModuleAreThoseOfItsFolder() throws IOException {
        service = service.without("working_dir");
        running("./gradlew :auth:bootRun --quiet")
                .file("src/main/resources/application.yml", """
                        server: {port: 8082}
                        ---
                        server: {port: 9999}
                        """);
        assertThat(port()).isEqualTo("8082");

        running("./mvnw -pl auth spring-boot:run");
        assertThat(port()).isEqualTo("8082");

        service = service.with("environment", List.of("SERVER_PORT=8083"), AT, "");
        assertThat(port()).as("Spring goes by this variable").isEqualTo("8083");

        running("./mvnw -pl elsewhere spring-boot:run");
        assertThat(port()).isEqualTo("none");
    }

    @Test
    void withoutAPortThereIsNothingToAsk() throws IOException {
        running("node server.js").file("server.js", "app.get('/health', ok)\napp.listen(config.port)");

        assertThat(seen(Map.of()).keys()).doesNotContainKeys("ports", "healthcheck");
    }

    @Test
    void whatTheServiceIsGivenBeatsWhatItsSourceFallsBackOn() throws IOException {
        running("node server.js").file("server.js", "app.listen(process.env.PORT || 3000)");
        service = service.with("environment", List.of("A=b", "PORT=3001"), AT, "");

        ServiceSketch seen = seen(Map.of());

        assertThat(port(seen)).isEqualTo("3001");
        assertThat(seen.key("ports").orElseThrow().why()).isEqualTo("seen in Procfile:1");
    }

    @Test
    void anEnvFileOfTheServiceCounts() throws IOException {
        running("node server.js")
                .file("server.js", "app.listen(process.env.PORT || 3000)")
                .file("own.env", "# x\nexport PORT='3001' # y\n");
        service = service.with("env_file", List.of("auth/own.env"), AT, "");

        assertThat(port()).isEqualTo("3001");
    }

    @Test
    void theDotEnvOfItsFolderCountsIfItIsReadThere() throws IOException {
        running("node server.js")
                .file("server.js", "app.listen(process.env.PORT || 3000)")
                .file(".env", "PORT=3001\n");

        assertThat(port()).isEqualTo("none");
        assertThat(seen(Map.of()).note()).isEqualTo("No port is claimed: nothing says whether it reads auth/.env:1.");

        file("package.json", "{\"dependencies\": {\"dotenv\": \"16\"}}");
        assertThat(port()).isEqualTo("3001");

        running("dotenv -e .env -- node server.js").file("package.json", "{}");
        assertThat(port()).isEqualTo("3001");
    }

    @Test
    void whatIsSetForAllServicesIsNoPortOfOne() throws IOException {
        running("node server.js").file("server.js", "\napp.listen(process.env.PORT || 3000)");

        assertThat(seen(Map.of("PORT", "8080")).note())
                .isEqualTo("No port is claimed: auth/server.js:2 goes by PORT, which the environment sets for all.");

        file("../.env", "PORT=8080\n");
        assertThat(seen(Map.of()).note())
                .isEqualTo("No port is claimed: auth/server.js:2 goes by PORT, which .env:1 sets for all.");
        assertThat(port()).isEqualTo("none");
    }

    @Test
    void whatDisagreesIsSaidAndNotChosenFrom() throws IOException {
        running("node server.js --port 3002").file("server.js", "\n\napp.listen(3001)");

        ServiceSketch seen = seen(Map.of());

        assertThat(port(seen)).isEqualTo("none");
        assertThat(seen.note())
                .isEqualTo("No port is claimed: it may listen on 3002 (Procfile:1) or 3001 (auth/server.js:3).");
    }

    @Test
    void whatIsKnownAlreadyIsLeftAsItIs() throws IOException {
        running("node server.js").file("server.js", "app.get('/health', ok); app.listen(3001)");
        service = service.with("ports", List.of("4000"), AT, "").with("readiness", "x", AT, "");
        assertThat(seen(Map.of())).isSameAs(service);

        service = service.without("readiness");
        assertThat(port(seen(Map.of()))).isEqualTo("4000");
        assertThat(route(seen(Map.of()))).isEqualTo("/health");

        service = service.without("ports").with("type", "task", AT, "");
        assertThat(seen(Map.of())).isSameAs(service);
    }

    @Test
    void noFileIsReadThatIsLargeOrAStrangers() throws IOException {
        running("node server.js").file("server.js", " ".repeat(300_000) + "app.listen(3001)");
        assertThat(port()).isEqualTo("none");

        running("node node_modules/tool/run.js").file("node_modules/tool/run.js", "app.listen(3001)");
        assertThat(port()).isEqualTo("none");

        running("node ../../../../../../../../../../etc/hostname");
        assertThat(port()).isEqualTo("none");
    }

    @Test
    void aPortThatSomebodyHasIsNobodyElses() throws IOException {
        running("node server.js").file("server.js", "app.listen(3001)");
        ServiceSketch same = ServiceSketch.named(new ServiceId("same"), AT)
                .with("working_dir", "auth", AT, "")
                .running("node server.js", AT, "");
        ServiceSketch other = ServiceSketch.named(new ServiceId("other"), AT).with("ports", List.of("3001"), AT, "");
        LoadRequest request = LoadRequest.of(folder, Map.of());

        Sketch both = Evidence.of(Sketch.of(AT.file(), List.of(service, same)), request, new Faults());
        assertThat(both.services()).extracting(EvidenceTest::port).containsExactly("3001", "none");
        assertThat(both.services().get(1).note()).isEqualTo("No port is claimed: auth/server.js:1 says the one of 'auth'.");

        Sketch said = Evidence.of(Sketch.of(AT.file(), List.of(service, other)), request, new Faults());
        assertThat(said.services()).extracting(EvidenceTest::port).containsExactly("none", "3001");
    }
}
