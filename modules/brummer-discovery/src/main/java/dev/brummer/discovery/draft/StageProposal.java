package dev.brummer.discovery.draft;

import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.discovery.sketch.Said;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.sketch.Sketch;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Groups services into stages where nobody has said any: what others are built upon first, what lets the world in
 * last. A name counts only as far as the dependencies allow it.
 */
public final class StageProposal {
    /** What there is to say of stages that were proposed. */
    public static final String WHY =
            "proposed from names and dependencies: a stage opens when all of the one before it is ready";

    private static final List<String> STAGES = List.of("infra", "core", "services", "gateway");
    private static final int INFRA = 0;
    private static final int CORE = 1;
    private static final int SERVICES = 2;
    private static final int GATEWAY = 3;
    private static final int FEWEST = 3;
    private static final int MOST = 500;

    private static final Pattern SERVER = Pattern.compile(
            "(^|.*[-_.:/ ])(postgres(ql)?|pgbouncer|postgis|mysqld?|mariadbd?|mongod?|mongodb|redis(-server)?|valkey"
                    + "|memcached|rabbitmq(-server)?|kafka|zookeeper|redpanda|nats(-server)?|elasticsearch|opensearch"
                    + "|minio|consul|vault|etcd|localstack|mailhog|mailpit|database|db|broker|cache|queue)"
                    + "([-_.:0-9 ].*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CORE_NAME = Pattern.compile(
            "(^|.*[-_.])(auth|identity|config|registry|eureka|discovery)([-_.].*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern GATEWAY_NAME = Pattern.compile(
            "(^|.*[-_.])(gateway|gw|bff|proxy|ingress|edge)([-_.].*)?", Pattern.CASE_INSENSITIVE);

    private final Map<String, Set<String>> edges = new LinkedHashMap<>();
    private final Map<String, Integer> stages = new LinkedHashMap<>();

    /** @param services those that start without being asked for by name */
    private StageProposal(List<ServiceSketch> services) {
        services.forEach(service -> edges.put(service.id().name(), Set.copyOf(service.waitsFor())));
    }

    /** The same sketch in stages; as it is where it has some, or where they would tell nothing. */
    public static Sketch of(Sketch sketch) {
        boolean staged = sketch.services().stream().anyMatch(service -> service.key("stage").isPresent());
        List<ServiceSketch> meant = sketch.services().stream().filter(service -> !Lasting.isByHand(service)).toList();
        if (staged || !sketch.stages().isEmpty() || meant.size() < FEWEST || meant.size() > MOST) {
            return sketch;
        }
        return new StageProposal(meant).staged(sketch, meant);
    }

    private Sketch staged(Sketch sketch, List<ServiceSketch> meant) {
        meant.forEach(service -> stages.put(service.id().name(), byName(service)));
        keepInfraFree();
        addPreparations(meant);
        boolean moved = lift();
        while (moved) {
            moved = lift();
        }
        Set<Integer> used = new HashSet<>(stages.values());
        if (used.size() < 2) {
            return sketch;
        }
        List<String> names = STAGES.stream().filter(name -> used.contains(STAGES.indexOf(name))).toList();
        List<ServiceSketch> services = sketch.services().stream()
                .map(service -> stages.containsKey(service.id().name())
                        ? service.with("stage", STAGES.get(stage(service.id().name())), service.at(), "")
                        : service)
                .toList();
        return new Sketch(sketch.source(), sketch.keys(), names, services, sketch.leftovers(), sketch.choice());
    }

    private int stage(String name) {
        return stages.getOrDefault(name, SERVICES);
    }

    private int byName(ServiceSketch service) {
        String name = service.id().name();
        if (isServer(service)) {
            return INFRA;
        }
        boolean wanted = edges.values().stream().anyMatch(on -> on.contains(name));
        if (GATEWAY_NAME.matcher(name).matches() && !wanted) {
            return GATEWAY;
        }
        return CORE_NAME.matcher(name).matches() ? CORE : SERVICES;
    }

    /** What prepares servers, such as the migration of a database, belongs to them. */
    private void addPreparations(List<ServiceSketch> meant) {
        for (ServiceSketch service : meant) {
            Set<String> on = edges.getOrDefault(service.id().name(), Set.of());
            if (isTask(service) && !on.isEmpty() && on.stream().allMatch(each -> stage(each) == INFRA)) {
                stages.put(service.id().name(), INFRA);
            }
        }
    }

    private static boolean isServer(ServiceSketch service) {
        String command = service.key("command").map(Said::value).map(StageProposal::text).orElse("");
        String program = command.split("\\s", 2)[0];
        boolean container = isTask(service) && command.matches("docker(-| )compose .*\\bup .*-d\\b.*");
        return container || SERVER.matcher(program).matches() || SERVER.matcher(service.id().name()).matches();
    }

    private static boolean isTask(ServiceSketch service) {
        return service.key("type").map(Said::value).map(StageProposal::text).filter("task"::equals).isPresent();
    }

    private static String text(Node node) {
        return switch (node) {
            case Scalar scalar -> scalar.text();
            case Sequence list -> list.items().isEmpty() ? "" : text(list.items().getFirst());
            case Mapping _ -> "";
        };
    }

    /** What is a server by its name alone, and waits for what is none, is a service like others. */
    private void keepInfraFree() {
        stages.replaceAll((name, stage) -> {
            boolean free = edges.getOrDefault(name, Set.of()).stream().allMatch(on -> stage(on) == INFRA);
            return stage == INFRA && !free ? Integer.valueOf(SERVICES) : stage;
        });
    }

    /** Has nobody be in an earlier stage than what it waits for; whether somebody had to move. */
    private boolean lift() {
        boolean moved = false;
        for (Map.Entry<String, Set<String>> from : edges.entrySet()) {
            int least = from.getValue().stream().filter(stages::containsKey).mapToInt(this::stage).max().orElse(INFRA);
            if (stage(from.getKey()) < least) {
                stages.put(from.getKey(), least);
                moved = true;
            }
        }
        return moved;
    }
}
