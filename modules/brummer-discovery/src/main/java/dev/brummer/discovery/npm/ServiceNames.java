package dev.brummer.discovery.npm;

import dev.brummer.config.source.Faults;
import dev.brummer.discovery.script.Call.Target;
import dev.brummer.spi.ServiceId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What services are called that scripts become. For one thread. */
final class ServiceNames {
    private final Map<String, ServiceId> ids = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * Gives each script that is a service its name: the one that others call it, that of its stage, or its own.
     *
     * @param faults told of names that several would have
     */
    ServiceNames(ScriptBook book, Faults faults) {
        book.all().forEach(script -> taken.add(plain(script.name())));
        Map<String, String> called = called(book);
        for (PackageScript script : book.all()) {
            String name = script.name();
            if (book.isService(name)) {
                Optional.ofNullable(called.get(name))
                        .or(() -> StageScript.of(name).map(StageScript::stage))
                        .filter(other -> ServiceId.isValid(other) && !other.equals(plain(name)) && taken.add(other))
                        .ifPresent(other -> ids.put(name, new ServiceId(other)));
            }
        }
        own(book, faults);
    }

    /** Gives the others their own name; whoever is called exactly so has it. */
    private void own(ScriptBook book, Faults faults) {
        Set<String> given = new HashSet<>();
        List<PackageScript> left = book.all().stream()
                .filter(script -> book.isService(script.name()) && !ids.containsKey(script.name()))
                .toList();
        left.stream().map(PackageScript::name).filter(name -> name.equals(plain(name))).forEach(given::add);
        for (PackageScript script : left) {
            String name = script.name();
            boolean exact = name.equals(plain(name));
            String unique = exact ? name : unique(plain(name), given);
            if (!exact && !unique.equals(plain(name))) {
                faults.warning(
                        "same-name",
                        "the script '" + name + "' and another one would both be '" + plain(name) + "'",
                        script.at(),
                        "this one is '" + unique + "'");
            }
            ids.put(name, new ServiceId(unique));
        }
        taken.addAll(given);
    }

    /** What others call scripts, where it is not what some script is called; the first in the file counts. */
    private static Map<String, String> called(ScriptBook book) {
        Map<String, String> called = new LinkedHashMap<>();
        book.calls(call -> {
            if (call.target() instanceof Target.Script(var script)) {
                call.name().ifPresent(name -> called.putIfAbsent(script, name));
            }
        });
        return called;
    }

    /** The name, with a number behind it where it has been given already. */
    static String unique(String name, Set<String> given) {
        String unique = name;
        for (int number = 2; !given.add(unique); number++) {
            unique = name + "-" + number;
        }
        return unique;
    }

    /** The service of a script that is one. */
    ServiceId of(String script) {
        ServiceId id = ids.get(script);
        if (id == null) {
            throw new IllegalArgumentException("no service for script " + script);
        }
        return id;
    }

    /** The script that a service is, if it is one by itself. */
    Optional<String> script(ServiceId id) {
        return ids.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A name for what stands in a script itself: the first of some that nobody has. */
    ServiceId inline(List<String> wishes) {
        for (String wish : wishes) {
            if (ServiceId.isValid(wish) && taken.add(wish)) {
                return new ServiceId(wish);
            }
        }
        return new ServiceId(unique(plain(wishes.getLast()), taken));
    }

    /** A name without what the name of a service cannot hold. */
    static String plain(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_.-]+", "-").replaceAll("^[^A-Za-z0-9]+", "");
        return ServiceId.isValid(plain) ? plain : "script";
    }
}
