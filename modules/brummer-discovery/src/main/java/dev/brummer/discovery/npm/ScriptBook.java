package dev.brummer.discovery.npm;

import dev.brummer.discovery.script.Call;
import dev.brummer.discovery.script.Call.Target;
import dev.brummer.discovery.script.Meaning;
import dev.brummer.discovery.script.MeaningReader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The scripts of a file, with what each means and is. Immutable. */
final class ScriptBook {
    // What npm runs by itself when it installs, packs or publishes.
    private static final Set<String> LIFE_CYCLE = Set.of(
            "preinstall", "install", "postinstall", "preprepare", "prepare", "postprepare", "prepublish", "prepublishOnly",
            "publish", "postpublish", "prepack", "postpack", "preversion", "version", "postversion", "preshrinkwrap",
            "shrinkwrap", "postshrinkwrap", "dependencies");

    private final Map<String, PackageScript> scripts;
    private final boolean hooked;
    private final Map<String, Meaning> meanings = new LinkedHashMap<>();
    private final Set<String> called = new LinkedHashSet<>();

    /** @param hooked whether the manager runs {@code pre…} and {@code post…} of other scripts */
    ScriptBook(PackageFile file, boolean hooked) {
        this.scripts = file.scripts();
        this.hooked = hooked;
        MeaningReader reader = new MeaningReader(scripts.keySet());
        scripts.values().forEach(script -> meanings.put(script.name(), reader.read(script.name(), script.text().text())));
        calls(call -> {
            if (call.target() instanceof Target.Script(var name)) {
                called.add(name);
            }
        });
    }

    /** All of them, in the order of the file. */
    List<PackageScript> all() {
        return List.copyOf(scripts.values());
    }

    boolean has(String name) {
        return scripts.containsKey(name);
    }

    PackageScript script(String name) {
        return found(scripts.get(name), name);
    }

    Meaning meaning(String name) {
        return found(meanings.get(name), name);
    }

    private static <T> T found(@Nullable T there, String name) {
        if (there == null) {
            throw new IllegalArgumentException("no script " + name);
        }
        return there;
    }

    /** Whether it stands for others. */
    boolean isGroup(String name) {
        return meanings.get(name) instanceof Meaning.Calls;
    }

    /** Whether somebody may ask for it by its name, and not only what runs others. */
    boolean isOffered(String name) {
        return called.contains(name) || !(LIFE_CYCLE.contains(name) || isHook(name));
    }

    /** Whether it is a service of its own. */
    boolean isService(String name) {
        return !isGroup(name) && isOffered(name);
    }

    /** Whether it runs before or after another one, as part of it. */
    private boolean isHook(String name) {
        return hooked && (isHook(name, "pre") || isHook(name, "post"));
    }

    private boolean isHook(String name, String prefix) {
        return name.startsWith(prefix) && isOwnScript(name.substring(prefix.length()));
    }

    private boolean isOwnScript(String name) {
        return scripts.containsKey(name) && !isGroup(name);
    }

    /** The group that a script is to run before. */
    Optional<String> group(String hook) {
        String name = hook.startsWith("pre") ? hook.substring("pre".length()) : "";
        return hooked && isGroup(name) ? Optional.of(name) : Optional.empty();
    }

    /** The script that is to run before a group. */
    Optional<String> before(String group) {
        String name = "pre" + group;
        return hooked && scripts.containsKey(name) ? Optional.of(name) : Optional.empty();
    }

    /** Tells every call that any script makes, in the order of the file. */
    void calls(Consumer<Call> seen) {
        meanings.values().forEach(meaning -> calls(meaning, seen));
    }

    private static void calls(Meaning meaning, Consumer<Call> seen) {
        List<List<Call>> phases = switch (meaning) {
            case Meaning.Calls(var all, _) -> all;
            case Meaning.Program(_, _, var before) -> before;
            case Meaning.Containers _ -> List.of();
        };
        for (List<Call> phase : phases) {
            for (Call call : phase) {
                seen.accept(call);
                if (call.target() instanceof Target.Inline(var inner)) {
                    calls(inner, seen);
                }
            }
        }
    }
}
