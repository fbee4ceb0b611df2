package dev.brummer.config;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Files that are made, because no editor would take them. */
final class Monsters {
    private static final String ONE = "services: {web: {command: npm start}}\n";

    static final Map<String, byte[]> ALL = new TreeMap<>(Map.of(
            "monster-ten-megabytes", utf8("nonsense ".repeat(10 << 17)),
            "monster-brackets", utf8("[".repeat(50_000)),
            "monster-braces", utf8("{a: ".repeat(50_000)),
            "monster-indent", utf8("- ".repeat(50_000)),
            "monster-alias-bomb", utf8(bomb()),
            "monster-not-utf8", new byte[] {'n', 'a', 'm', 'e', ':', ' ', (byte) 0xe4, '\n'},
            "monster-utf16", ONE.getBytes(StandardCharsets.UTF_16),
            "monster-bom-and-windows-lines", utf8("\ufeffservices:\r\n  web:\r\n    command: npm start\r\n"),
            "monster-control-character", utf8("name: \u0007\n" + ONE),
            "monster-empty", new byte[0]));

    static {
        ALL.put("monster-long-line", utf8("name: [" + "x, ".repeat(100_000) + "]\n" + ONE));
        ALL.put("monster-alias-chain", utf8(chain()));
        ALL.put("monster-many-faults", utf8(faults()));
        ALL.put("monster-defaults", utf8(defaults()));
        ALL.put("monster-cycle", utf8(cycle()));
        ALL.put("monster-unknown-services", utf8(unknown()));
        ALL.put("monster-unset-variables", utf8(unset()));
        ALL.put("monster-template", utf8("name: " + "${A:-".repeat(10_000) + "\n" + ONE));
    }

    private Monsters() {}

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("x-a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (char c = 'b'; c < 'k'; c++) {
            bomb.append("x-").append(c).append(": &").append(c).append(" [");
            bomb.append(("*" + (char) (c - 1) + ", ").repeat(9)).append("]\n");
        }
        return bomb.append(ONE).toString();
    }

    private static String chain() {
        StringBuilder chain = new StringBuilder("x-0: &a0 [x]\n");
        for (int i = 1; i < 5_000; i++) {
            chain.append("x-")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [*a")
                    .append(i - 1)
                    .append("]\n");
        }
        return chain.append(ONE).toString();
    }

    private static String faults() {
        StringBuilder faults = new StringBuilder("services:\n  web:\n    command: npm start\n");
        for (int i = 0; i < 5_000; i++) {
            faults.append("    nonsense").append(i).append(": 1\n");
        }
        return faults.toString();
    }

    private static String defaults() {
        StringBuilder text = new StringBuilder("defaults:\n  environment:\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("    A").append(i).append(": x\n");
        }
        text.append("services:\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("  s").append(i).append(": {command: a}\n");
        }
        return text.toString();
    }

    private static String cycle() {
        StringBuilder text = new StringBuilder("services:\n");
        for (int i = 0; i < 15_000; i++) {
            text.append("  s")
                    .append(i)
                    .append(": {command: a, depends_on: [s")
                    .append((i + 1) % 15_000)
                    .append("]}\n");
        }
        return text.toString();
    }

    private static String unknown() {
        StringBuilder text = new StringBuilder("services:\n");
        for (int i = 0; i < 1_900; i++) {
            text.append("  service-").append(i).append(": {command: a, depends_on: [");
            for (int k = 0; k < 30; k++) {
                text.append("servise-").append(i).append('x').append(k).append(", ");
            }
            text.append("]}\n");
        }
        return text.toString();
    }

    private static String unset() {
        StringBuilder text = new StringBuilder("services:\n  web:\n    command: |\n");
        for (int i = 0; i < 60_000; i++) {
            text.append("      ${A").append(i).append("}\n");
        }
        return text.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
