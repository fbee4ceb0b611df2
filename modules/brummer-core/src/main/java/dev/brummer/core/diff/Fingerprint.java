package dev.brummer.core.diff;

import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.Template;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a service's declaration is, and the variables it names are, as a short text: the same in every process that sees
 * the same, another one otherwise. What went into it cannot be read from it. What a service inherits without naming it
 * does not count: no two terminals have the same.
 */
public final class Fingerprint {
    private static final int BYTES = 16;

    private Fingerprint() {}

    /** @param project the one that {@code service} is of */
    public static String of(Project project, ServiceSpec service) {
        return of(project, service, RunSight.imaginedPorts(project));
    }

    /** Of each of a project's services. */
    public static Map<ServiceId, String> ofAll(Project project) {
        Map<InstanceId, List<Integer>> ports = RunSight.imaginedPorts(project);
        Map<ServiceId, String> all = new LinkedHashMap<>();
        project.services().forEach((id, spec) -> all.put(id, of(project, spec, ports)));
        return all;
    }

    private static String of(Project project, ServiceSpec service, Map<InstanceId, List<Integer>> ports) {
        RunSight sight = RunSight.of(project, service, ports);
        Map<String, String> named = new TreeMap<>(sight.environment());
        named.keySet().retainAll(service.environment().keySet());
        StringBuilder text = new StringBuilder();
        write(service, text);
        write(named, text);
        write(project.overrides(), text);
        write(sight.command(), text);
        write(sight.checks(), text);
        write(sight.fault(), text);
        return digest(text.toString());
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** A value in one way alone, whatever order its sets and maps have in this process. */
    private static void write(Object value, StringBuilder to) {
        switch (value) {
            case Record fields -> writeRecord(fields, to);
            case Template template -> writeText(template.source(), to);
            case Optional<?> some -> writeAll('?', some.stream().toList(), to);
            case List<?> list -> writeAll('[', list, to);
            case Set<?> set -> writeAll('{', set.stream().map(Fingerprint::written).sorted().toList(), to);
            case Map<?, ?> map -> {
                Map<String, String> sorted = new TreeMap<>();
                map.forEach((key, each) -> sorted.put(written(key), written(each)));
                sorted.forEach((key, each) -> writeAll(':', List.of(key, each), to));
                to.append(';');
            }
            default -> writeText(value.toString(), to);
        }
    }

    private static String written(Object value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void writeAll(char kind, List<?> values, StringBuilder to) {
        to.append(kind).append(values.size()).append(' ');
        values.forEach(each -> write(each, to));
    }

    /** With its length, so that no two lists of texts are written alike. */
    private static void writeText(String text, StringBuilder to) {
        to.append(text.length()).append(' ').append(text);
    }

    /** Part by part as it is declared, so that no key can be forgotten. */
    private static void writeRecord(Record fields, StringBuilder to) {
        writeText(fields.getClass().getSimpleName(), to);
        try {
            for (RecordComponent part : fields.getClass().getRecordComponents()) {
                write(part.getAccessor().invoke(fields), to);
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a part of the model cannot be read: " + fields.getClass(), e);
        }
    }
}
