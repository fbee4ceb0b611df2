package dev.brummer.config.view;

import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.config.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A YAML file as JSON, its plain scalars typed by the core schema as an editor sees them. */
final class AsJson {
    private AsJson() {}

    static boolean isReadable(Path file) throws IOException {
        return read(file) != null;
    }

    static String of(Path file) throws IOException {
        Node node = read(file);
        return JsonText.write(node == null ? null : value(node));
    }

    private static @Nullable Node read(Path file) throws IOException {
        Faults faults = new Faults();
        Node node = YamlReader.read(new SourceFile(file.toString(), Files.readString(file)), faults);
        return faults.hasErrors() ? null : node;
    }

    private static @Nullable Object value(Node node) {
        return switch (node) {
            case Mapping mapping -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                mapping.entries().forEach((key, entry) -> map.put(key, value(entry.value())));
                yield map;
            }
            case Sequence sequence -> {
                List<@Nullable Object> list = new ArrayList<>();
                sequence.items().forEach(item -> list.add(value(item)));
                yield list;
            }
            case Scalar scalar when scalar.isNull() -> null;
            case Scalar scalar -> scalar.plain() ? plain(scalar.text()) : scalar.text();
        };
    }

    private static Object plain(String text) {
        if (text.matches("true|True|TRUE|false|False|FALSE")) {
            return Boolean.valueOf(text);
        }
        if (text.matches("[-+]?[0-9]{1,18}")) {
            return Long.valueOf(text);
        }
        return text.matches("[-+]?[0-9]+\\.[0-9]*") ? Double.valueOf(text) : text;
    }
}
