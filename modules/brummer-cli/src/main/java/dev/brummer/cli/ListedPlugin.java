package dev.brummer.cli;

import dev.brummer.runtime.plugins.Contribution;
import dev.brummer.runtime.plugins.Plugin;
import dev.brummer.runtime.plugins.PluginCatalog;
import dev.brummer.runtime.plugins.PluginFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A plugin as {@code brum plugins} lists it: what goes by one name in one jar, or why it does not.
 *
 * @param id empty where a broken one has none
 * @param kinds what goes by that name: {@code check}, {@code sink}; empty where it is not known
 * @param version empty where it is not known
 * @param from {@code bundled}, or the jar or folder
 * @param description what it says of itself; empty where it is broken
 * @param reason why it cannot be used; empty where it can
 * @param remedy what to do about that
 */
record ListedPlugin(
        String id,
        List<String> kinds,
        String version,
        String from,
        String description,
        String reason,
        String remedy) {
    private record Name(String from, String id) {}

    /** All of them: what can be used, then what cannot. */
    static List<ListedPlugin> of(PluginCatalog catalog) {
        Map<Name, List<Contribution<?>>> usable = new LinkedHashMap<>();
        for (Contribution<?> each : catalog.contributions()) {
            usable.computeIfAbsent(new Name(each.plugin().name(), each.id()), _ -> new ArrayList<>()).add(each);
        }
        List<ListedPlugin> listed = new ArrayList<>();
        usable.values().forEach(contributions -> listed.add(usable(contributions)));
        catalog.faults().forEach(fault -> listed.add(broken(fault)));
        return listed;
    }

    private static ListedPlugin usable(List<Contribution<?>> contributions) {
        Contribution<?> first = contributions.getFirst();
        Set<String> kinds = new TreeSet<>();
        contributions.forEach(each -> kinds.add(each.kind().noun()));
        Plugin plugin = first.plugin();
        String description = String.join(
                " ", contributions.stream().map(each -> each.descriptor().description()).distinct().toList());
        return new ListedPlugin(first.id(), List.copyOf(kinds), version(plugin), plugin.name(), description, "", "");
    }

    private static ListedPlugin broken(PluginFault fault) {
        List<String> kinds = fault.noun().isEmpty() ? List.of() : List.of(fault.noun());
        return new ListedPlugin(
                fault.id(), kinds, version(fault.plugin()), fault.plugin().name(), "", fault.reason(), fault.remedy());
    }

    private static String version(Plugin plugin) {
        return plugin.isDroppedIn() ? plugin.version() : Version.number();
    }

    boolean isUsable() {
        return reason.isEmpty();
    }
}
