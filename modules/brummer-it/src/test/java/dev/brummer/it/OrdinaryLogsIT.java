package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.child.Talk;
import dev.brummer.it.kit.Checkout;
import dev.brummer.it.kit.NoisyProgram;
import dev.brummer.spi.Fact;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogLine;
import dev.brummer.spi.LogParser;
import dev.brummer.spi.LogParserFactory;
import dev.brummer.spi.Options;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that have neither breakers nor queues log what they do, a hundred thousand lines of it: nobody must find a
 * breaker, a limit, a message, a trace or a registration there.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "programs are run with the tools of a Linux system")
class OrdinaryLogsIT {
    private static final int LINES = 100_000;
    private static final int MOST_OF_ONE = 25_000;
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    private static final Set<String> PARSERS =
            Set.of("circuit-breaker", "rate-limit", "messages", "trace", "discovery");

    /** One line of one program; no parser asks for more. */
    private record Line(String text) implements LogLine {
        private static final InstanceId INSTANCE = InstanceId.only(new ServiceId("program"));

        @Override
        public InstanceId instance() {
            return INSTANCE;
        }

        @Override
        public int run() {
            return 1;
        }

        @Override
        public StreamName stream() {
            return StreamName.STDOUT;
        }

        @Override
        public long sequence() {
            return 1;
        }

        @Override
        public Instant time() {
            return Instant.EPOCH;
        }

        @Override
        public Matcher matcher(Pattern pattern) {
            return pattern.matcher(text);
        }

        @Override
        public byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int offset() {
            return 0;
        }

        @Override
        public int length() {
            return bytes().length;
        }
    }

    /** A parser with its needles, which are looked for as by Brummer. */
    private record Finder(LogParser parser, List<String> needles) {
        static Finder of(LogParserFactory factory) {
            LogParser parser = factory.create(new Options(Map.of()));
            return new Finder(
                    parser, parser.needles().stream().map(needle -> needle.toLowerCase(Locale.ROOT)).toList());
        }

        /** Whether the line is looked at. */
        boolean look(String line, String lower, List<String> found) {
            boolean candidate = needles.stream().anyMatch(lower::contains);
            if (candidate) {
                parser.parse(new Line(line), fact -> found.add(shown(fact) + " in: " + line));
            }
            return candidate;
        }

        private static String shown(Fact fact) {
            return fact.kind() + " " + fact;
        }
    }

    @Test
    void ordinaryLogsHaveNoFactsOfServices(@TempDir Path folder) throws Exception {
        Map<String, List<String>> logs = gather(folder);
        Map<String, Finder> finders = finders();
        List<String> found = new ArrayList<>();
        Map<String, Integer> looks = new TreeMap<>();
        for (List<String> lines : logs.values()) {
            for (String line : lines) {
                String lower = line.toLowerCase(Locale.ROOT);
                finders.forEach((id, finder) -> looks.merge(id, finder.look(line, lower, found) ? 1 : 0, Integer::sum));
            }
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        logs.forEach((program, lines) -> counts.put(program, lines.size()));
        System.out.println("lines of programs: " + counts + "; looked at by parsers: " + looks);

        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).as("lines of %s", counts)
                .isGreaterThanOrEqualTo(LINES);
        assertThat(counts.values()).as("programs that wrote something: %s", counts)
                .filteredOn(count -> count > 0)
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(looks.values().stream().mapToInt(Integer::intValue).sum()).as("candidates: %s", looks)
                .isGreaterThan(100);
        assertThat(found).isEmpty();
    }

    /** Without this, parsers that find nothing at all would pass. */
    @Test
    void theSameParsersFindWhatThereIs() {
        List<String> found = new ArrayList<>();
        for (String line : List.of(
                "[Circuit Breaker] Payment service circuit opened - failing fast",
                "[Rate Limit] Client 192.168.1.100 - 45/60 requests",
                "Publishing order.created event: 12345",
                "[Trace: 5f3a2b1c] Start: API Gateway",
                "[Consul] Registering user-service at 172.20.0.5:3001")) {
            finders().values().forEach(finder -> finder.look(line, line.toLowerCase(Locale.ROOT), found));
        }
        assertThat(found).hasSize(PARSERS.size());
    }

    private static Map<String, Finder> finders() {
        return ServiceLoader.load(LogParserFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(factory -> PARSERS.contains(factory.id()))
                .collect(Collectors.toMap(LogParserFactory::id, Finder::of));
    }

    /** Lines by program. What is on every machine comes last, and fills up what is missing. */
    private static Map<String, List<String>> gather(Path folder) throws IOException, URISyntaxException {
        Map<String, List<String>> logs = new LinkedHashMap<>();
        int missing = LINES;
        for (NoisyProgram program : programs()) {
            Path own = Files.createDirectory(folder.resolve(Integer.toString(logs.size())));
            List<String> lines = program.lines(own, MOST_OF_ONE);
            logs.put(program.name(), lines);
            missing -= lines.size();
        }
        if (missing > 0) {
            logs.put("more of the JVM", allOfTheJvm().lines(folder, missing));
        }
        return logs;
    }

    private static List<NoisyProgram> programs() throws URISyntaxException {
        String talk = "-cp '" + classes() + "' " + Talk.class.getName();
        return List.of(
                redis(),
                postgres(),
                node(),
                NoisyProgram.installed("git", "git -C " + Checkout.ROOT + " log --stat"),
                new NoisyProgram("dpkg", Optional.of(Path.of("/bin/sh")), "cat /var/log/dpkg.log 2>/dev/null"),
                NoisyProgram.installed("mvn", "mvn -X --version"),
                NoisyProgram.ofJdk(
                        "javac", "javac", "-verbose -d \"$1\" " + Checkout.ROOT + "/modules/brummer-it/src/test/java/"
                                + Talk.class.getName().replace('.', '/') + ".java"),
                NoisyProgram.ofJdk(
                        "HTTP client",
                        "java",
                        "-Djdk.internal.httpclient.debug=true -Djdk.httpclient.HttpClient.log=all " + talk + " 200"),
                NoisyProgram.ofJdk("JVM", "java", "-Xlog:all=info:stdout " + talk + " 20"));
    }

    /** Millions of lines, if one lets it. */
    private static NoisyProgram allOfTheJvm() throws URISyntaxException {
        String talk = "-cp '" + classes() + "' " + Talk.class.getName() + " 20";
        return NoisyProgram.ofJdk("JVM", "java", "-Xshare:off -Xlog:all=debug:stdout " + talk);
    }

    private static Path classes() throws URISyntaxException {
        return Path.of(Talk.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static NoisyProgram redis() {
        return NoisyProgram.installed("redis-server", """
                redis-server --port $2 --bind 127.0.0.1 --save '' --loglevel debug --dir "$1" & server=$!
                until redis-cli -p $2 ping >/dev/null 2>&1; do kill -0 $server || exit 1; done
                redis-benchmark -p $2 -k 0 -n 2500 -c 10 -q -t get,lpush >/dev/null
                redis-cli -p $2 publish order.created 12345 >/dev/null
                kill $server; wait
                """);
    }

    private static NoisyProgram postgres() {
        String as = ROOT ? "setpriv --reuid=postgres --regid=postgres --clear-groups" : "";
        return NoisyProgram.installed("postgres", """
                own=$(mktemp -d); trap 'rm -rf "$own"' EXIT
                %2$s
                cd "$own"
                %1$s "$3"/initdb -D "$own"/data -U brummer -A trust --no-sync --locale=C >/dev/null
                %1$s "$3"/postgres -D "$own"/data -p $2 -k "$own" -h 127.0.0.1 -F -c log_statement=all \
                    -c log_connections=on -c log_disconnections=on -c log_duration=on & server=$!
                ask="$3/psql -h 127.0.0.1 -p $2 -U brummer -q -o /dev/null"
                until $ask -c 'select 1' postgres 2>/dev/null; do kill -0 $server || exit 1; done
                {
                    echo 'create table events (topic text, body text);'
                    i=0
                    while [ $i -lt 2000 ]; do
                        echo "insert into events values ('order.created', 'received message $i from queue orders');"
                        echo "notify order_created, '$i';"
                        i=$((i + 1))
                    done
                } | $ask postgres >/dev/null 2>&1
                kill -INT $server; wait
                """.formatted(as, ROOT ? "chown postgres: \"$own\"" : ""));
    }

    private static NoisyProgram node() {
        return NoisyProgram.installed("node", """
                NODE_DEBUG=http,net,stream,module exec node -e "
                  const http = require('http');
                  const server = http.createServer((request, response) => response.end(request.url));
                  server.listen(0, '127.0.0.1', () => {
                    let asked = 0;
                    const next = () => http.get({port: server.address().port, path: '/orders/' + asked}, answer => {
                      answer.resume();
                      answer.on('end', () => ++asked < 500 ? next() : server.close());
                    });
                    next();
                  });"
                """);
    }
}
