package dev.brummer.discovery.engine;

import dev.brummer.config.Choice;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.engine.ComposeTools.Tool;
import dev.brummer.discovery.script.Programs;
import dev.brummer.discovery.shell.ShellLine;
import dev.brummer.discovery.shell.Step;
import dev.brummer.discovery.sketch.Said;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.sketch.Sketch;
import dev.brummer.spi.ServiceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a sketch what can run on this machine: a tool for containers that is missing is replaced by one that takes the
 * same words, and what starts containers is left out where no engine answers. For one sketch.
 */
public final class ContainerNeeds {
    private static final Pattern CALL = Pattern.compile(
            "^((?:[A-Za-z_][A-Za-z0-9_]*=\\S*\\s+)*)(docker-compose|docker\\s+compose|podman-compose|podman\\s+compose)(?=\\s|$)");
    private static final List<String> COMMANDS = List.of("command", "stop_command");

    private final Map<String, String> environment;
    private @Nullable ComposeTools tools;
    private @Nullable Optional<String> missing;

    /** @param environment of the caller, by which tools and engine are found */
    public ContainerNeeds(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The same on this machine. */
    public Sketch here(Sketch sketch) {
        Map<ServiceId, String> leftOut = new LinkedHashMap<>(sketch.choice().leftOut());
        for (ServiceSketch service : sketch.services()) {
            text(service, "command")
                    .filter(text -> Programs.startsContainers(text))
                    .flatMap(this::missing)
                    .ifPresent(why -> leftOut.put(service.id(), why));
        }
        Choice before = sketch.choice();
        Choice choice = new Choice(before.groups(), before.unasked(), leftOut, before.isFound());
        return sketch.of(sketch.services().stream().map(this::here).toList(), choice);
    }

    private static Optional<String> text(ServiceSketch service, String key) {
        return service.key(key).map(Said::value).filter(Scalar.class::isInstance).map(value -> ((Scalar) value).text());
    }

    private ServiceSketch here(ServiceSketch service) {
        ServiceSketch here = service;
        for (String key : COMMANDS) {
            Said said = service.key(key).orElse(null);
            if (said != null && said.value() instanceof Scalar written) {
                String text = replaced(written.text());
                here = text.equals(written.text())
                        ? here
                        : here.with(key, text, written.span(), "this machine has no other tool for it");
            }
        }
        return here;
    }

    private String replaced(String text) {
        Optional<ShellLine> line = text.contains("compose") ? ShellLine.parse(text) : Optional.empty();
        if (line.isEmpty()) {
            return text;
        }
        StringBuilder replaced = new StringBuilder();
        int done = 0;
        for (Step step : line.get().steps()) {
            Matcher call = CALL.matcher(step.text());
            if (call.find()) {
                Tool tool = tool(call.group(2));
                Optional<Tool> other = tools().inPlaceOf(tool).filter(there -> there != tool);
                int begin = step.begin() + call.start(2);
                replaced.append(text, done, begin).append(other.map(Tool::words).orElse(call.group(2)));
                done = begin + call.group(2).length();
                if (other.filter(there -> !tools().waits(there)).isPresent()) {
                    int end = step.begin() + step.text().length();
                    replaced.append(text.substring(done, end).replaceFirst(" --wait(?= |$)", ""));
                    done = end;
                }
            }
        }
        return replaced.append(text.substring(done)).toString();
    }

    private static Tool tool(String written) {
        String words = written.replaceAll("\\s+", " ");
        for (Tool tool : Tool.values()) {
            if (tool.words().equals(words)) {
                return tool;
            }
        }
        throw new IllegalArgumentException("no tool " + words);
    }

    private Optional<String> missing(String text) {
        Matcher call = CALL.matcher(text);
        if (!call.find()) {
            return Optional.empty();
        }
        Optional<Tool> tool = tools().inPlaceOf(tool(call.group(2)));
        if (tool.isEmpty()) {
            return Optional.of("there is no " + call.group(2) + " here, and nothing that could stand in for it");
        }
        return tool.get().isEngine() ? Optional.empty() : engine();
    }

    private ComposeTools tools() {
        ComposeTools known = tools;
        if (known == null) {
            known = ComposeTools.of(environment);
            tools = known;
        }
        return known;
    }

    private Optional<String> engine() {
        Optional<String> known = missing;
        if (known == null) {
            known = new EngineSearch(environment).missing();
            missing = known;
        }
        return known;
    }
}
