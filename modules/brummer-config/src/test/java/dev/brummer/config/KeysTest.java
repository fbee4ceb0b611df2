package dev.brummer.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.keys.AlertKeys;
import dev.brummer.config.keys.BackoffKeys;
import dev.brummer.config.keys.DependencyKeys;
import dev.brummer.config.keys.EnvFileKeys;
import dev.brummer.config.keys.HealthKeys;
import dev.brummer.config.keys.LogKeys;
import dev.brummer.config.keys.PluginKeys;
import dev.brummer.config.keys.ServiceKeys;
import dev.brummer.config.keys.StageKeys;
import dev.brummer.config.keys.TestKeys;
import dev.brummer.config.keys.TopKeys;
import dev.brummer.config.keys.WatchKeys;
import dev.brummer.config.shape.Key;
import dev.brummer.config.shape.KeySet;
import dev.brummer.config.view.ModelView;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each key does to the project: said of a service, the model prints otherwise than without it. */
class KeysTest {
    private static final String SERVICES = "services: {web: {command: a}}\n";

    @TempDir
    Path folder;

    /** @param effect a piece of the printed model that is there with the key, and not without it */
    record Row(Key<?> key, String yaml, String effect) {
        @Override
        public String toString() {
            return key.name() + ": " + yaml.strip();
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                top(TopKeys.NAME, "name: shop\n" + SERVICES, "name: shop\n"),
                top(TopKeys.STAGES, "stages: [a, b]\n" + SERVICES, "  b:\n    after: [a]\n"),
                top(TopKeys.STAGES, "stages: {a: {}, b: {}}\n" + SERVICES, "stages:\n  a: {}\n  b: {}\n"),
                top(TopKeys.ENVIRONMENT, "environment: {A: b}\n" + SERVICES, "    environment:\n      A: b\n"),
                top(TopKeys.ENVIRONMENT, "environment: [A=b=c, B]\n" + SERVICES, "      A: b=c\n      B:\n"),
                top(TopKeys.ENV_FILE, "env_file: team.env\n" + SERVICES, "      TEAM: yes please\n"),
                top(TopKeys.DEFAULTS, "defaults: {scale: 3}\n" + SERVICES, "    scale: 3\n"),
                top(TopKeys.SERVICES, SERVICES + "  \n", "  web:\n"),
                top(
                        TopKeys.PROFILES,
                        "profiles: {p: {services: {web: {scale: 2}}}}\ndefault_profile: p\n" + SERVICES,
                        "scale: 2"),
                top(
                        TopKeys.DEFAULT_PROFILE,
                        "profiles: {p: {}}\ndefault_profile: p\n" + SERVICES,
                        "default_profile: [p]\n"),
                top(TopKeys.PLUGINS, "plugins: {paths: jars}\n" + SERVICES, "plugins:\n  paths: [jars]\n"),
                top(TopKeys.SINKS, "sinks: [{jsonl: x.jsonl}]\n" + SERVICES, "  - jsonl:\n      path: x.jsonl\n"),
                top(TopKeys.SINKS, "sinks: [{console: off}]\n" + SERVICES, "  - console: \"off\"\n"),
                top(
                        TopKeys.SINKS,
                        "sinks: [{console: {timestamps: true}}]\n" + SERVICES,
                        "      timestamps: \"true\"\n"),
                top(TopKeys.REQUIRES, "requires: {node: '>=20', java: 17}\n" + SERVICES, "requires:\n  node: \">=20\"\n"),
                top(
                        TopKeys.LOGS,
                        "logs: {retain: {size: 500MB}}\n" + SERVICES,
                        "logs:\n  retain:\n    size: \"500MB\"\n    starts: 10\n"),
                top(LogKeys.RETAIN, "logs: {retain: {starts: 3}}\n" + SERVICES, "    size: \"2GB\"\n    starts: 3\n"),
                top(LogKeys.SIZE, "logs: {retain: {size: 1GiB}}\n" + SERVICES, "    size: \"1073741824\"\n"),
                top(LogKeys.STARTS, "logs: {retain: {starts: 1}}\n" + SERVICES, "    starts: 1\n"),
                top(TopKeys.ALERTS, "alerts: unhealthy\n" + SERVICES, "  - unhealthy:\n      for: 0s\n    to: [stream]\n"),
                alert(AlertKeys.UNHEALTHY, "{unhealthy: web}", "service: [web]"),
                alert(AlertKeys.FAILED, "{failed: }", "failed:\n      for: 0s"),
                alert(AlertKeys.BREAKER_OPEN, "{breaker_open: [web]}", "breaker_open:\n"),
                alert(AlertKeys.ERROR_RATE, "{error_rate: 5/s}", "above: \"5/s\""),
                alert(AlertKeys.MEMORY, "{memory: 500MB}", "above: \"500MB\""),
                alert(AlertKeys.LATENCY, "{latency: 300ms}", "above: 300ms"),
                alert(AlertKeys.NAME, "{failed: web, name: dead}", "name: dead"),
                alert(AlertKeys.TO, "{failed: web, to: [desktop, {command: ./x}]}", "desktop\n      - command: \"./x\""),
                alert(AlertKeys.FOR, "{failed: {for: 10s}}", "for: 10s"),
                alert(AlertKeys.SERVICE, "{failed: {service: [web, web]}}", "service: [web]"),
                alert(AlertKeys.RATE, "{error_rate: {above: 10/min}}", "above: \"10/min\""),
                alert(AlertKeys.SIZE, "{memory: {above: 1GB}}", "above: \"1GB\""),
                alert(AlertKeys.TIME, "{latency: {above: 1s, for: 5s}}", "above: 1s"),
                top(TopKeys.TESTS, "tests: {it: {command: run it}}\n" + SERVICES, "tests:\n  it:\n    command: run it\n"),
                test(TestKeys.COMMAND, "run it", "tests:\n  it:\n    command: run it\n    working_dir: \".\"\n"),
                test(TestKeys.COMMAND, "{command: [other, -x]}", "command: [other, \"-x\"]"),
                test(TestKeys.UP, "{command: b, up: web}", "up: [web]"),
                test(TestKeys.UP, "{command: b, up: []}", "up: []"),
                test(TestKeys.TIMEOUT, "{command: b, timeout: 90s}", "timeout: 1m30s"),
                test(TestKeys.WORKING_DIR, "{command: b, working_dir: sub/../app}", "working_dir: app"),
                test(TestKeys.ENVIRONMENT, "{command: b, environment: {A: 010}}", "      A: \"010\"\n"),
                top(LogKeys.IDS, "logs: {ids: ['t-([0-9]+)']}\n" + SERVICES, "  ids: [\"t-([0-9]+)\"]\n"),
                top(
                        TopKeys.NODE_ENV,
                        "profiles: {p: {node_env: test}}\ndefault_profile: p\n" + SERVICES,
                        "node_env: test"),
                top(PluginKeys.PATHS, "plugins: {paths: [jars, /opt]}\n" + SERVICES, "  paths: [jars, /opt]\n"),
                top(
                        PluginKeys.CONFIG,
                        "plugins: {config: {http: {status: 204}}}\n"
                                + "services: {web: {command: a, readiness: {http: /}}}\n",
                        "          status: \"204\"\n"),
                top(PluginKeys.DISABLED, "plugins: {disabled: breaker}\n" + SERVICES, "  disabled: [breaker]\n"),
                top(StageKeys.AFTER, "stages: {a: {}, b: {after: a}}\n" + SERVICES, "    after: [a]\n"),
                top(EnvFileKeys.PATH, "env_file: {path: team.env}\n" + SERVICES, "      TEAM: yes please\n"),
                top(
                        EnvFileKeys.REQUIRED,
                        "env_file: [{path: none.env, required: false}, team.env]\n" + SERVICES,
                        "TEAM"),
                service(ServiceKeys.TYPE, "type: task", "type: task"),
                service(ServiceKeys.STAGE, "stage: core", "stage: core"),
                service(ServiceKeys.COMMAND, "command: [other, \"-x\"]", "command: [other, \"-x\"]"),
                service(ServiceKeys.WORKING_DIR, "working_dir: sub/../app", "working_dir: app"),
                service(ServiceKeys.ENVIRONMENT, "environment: {A: 010}", "      A: \"010\"\n"),
                service(ServiceKeys.ENV_FILE, "env_file: [team.env]", "TEAM: yes please"),
                service(ServiceKeys.PORTS, "ports: [80, auto]", "ports: [80, auto]"),
                service(
                        ServiceKeys.READINESS,
                        "readiness: {tcp: 80}",
                        "readiness:\n      - tcp:\n          port: \"80\"\n"),
                service(
                        ServiceKeys.READINESS,
                        "readiness: [{exec: [a, b]}, {log: x}]",
                        "command: [a, b]\n      - log:"),
                service(
                        ServiceKeys.HEALTHCHECK,
                        "healthcheck: {http: /health}",
                        "healthcheck:\n      http:\n        url: /health"),
                service(ServiceKeys.START_TIMEOUT, "start_timeout: 90s", "start_timeout: 1m30s"),
                service(ServiceKeys.RESTART, "restart: on-failure:5", "restart: on-failure:5"),
                service(ServiceKeys.RESTART, "restart: unless-stopped", "restart: unless-stopped"),
                service(ServiceKeys.BACKOFF, "backoff: {max: 60s}", "max: 1m\n"),
                service(ServiceKeys.SUCCESS_EXIT_CODES, "success_exit_codes: [143, 0]", "success_exit_codes: [0, 143]"),
                service(ServiceKeys.STOP_SIGNAL, "stop_signal: INT", "stop_signal: SIGINT"),
                service(ServiceKeys.STOP_GRACE_PERIOD, "stop_grace_period: 0s", "stop_grace_period: 0s"),
                service(ServiceKeys.STOP_COMMAND, "stop_command: bye", "stop_command: bye"),
                service(ServiceKeys.SCALE, "scale: 2", "scale: 2"),
                service(ServiceKeys.OPTIONAL, "optional: true", "optional: true"),
                service(
                        ServiceKeys.DEPENDS_ON,
                        "depends_on: [db]",
                        "depends_on:\n      db:\n        condition: service_ready"),
                service(ServiceKeys.PROFILES, "profiles: [p]", "    profiles: [p]"),
                service(ServiceKeys.ALIASES, "aliases: [Web App]", "aliases: [Web App]"),
                service(ServiceKeys.CONSOLE, "console: errors", "console: errors"),
                service(ServiceKeys.REQUIRES, "requires: {go: ~1.23}", "    requires:\n      go: \"~1.23\""),
                service(ServiceKeys.WATCH, "watch: src", "    watch:\n      paths: [src]\n"),
                service(ServiceKeys.TTY, "tty: true", "tty: true"),
                service(WatchKeys.PATHS, "watch: [src, a.yml]", "      paths: [src, a.yml]\n      debounce: 300ms\n"),
                service(WatchKeys.IGNORE, "watch: {ignore: '*.md'}", "      ignore: [\"*.md\"]\n"),
                service(WatchKeys.DEBOUNCE, "watch: {debounce: 1s}", "      debounce: 1s\n      action: restart\n"),
                service(WatchKeys.ACTION, "watch: {action: {run: [make, all]}}", "run: [make, all]"),
                service(HealthKeys.INTERVAL, "healthcheck: {tcp: 1, interval: 7s}", "interval: 7s"),
                service(HealthKeys.TIMEOUT, "healthcheck: {tcp: 1, timeout: 8s}", "timeout: 8s"),
                service(HealthKeys.RETRIES, "healthcheck: {tcp: 1, retries: 9}", "retries: 9"),
                service(HealthKeys.START_PERIOD, "healthcheck: {tcp: 1, start_period: 0s}", "start_period: 0s"),
                service(
                        HealthKeys.START_INTERVAL,
                        "healthcheck: {tcp: 1, start_interval: 1.5s}",
                        "start_interval: 1s500ms"),
                service(BackoffKeys.INITIAL, "backoff: {initial: 100ms}", "initial: 100ms"),
                service(BackoffKeys.MAX, "backoff: {max: 3s}", "max: 3s"),
                service(BackoffKeys.MULTIPLIER, "backoff: {multiplier: 1.5}", "multiplier: 1.5"),
                service(BackoffKeys.RESET_AFTER, "backoff: {reset_after: 1h}", "reset_after: 1h"),
                service(
                        DependencyKeys.CONDITION,
                        "depends_on: {db: {condition: service_started}}",
                        "condition: service_started"),
                service(DependencyKeys.REQUIRED, "depends_on: {db: {required: false}}", "required: false"),
                service(DependencyKeys.RESTART, "depends_on: {db: {restart: true}}", "restart: true"));
    }

    private static Row top(Key<?> key, String yaml, String effect) {
        return new Row(key, yaml, effect);
    }

    private static Row alert(Key<?> key, String alert, String effect) {
        return new Row(key, "alerts: [" + alert + "]\n" + SERVICES, effect);
    }

    private static Row test(Key<?> key, String test, String effect) {
        return new Row(key, "tests: {it: " + test + "}\n" + SERVICES, effect);
    }

    private static Row service(Key<?> key, String line, String effect) {
        String command = line.startsWith("command:") ? "" : "    command: a\n";
        String yaml = "stages: [core]\nprofiles: {p: {}}\ndefault_profile: p\nservices:\n  db: {command: b}\n  web:\n"
                + command + "    " + line + "\n";
        return new Row(key, yaml, effect);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void hasItsEffect(Row row) {
        assertThat(printed(row.yaml())).contains(row.effect());
        if (row.key() != TopKeys.SERVICES) {
            String without = "stages: [core]\nservices: {web: {command: a}, db: {command: b}}\n";
            assertThat(printed(without)).doesNotContain(row.effect());
        }
    }

    private String printed(String yaml) {
        Projects project = Projects.in(folder).yaml(yaml).file("team.env", "TEAM=yes please\n");
        return ModelView.of(project.loaded(), true).yaml(false);
    }

    @Test
    void noKeyIsWithoutItsRow() {
        Set<Key<?>> shown = new LinkedHashSet<>();
        rows().forEach(row -> shown.add(row.key()));
        Stream.of(
                        TopKeys.KEYS,
                        ServiceKeys.KEYS,
                        HealthKeys.KEYS,
                        BackoffKeys.KEYS,
                        DependencyKeys.KEYS,
                        EnvFileKeys.KEYS,
                        StageKeys.KEYS,
                        WatchKeys.KEYS,
                        PluginKeys.KEYS,
                        LogKeys.KEYS,
                        LogKeys.RETAIN_KEYS,
                        AlertKeys.KEYS,
                        AlertKeys.STATE_KEYS,
                        AlertKeys.RATE_KEYS,
                        AlertKeys.SIZE_KEYS,
                        AlertKeys.TIME_KEYS,
                        TestKeys.KEYS)
                .map(KeySet::all)
                .forEach(keys -> assertThat(shown).containsAll(keys));
        assertThat(shown).contains(TopKeys.NODE_ENV);
    }
}
