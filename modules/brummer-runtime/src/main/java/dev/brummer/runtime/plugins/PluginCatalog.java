package dev.brummer.runtime.plugins;

import dev.brummer.config.KnownPlugins;
import dev.brummer.config.PluginDescriptor;
import dev.brummer.config.source.Severity;
import dev.brummer.runtime.plugins.PluginFault.Words;
import dev.brummer.spi.HealthCheckFactory;
import dev.brummer.spi.LogParserFactory;
import dev.brummer.spi.OutputSinkFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The plugins there are, and what is wrong with others. Immutable once made. */
public final class PluginCatalog {
    private final Map<PluginKind<?>, Map<String, Contribution<?>>> known = new LinkedHashMap<>();
    private final List<PluginFault> faults = new ArrayList<>();

    private PluginCatalog() {
        PluginKind.ALL.forEach(kind -> known.put(kind, new LinkedHashMap<>()));
    }

    /** The plugins on Brummer's own class path. */
    public static PluginCatalog bundled() {
        PluginCatalog bundled = new PluginCatalog();
        PluginKind.ALL.forEach(bundled::addBundled);
        return bundled;
    }

    private <F> void addBundled(PluginKind<F> kind) {
        for (F factory : ServiceLoader.load(kind.factory())) {
            add(new Contribution<>(kind, factory, kind.describe().apply(factory), Plugin.BUNDLED));
        }
    }

    /** These and what was dropped in. */
    PluginCatalog with(List<PluginReading.Found> droppedIn) {
        PluginCatalog all = new PluginCatalog();
        contributions().forEach(all::add);
        all.faults.addAll(faults);
        for (PluginReading.Found found : droppedIn) {
            all.faults.addAll(found.faults());
            found.contributions().forEach(all::add);
        }
        return all;
    }

    private void add(Contribution<?> contribution) {
        Contribution<?> before = ofKind(contribution.kind()).putIfAbsent(contribution.id(), contribution);
        if (before != null) {
            String what = contribution.kind().noun() + " '" + contribution.id() + "'";
            String owner = before.plugin().isDroppedIn() ? before.plugin().name() : "brum itself";
            var words = new Words("brings " + what + ", which " + owner + " brings too", "remove one of them");
            faults.add(new PluginFault(
                    contribution.plugin(), contribution.kind().noun(), contribution.id(), words, Severity.ERROR));
        }
    }

    private Map<String, Contribution<?>> ofKind(PluginKind<?> kind) {
        return known.computeIfAbsent(kind, _ -> new LinkedHashMap<>());
    }

    /** What can be used, kind by kind. */
    public List<Contribution<?>> contributions() {
        return known.values().stream().<Contribution<?>>flatMap(each -> each.values().stream()).toList();
    }

    /** What cannot be used. */
    public List<PluginFault> faults() {
        return List.copyOf(faults);
    }

    /** What the configuration is checked for, and what to tell of plugins when it is loaded. */
    public KnownPlugins known() {
        return new KnownPlugins(
                descriptors(PluginKind.CHECK),
                descriptors(PluginKind.SINK),
                descriptors(PluginKind.PARSER),
                faults.stream().map(fault -> fault.plugin().name()).distinct().toList(),
                faults.stream().map(PluginFault::diagnostic).toList());
    }

    private List<PluginDescriptor> descriptors(PluginKind<?> kind) {
        return all(kind).stream().map(Contribution::descriptor).toList();
    }

    /** The kind of checks of that name, which the configuration was checked for. */
    public Contribution<HealthCheckFactory> check(String id) {
        return get(PluginKind.CHECK, id);
    }

    /** The kind of sinks of that name, which the configuration was checked for or Brummer itself brings. */
    public Contribution<OutputSinkFactory> sink(String id) {
        return get(PluginKind.SINK, id);
    }

    /** The kind of log parsers of that name, one of {@link #all}. */
    public Contribution<LogParserFactory> parser(String id) {
        return get(PluginKind.PARSER, id);
    }

    /** All of one kind, bundled ones first. */
    public <F> List<Contribution<F>> all(PluginKind<F> kind) {
        return ofKind(kind).keySet().stream().map(id -> get(kind, id)).toList();
    }

    // What is under a kind was added as that kind.
    @SuppressWarnings("unchecked")
    private <F> Contribution<F> get(PluginKind<F> kind, String id) {
        Contribution<?> contribution = ofKind(kind).get(id);
        if (contribution == null) {
            throw new IllegalStateException("no plugin '" + id + "', though the configuration was checked for it");
        }
        return (Contribution<F>) contribution;
    }
}
