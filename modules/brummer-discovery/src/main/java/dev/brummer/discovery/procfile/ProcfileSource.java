package dev.brummer.discovery.procfile;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import dev.brummer.config.source.TextFile;
import dev.brummer.discovery.sketch.Leftover;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.sketch.Sketch;
import dev.brummer.discovery.sketch.Source;
import dev.brummer.spi.ServiceId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code Procfile}. As with foreman a line is {@code name: command}, and each process is told a port of its own in
 * PORT: 5000, 5100, and so on, in the order of the lines.
 */
public final class ProcfileSource implements Source {
    private static final Pattern LINE = Pattern.compile("^([A-Za-z0-9_.-]+):\\s*(\\S.*)$");
    private static final Pattern USES_PORT = Pattern.compile("\\$\\{?PORT\\b");
    private static final int FIRST_PORT = 5000;
    private static final int NEXT_PORT = 100;

    private static final String USUAL = "Procfile";

    private final String name;

    /** The one of the folder. */
    public ProcfileSource() {
        this(USUAL);
    }

    /** One of another name, relative to the folder. */
    public ProcfileSource(String name) {
        this.name = name;
    }

    @Override
    public String file() {
        return USUAL;
    }

    @Override
    public Optional<Sketch> read(LoadRequest request, Faults faults) {
        Path path = request.folder().resolve(name);
        SourceFile source = Files.isRegularFile(path) ? TextFile.read(path, name, faults) : null;
        return source == null ? Optional.empty() : Optional.of(sketch(source));
    }

    private static Sketch sketch(SourceFile source) {
        Map<String, ServiceSketch> services = new LinkedHashMap<>();
        List<Leftover> leftovers = new ArrayList<>();
        for (int i = 0; i < source.lineCount(); i++) {
            String line = source.line(i).strip();
            Span at = new Span(source, i, 0, i, source.line(i).length());
            Matcher entry = LINE.matcher(line);
            if (entry.matches() && ServiceId.isValid(entry.group(1)) && !services.containsKey(entry.group(1))) {
                services.put(entry.group(1), service(entry, at, FIRST_PORT + NEXT_PORT * services.size()));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                leftovers.add(new Leftover(at, "this line of the Procfile is not of the form 'name: command', or its"
                        + " name stands there twice", ""));
            }
        }
        return Sketch.of(source, List.copyOf(services.values())).leaving(leftovers);
    }

    private static ServiceSketch service(Matcher entry, Span at, int port) {
        ServiceSketch service = ServiceSketch.named(new ServiceId(entry.group(1)), at)
                .running(entry.group(2), at, "");
        if (!USES_PORT.matcher(entry.group(2)).find()) {
            return service;
        }
        return service.with("ports", List.of(Integer.toString(port)), at, "foreman's port for this line")
                .with("environment", List.of("PORT=" + port), at, "");
    }
}
