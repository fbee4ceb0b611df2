package dev.brummer.insight.level;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LevelFinderTest {
    private final LevelFinder finder = new LevelFinder();

    /** Each line as {@code level => text}; ␛ is an escape character, ⇥ a tab. */
    private static final String LABELLED =
            """
            error => {"level":50,"time":1700000000000,"pid":1,"hostname":"x","msg":"boom"}
            info => {"level":30,"time":1700000000000,"msg":"error: this is text"}
            warn => {"time":1,"err":{"level":50},"level":40,"msg":"x"}
            error => {"timestamp":"2026-11-22T15:04:05Z","level":"error","message":"x"}
            warn => { "message" : "level", "level" : "WARN" }
            error => {"@timestamp":"2026-11-22","log.level":"ERROR","message":"x"}
            error => {"@timestamp":"2026-11-22","log":{"logger":"a","level":"error"},"message":"x"}
            debug => {"name":"bunyan","hostname":"h","level":20,"msg":"x","v":0}
            error => {"severity":"CRITICAL","message":"x"}
            error => {"ts":1.5,"caller":"a.go:1","msg":"say \\"level\\":\\"info\\"","level":"fatal"}
            error => {"version":"1.1","level":3,"short_message":"gelf"}
            info => {"level":"\u241b[32minfo\u241b[39m","message":"winston in colour"}
            error => time="2026-11-22T15:04:05Z" level=error msg="no luck"
            warn => ts=2026-11-22T15:04:05Z caller=main.go:12 level=warn msg="level=error is text"
            info => time=2026-11-22T15:04:05Z level=INFO msg=ready
            error => level="error" msg=x
            error => ERROR something broke
            error => [ERROR] something broke
            warn => [warn] slow
            info => [INFO] 0 errors
            error => ERROR: relation "x" does not exist
            error => Error: connect ECONNREFUSED 127.0.0.1:5432
            error => error: unknown option
            warn => warning: unused variable
            warn => Warning: something is deprecated
            error => npm ERR! code ELIFECYCLE
            error => npm error code 1
            warn => npm WARN deprecated x@1
            error => 2026-11-22 15:04:05,123 ERROR [main] c.e.Orders - failed
            error => 2026-11-22 15:04:05.123 ERROR 1234 --- [main] c.e.Orders : failed
            info => 2026-11-22T15:04:05.123Z  INFO 1234 --- [main] c.e.Orders : error page mapped
            warn => 15:04:05.123 [http-nio-1] WARN  c.e.Orders - slow
            error => 2026-11-22 15:04:05,123 - myapp.db - ERROR - lost
            error => ERROR:root:lost
            info => INFO:     127.0.0.1:5000 - "GET /error HTTP/1.1" 500
            error => 2026-11-22 15:04:05.123 UTC [42] ERROR:  syntax error at or near "x"
            error => 2026-11-22 15:04:05.123 UTC [42] FATAL:  role "x" does not exist
            info => 2026-11-22 15:04:05.123 UTC [42] LOG:  database system is ready
            error => 2026/11/22 15:04:05 [error] 31#31: *1 connect() failed
            warn => 2026-11-22T15:04:05.123456Z 0 [Warning] [MY-010068] [Server] CA certificate
            error => [2026-11-22 15:04:05,123] ERROR Error while accepting (kafka.network)
            error => [2026-11-22T15:04:05Z ERROR my_crate] failed
            error => [15:04:05 ERR] failed
            info => [15:04:05.123] INFO (1234): request error handled
            error => [Nest] 1234  - 11/22/2026, 3:04:05 PM   ERROR [App] failed
            warn => 2026-11-22 15:04:05.123 | WARNING  | app:main:1 - slow
            error => 2026-11-22T15:04:05.123Z⇥error⇥main.go:12⇥failed
            error => fail: Microsoft.AspNetCore.Server[0]
            error => E1122 15:04:05.123456    1234 main.go:12] failed
            error => ERRO[0001] failed
            error => E, [2026-11-22T15:04:05.123456 #1234] ERROR -- : failed
            error => [Sun Nov 22 15:04:05.123456 2026] [core:error] [pid 1] failed
            error => \u241b[31mERROR\u241b[0m something broke
            warn => \u241b[2m15:04:05\u241b[0m [\u241b[33mwarn\u241b[39m] slow
            error => \u241b[31m\u241b[1merror\u241b[22m\u241b[39m: broke
            error => [orders] Error: payment failed
            error => Traceback (most recent call last):
            error => java.lang.IllegalStateException: no
            error => java.lang.OutOfMemoryError
            error => Caused by: java.net.ConnectException: refused
            error => Exception in thread "main" java.lang.RuntimeException: x
            error => TypeError: Cannot read properties of undefined
            error => Error [ERR_MODULE_NOT_FOUND]: Cannot find module
            error => requests.exceptions.ConnectionError: refused
            error => Uncaught Error: x
            warn => (node:123) Warning: Accessing non-existent property
            warn => (node:123) [DEP0005] DeprecationWarning: Buffer() is deprecated
            error => panic: runtime error: index out of range
            error => 2026/11/22 15:04:05 http: panic serving 127.0.0.1:5000: boom
            error => java.lang.Throwable: x
            error => thread 'main' panicked at src/main.rs:1:1:
            error => fatal error: all goroutines are asleep - deadlock!
            error => ❌ payment failed
            warn => ⚠️  limit nearly reached
            error => error - ./pages/index.js
            error => web-1  | ERROR failed
            error => web-1  | 2026-11-22 15:04:05 ERROR failed
            error => web-1  | {"level":"error"}
            error => \u241b[36mweb-1  |\u241b[0m java.lang.Error: x
            error => [api] {"level":50}
            trace => TRACE entering
            debug => DEBUG: x
            none => 0 errors, 0 warnings
            none => 0 error
            none => 3 ERROR entries were cleaned up
            none => no error
            none => No errors found
            none => error_count=0
            none => error=null duration=3ms
            none => errors: 0
            none => ERRORS: 0
            none => ERROR_COUNT 0
            none => error-handler started
            none => [error-handler] started
            none => [ErrorBoundary] mounted
            none => Error handler registered
            none => error handling is on
            none => Errors are logged to /tmp/error.log
            none => GET /error 200
            none => GET /api/errors?level=error 200
            none => set level=error for all loggers
            none => [Trace: 5f3a2b1c] order accepted
            none => [Error Handler] ready
            none => [info-service] up
            none => warnings=0
            none => Info about the error: none
            none => log in as admin
            none => Failed attempts: 0
            none => IllegalStateExceptionMapper registered
            none => MyException handler registered
            none => io.micrometer.Error.count 0
            none => error::Kind is unused
            none => 15:04:05 error rate is 0
            none => the last line said ERROR: x
            none => at java.lang.Error: never
            none =>     at Object.<anonymous> (/app/error.js:1:1)
            none => {"msg":"level error","data":{"level":"error"}}
            none => {"message":"\\"level\\":\\"error\\""}
            none => {"level":null}
            none => {"error":null,"warn":0}
            none => {"log":"error"}
            none => not json {"level":"error"}
            none => npm run dev
            none => web-1  | the ERROR is gone
            none => web-1  |
            none => a | b | ERROR
            none => npm info-like output
            none => (error) in brackets of another kind
            none => listening on 3001
            none => ✓ no error
            none => {
            none => [
            none => [[[[
            none => \u241b[31m
            none => "level":"error"
            """;

    static List<String> labelled() {
        return LABELLED.lines().toList();
    }

    @ParameterizedTest
    @MethodSource("labelled")
    void saysWhatTheLineSays(String labelled) {
        int arrow = labelled.indexOf(" => ");
        String line = labelled.substring(arrow + 4).replace('␛', '\u001b').replace('⇥', '\t');
        Level level = levelOf(line);
        assertThat(level == null ? "none" : level.word()).isEqualTo(labelled.substring(0, arrow));
    }

    @Test
    void hasAsManyNearMissesAsItNeeds() {
        assertThat(labelled()).hasSizeGreaterThan(60);
        assertThat(labelled()).filteredOn(line -> line.startsWith("none")).hasSizeGreaterThan(30);
    }

    @Test
    void anyBytesWhateverAndAnyPartOfThemAreFine() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        String alphabet = "{}[]()<>\"\\:=,.|-!\t \u001b[mERRORerrorlevel0123456789TZ❌";
        for (int i = 0; i < 20_000; i++) {
            var line = new StringBuilder();
            for (int j = random.nextInt(40); j > 0; j--) {
                line.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            byte[] bytes = line.toString().getBytes(UTF_8);
            int from = random.nextInt(bytes.length + 1);
            int length = random.nextInt(bytes.length - from + 1);
            byte[] copy = Arrays.copyOfRange(bytes, from, from + length);
            assertThat(finder.levelOf(bytes, from, length))
                    .as("seed %d: %s", seed, line)
                    .isEqualTo(finder.levelOf(copy, 0, length));
        }
    }

    private @Nullable Level levelOf(String line) {
        byte[] bytes = ("ERROR" + line + ": ERROR").getBytes(UTF_8);
        return finder.levelOf(bytes, 5, bytes.length - 12);
    }
}
