package dev.brummer.cli.capsule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a test ran on.
 *
 * @param brummer its version; empty where it is not known
 * @param plugins versions by name
 * @param programs versions by name: of those that services run, and that tell
 */
public record Versions(
        String brummer, String java, String system, int processors, Map<String, String> plugins, Map<String, String> programs) {
    public Versions {
        plugins = new TreeMap<>(plugins);
        programs = new TreeMap<>(programs);
    }

    /** With what the JVM knows of itself and of the machine. */
    public static Versions here(String brummer, Map<String, String> plugins, Map<String, String> programs) {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch");
        int processors = Runtime.getRuntime().availableProcessors();
        return new Versions(brummer, Runtime.version().toString(), system, processors, plugins, programs);
    }

    /** In a line, but for the plugins. */
    String line() {
        StringBuilder line = new StringBuilder(brummer.isEmpty() ? "brum" : "brum " + brummer)
                .append(", Java ").append(java)
                .append(", ").append(system)
                .append(", ").append(processors).append(processors == 1 ? " processor" : " processors");
        programs.forEach((program, version) -> line.append(", ").append(program).append(' ').append(version));
        return line.toString();
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("brummer", brummer);
        fields.put("java", java);
        fields.put("system", system);
        fields.put("processors", (long) processors);
        fields.put("plugins", plugins);
        fields.put("programs", programs);
        return fields;
    }
}
