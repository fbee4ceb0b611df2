package dev.brummer.config;

import dev.brummer.config.keys.ServiceKeys;
import dev.brummer.config.shape.Located;
import dev.brummer.config.shape.Section;
import dev.brummer.config.source.Diagnostic;
import dev.brummer.config.source.Diagnostic.Frame;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.Severity;
import dev.brummer.config.source.Span;
import dev.brummer.core.model.Dependency;
import dev.brummer.core.model.PortClaim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks what services say of each other: dependencies, stages, ports, cycles. */
final class Agreement {
    private final Map<String, Draft> drafts;
    private final StageReader stages;
    private final Faults faults;
    private final Map<String, List<Located<Dependency>>> dependencies = new LinkedHashMap<>();

    Agreement(Map<String, Draft> drafts, StageReader stages, Faults faults) {
        this.drafts = drafts;
        this.stages = stages;
        this.faults = faults;
    }

    /** The edges of each active service, without those to services that a profile left out and nobody requires. */
    Map<String, List<Located<Dependency>>> check() {
        Map<Integer, Located<String>> claimed = new HashMap<>();
        for (Draft draft : drafts.values()) {
            stage(draft);
            List<Located<Dependency>> edges = edges(draft);
            if (draft.active()) {
                dependencies.put(draft.name(), edges);
                ports(draft, claimed);
            }
        }
        graph().reportCycles(faults);
        return dependencies;
    }

    private void stage(Draft draft) {
        String stage = draft.section().get(ServiceKeys.STAGE);
        if (stage == null || stages.names().contains(stage)) {
            return;
        }
        String hint = stages.names().isEmpty()
                ? "declare it at the top level: 'stages: [" + stage + "]'"
                : faults.hint(stage, stages.names());
        Span at = draft.section().at(ServiceKeys.STAGE);
        faults.error(
                "unknown-stage",
                "service '" + draft.name() + "' names a stage '" + stage + "' that does not exist",
                at,
                hint);
    }

    private List<Located<Dependency>> edges(Draft draft) {
        List<Located<Dependency>> edges = new ArrayList<>();
        Map<String, Located<Section>> written = draft.section().get(ServiceKeys.DEPENDS_ON, Map.of());
        for (Map.Entry<String, Located<Section>> entry : written.entrySet()) {
            Dependency dependency =
                    SpecBuilder.dependency(entry.getKey(), entry.getValue().value());
            if (exists(draft, dependency, entry.getValue().span())) {
                edges.add(new Located<>(dependency, entry.getValue().span()));
            }
        }
        return edges;
    }

    private boolean exists(Draft draft, Dependency dependency, Span at) {
        String on = dependency.on().name();
        Draft target = drafts.get(on);
        if (on.equals(draft.name())) {
            faults.error("self-dependency", "service '" + on + "' depends on itself", at, "remove it");
            return false;
        }
        if (target == null) {
            String message = "service '" + draft.name() + "' depends on '" + on + "', which does not exist";
            faults.error("unknown-service", message, at, faults.hint(on, drafts.keySet()));
            return false;
        }
        if (draft.active() && !target.active() && dependency.required()) {
            leftOut(
                    "service '" + draft.name() + "' depends on '" + on + "'",
                    target,
                    at,
                    "add 'required: false', or start with");
        }
        return target.active();
    }

    private void leftOut(String subject, Draft target, Span at, String advice) {
        faults.add(leftOut(subject, target, at, advice, profiles(target)));
    }

    /** What to say where something needs a service that the profiles leave out. */
    static Diagnostic leftOut(String subject, Draft target, Span at, String advice, List<Located<String>> profiles) {
        String first = profiles.isEmpty() ? "…" : profiles.getFirst().value();
        List<Frame> frames = new ArrayList<>();
        frames.add(new Frame(at, advice + " --profile +" + first));
        if (!profiles.isEmpty()) {
            frames.add(new Frame(target.section().at(ServiceKeys.PROFILES), "only here"));
        }
        String message = subject + ", which the active profiles leave out";
        return new Diagnostic(Severity.ERROR, "left-out", message, frames, List.of());
    }

    static List<Located<String>> profiles(Draft draft) {
        return draft.section().get(ServiceKeys.PROFILES, List.of());
    }

    private void ports(Draft draft, Map<Integer, Located<String>> claimed) {
        boolean scaled = draft.section().get(ServiceKeys.SCALE, 1) > 1;
        for (Located<PortClaim> claim : draft.section().get(ServiceKeys.PORTS, List.of())) {
            if (!(claim.value() instanceof PortClaim.Fixed(int port))) {
                continue;
            }
            Located<String> first = claimed.putIfAbsent(port, new Located<>(draft.name(), claim.span()));
            if (first != null) {
                twice(port, draft, claim.span(), first);
            } else if (scaled) {
                String message = "copies of service '" + draft.name() + "' cannot share port " + port;
                faults.error("scaled-port", message, claim.span(), "write 'auto': each copy gets its own, as PORT");
            }
        }
    }

    private void twice(int port, Draft draft, Span at, Located<String> first) {
        boolean same = first.value().equals(draft.name());
        String message = same
                ? "service '" + draft.name() + "' claims port " + port + " twice"
                : "services '" + first.value() + "' and '" + draft.name() + "' both claim port " + port;
        List<Frame> frames = first.span().equals(at)
                ? List.of(new Frame(at, "they share this line"))
                : List.of(
                        new Frame(at, same ? "again" : draft.name()),
                        new Frame(first.span(), same ? "first" : first.value()));
        faults.add(new Diagnostic(Severity.ERROR, "port-twice", message, frames, List.of()));
    }

    private WaitGraph graph() {
        WaitGraph graph = new WaitGraph();
        dependencies.keySet().forEach(graph::service);
        stages.names().forEach(graph::stage);
        for (Draft draft : drafts.values()) {
            for (Located<Dependency> edge : dependencies.getOrDefault(draft.name(), List.of())) {
                graph.dependency(draft.name(), edge.value().on().name(), edge.span());
            }
            String stage = draft.section().get(ServiceKeys.STAGE);
            if (stage != null && draft.active()) {
                graph.inStage(draft.name(), stage, draft.section().at(ServiceKeys.STAGE));
                if (!draft.section().get(ServiceKeys.OPTIONAL, false)) {
                    graph.holdsUp(draft.name(), stage, draft.section().at(ServiceKeys.STAGE));
                }
            }
        }
        stages.addTo(graph);
        return graph;
    }
}
