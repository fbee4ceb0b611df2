package dev.brummer.logs.query;

import dev.brummer.spi.ServiceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A fleet of four services in two stages, on a day in Berlin. */
final class TestingScope implements QueryScope {
    static final Instant NOW = Instant.parse("2026-11-22T14:30:00Z");

    private final Map<String, List<ServiceId>> names = new LinkedHashMap<>();
    private final Map<String, Set<ServiceId>> stages = new LinkedHashMap<>();
    private final Map<String, Set<String>> links = new LinkedHashMap<>();
    private final Map<String, Map<Long, String>> probable = new LinkedHashMap<>();
    private Optional<Instant> mark = Optional.empty();

    TestingScope() {
        for (String service : List.of("auth", "users", "worker", "compose")) {
            names.put(service, List.of(id(service)));
        }
        names.put("authservice", List.of(id("auth")));
        names.put("nightshift", List.of(id("worker")));
        names.put("data", List.of(id("users"), id("worker")));
        stages.put("core", Set.of(id("auth"), id("users")));
        stages.put("services", Set.of(id("worker")));
    }

    static ServiceId id(String name) {
        return new ServiceId(name);
    }

    TestingScope marked(Instant at) {
        mark = Optional.of(at);
        return this;
    }

    TestingScope linked(String... ids) {
        for (String id : ids) {
            links.put(id, new TreeSet<>(List.of(ids)));
        }
        return this;
    }

    /** Has a unit that holds {@code mark} belong to the request of an id. */
    TestingScope probable(String id, long sequence, String mark) {
        probable.put(id, Map.of(sequence, mark));
        return this;
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Europe/Berlin");
    }

    @Override
    public Optional<Instant> mark() {
        return mark;
    }

    @Override
    public Named service(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace(" ", "").replace("-", "");
        List<ServiceId> found = names.getOrDefault(plain, List.of());
        return switch (found.size()) {
            case 0 -> new Named.Unknown(plain.equals("uath") ? Optional.of("auth") : Optional.empty());
            case 1 -> new Named.Service(found.getFirst());
            default -> new Named.Ambiguous(found);
        };
    }

    @Override
    public Optional<Set<ServiceId>> stage(String name) {
        return Optional.ofNullable(stages.get(name));
    }

    @Override
    public List<String> stages() {
        return List.copyOf(stages.keySet());
    }

    @Override
    public Related related(String id) {
        return new Related(links.getOrDefault(id, Set.of(id)), probable.getOrDefault(id, Map.of()));
    }
}
