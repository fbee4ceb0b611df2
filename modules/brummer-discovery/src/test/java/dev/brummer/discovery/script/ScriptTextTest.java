package dev.brummer.discovery.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptTextTest {
    private static final Map<String, String> TEXTS = new LinkedHashMap<>();

    static {
        TEXTS.put("a", "node a.js");
        TEXTS.put("b", "tsc && node b.js");
        TEXTS.put("loop", "npm run pool");
        TEXTS.put("pool", "npm run loop");
        TEXTS.put("x:1", "one");
        TEXTS.put("x:2", "two");
        TEXTS.put("prehooked", "npm run a");
        TEXTS.put("hooked", "vite");
        TEXTS.put("posthooked", "rm -r x; true");
        TEXTS.put("odd", "if true; then a; fi # yes");
        TEXTS.put("prestrange", "npm run odd");
        TEXTS.put("strange", "go");
    }

    private static final ScriptText THERE = new ScriptText(Map.of("dev", "next dev"), _ -> Optional.empty(), true);
    private static final ScriptText SCRIPTS = new ScriptText(
            TEXTS, folder -> folder.equals("web") ? Optional.of(THERE) : Optional.empty(), true);

    @Test
    void aCallIsReplacedByWhatTheScriptSays() {
        assertThat(SCRIPTS.of("wait-on tcp:1 && npm run a")).isEqualTo("wait-on tcp:1 && node a.js");
        assertThat(SCRIPTS.of("npm run b || yarn a")).isEqualTo("(tsc && node b.js) || node a.js");
        assertThat(SCRIPTS.of("(npm run a; x)")).isEqualTo("(node a.js; x)");
        assertThat(SCRIPTS.of("npm run missing")).isEqualTo("npm run missing");
        assertThat(SCRIPTS.of("npm run a | tee log")).isEqualTo("npm run a | tee log");
    }

    @Test
    void argumentsAndVariablesGoWithIt() {
        assertThat(SCRIPTS.of("npm run a -- --port 1 'b c'")).isEqualTo("node a.js --port 1 'b c'");
        assertThat(SCRIPTS.of("A=1 npm run a")).isEqualTo("A=1 node a.js");
        assertThat(SCRIPTS.of("cross-env A=1 npm run b")).isEqualTo("(export A=1; (tsc && node b.js))");
    }

    @Test
    void severalRunAsTheirToolWouldRunThem() {
        assertThat(SCRIPTS.of("x && run-s x:*")).isEqualTo("x && (one && two)");
        assertThat(SCRIPTS.of("x && run-p x:*")).isEqualTo("x && (one & two & wait)");
        assertThat(SCRIPTS.of("x && npm run a x:1")).isEqualTo("x && (node a.js & one & wait)");
    }

    @Test
    void whatRunsBeforeAndAfterIsThere() {
        assertThat(SCRIPTS.around("hooked", "vite")).isEqualTo("node a.js && vite && (rm -r x; true)");
        assertThat(SCRIPTS.of("npm run hooked")).isEqualTo("(node a.js && vite && (rm -r x; true))");
        assertThat(SCRIPTS.around("strange", "go")).isEqualTo("((if true; then a; fi # yes\n)\n) && go");
        assertThat(SCRIPTS.around("a", "node a.js")).isEqualTo("node a.js");
    }

    @Test
    void scriptsOfOtherFoldersRunThere() {
        assertThat(SCRIPTS.of("x && npm --prefix web run dev")).isEqualTo("x && (cd web && next dev)");
        assertThat(SCRIPTS.of("x && npm --prefix api run dev")).isEqualTo("x && npm --prefix api run dev");
    }

    @Test
    void scriptsThatCallEachOtherEnd() {
        assertThat(SCRIPTS.of("npm run loop")).isEqualTo("npm run loop");
        Map<String, String> doubling = new LinkedHashMap<>();
        for (int i = 0; i < 60; i++) {
            doubling.put("s" + i, "npm run s" + (i + 1) + " && npm run s" + (i + 1));
        }
        assertThat(new ScriptText(doubling, _ -> Optional.empty(), true).of("npm run s0")).hasSizeLessThan(100_000);
    }

    @Test
    void whereAManagerReadsTheFileItIsLeftToIt() {
        ScriptText left = new ScriptText(TEXTS, _ -> Optional.empty(), false);

        assertThat(left.of("x && npm run a")).isEqualTo("x && npm run a");
        assertThat(left.around("hooked", "vite")).isEqualTo("npm run a && vite && (rm -r x; true)");
    }
}
