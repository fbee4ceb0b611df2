package dev.brummer.discovery.npm;

import dev.brummer.config.Choice;
import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.Span;
import dev.brummer.discovery.script.Call;
import dev.brummer.discovery.script.Call.Target;
import dev.brummer.discovery.script.Meaning;
import dev.brummer.discovery.script.Programs;
import dev.brummer.discovery.script.Where;
import dev.brummer.discovery.sketch.Said;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.sketch.Sketch;
import dev.brummer.spi.ServiceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes services, groups and stages of the scripts of one file. For one read. */
final class ScriptSketch {
    private final PackageFile file;
    private final Set<String> named;
    private final Faults faults;
    private final ScriptBook book;
    private final ServiceNames names;
    private final ProgramSketches programs;
    private final ContainerSketches containers;
    private final Callings callings = new Callings();
    private final StartOrder order = new StartOrder();
    private final Map<ServiceId, ServiceSketch> services = new LinkedHashMap<>();
    private final Map<ServiceId, Map<String, String>> variables = new LinkedHashMap<>();

    ScriptSketch(LoadRequest request, PackageFile file, PackageTool manager, Workspaces workspaces, Faults faults) {
        this.file = file;
        this.named = request.named();
        this.faults = faults;
        this.book = new ScriptBook(file, manager.hasHooks(file.folder()));
        this.names = new ServiceNames(book, faults);
        PackageFolders folders = new PackageFolders(file, faults);
        this.programs = new ProgramSketches(file, manager, folders, workspaces, faults);
        this.containers = new ContainerSketches(request, faults);
    }

    /** @param keys what is said at the top level */
    Sketch sketch(Map<String, Said> keys) {
        book.all().forEach(this::make);
        List<StageScript> stages = StageScript.among(file.scripts().keySet());
        stages.forEach(this::stage);
        putInOrder(stages);
        Map<String, List<ServiceId>> groups = new LinkedHashMap<>();
        for (PackageScript script : book.all()) {
            if (book.isGroup(script.name()) && book.isOffered(script.name())) {
                List<ServiceId> members = callings.services(script.name());
                if (members.isEmpty()) {
                    String message = "the script '" + script.name() + "' only calls scripts that call it";
                    faults.warning("call-circle", message, script.text().span(), "");
                }
                groups.put(script.name(), members);
            }
        }
        Choice choice = Choice.found(groups, order.staged(), Map.of());
        Map<String, Said> top = new LinkedHashMap<>(keys);
        new ScriptTests(book).tests(this::meant, this::service).ifPresent(tests -> top.put("tests", tests));
        return new Sketch(file.source(), top, order.stages(), finished(), List.of(), choice);
    }

    /** The services that a script stands for: itself, or those that it calls. */
    private List<ServiceId> meant(String script) {
        return book.isService(script) ? List.of(names.of(script)) : callings.services(script);
    }

    private ServiceSketch service(String script) {
        ServiceSketch service = services.get(names.of(script));
        if (service == null) {
            throw new IllegalStateException("no service has been made of script " + script);
        }
        return service;
    }

    private void make(PackageScript script) {
        Meaning meaning = book.meaning(script.name());
        if (book.isService(script.name())) {
            ServiceId id = names.of(script.name());
            ServiceSketch service = switch (meaning) {
                case Meaning.Program program -> programs.script(id, script, program, ends(script, program));
                case Meaning.Containers started -> containers.of(id, script, started);
                case Meaning.Calls _ -> throw new IllegalStateException("a group is no service: " + script.name());
            };
            boolean same = script.name().equals(id.name()) || script.name().isBlank();
            services.put(id, same
                    ? service
                    : service.with(
                            "aliases", List.of(ServiceSketch.forShell(script.name())), script.at(), "what the script is called"));
        }
        switch (meaning) {
            case Meaning.Calls(var phases, var environment) -> callings.put(script.name(), called(script, phases, environment));
            case Meaning.Program(_, _, var before) when book.isService(script.name()) ->
                callings.put(script.name(), members(script, before, Map.of()));
            case Meaning.Program _, Meaning.Containers _ -> {}
        }
    }

    /** Why a script is taken to end by itself; empty where it is not. */
    private Optional<String> ends(PackageScript script, Meaning.Program program) {
        return book.group(script.name())
                .map(group -> "it runs before '" + group + "'")
                .or(() -> Finishing.why(script.name(), program.text()));
    }

    /** What a group calls, and before all of that what its manager runs before it. */
    private List<List<Member>> called(PackageScript group, List<List<Call>> phases, Map<String, String> environment) {
        List<List<Member>> members = new ArrayList<>();
        book.before(group.name()).ifPresent(hook -> members.add(List.of(member(hook))));
        members.addAll(members(group, phases, environment));
        return members;
    }

    private List<List<Member>> members(PackageScript script, List<List<Call>> phases, Map<String, String> environment) {
        List<List<Member>> members = new ArrayList<>();
        for (List<Call> phase : phases) {
            members.add(phase.stream().map(call -> member(script, call, environment)).toList());
        }
        return members;
    }

    private Member member(PackageScript script, Call call, Map<String, String> environment) {
        return switch (call.target()) {
            case Target.Script(var name) -> member(name);
            case Target.Inline(Meaning.Calls(var phases, var more)) -> {
                Map<String, String> all = new LinkedHashMap<>(environment);
                all.putAll(more);
                yield new Member.Nested(members(script, phases, all));
            }
            case Target.Inline(Meaning.Program program) -> {
                ServiceId id = names.inline(wishes(script, call, base(program)));
                yield put(programs.inline(id, script, program), environment);
            }
            case Target.Inline(Meaning.Containers started) -> {
                List<String> all = started.up().services();
                ServiceId id = names.inline(wishes(script, call, all.size() == 1 ? all.getFirst() : "containers"));
                yield put(containers.of(id, script, started), environment);
            }
        };
    }

    private Member member(String script) {
        return book.isGroup(script) ? new Member.Group(script) : new Member.Service(names.of(script));
    }

    private Member put(ServiceSketch service, Map<String, String> environment) {
        services.put(service.id(), service);
        set(service.id(), environment);
        return new Member.Service(service.id());
    }

    private void set(ServiceId service, Map<String, String> environment) {
        environment.forEach((name, value) ->
                variables.computeIfAbsent(service, _ -> new LinkedHashMap<>()).putIfAbsent(name, value));
    }

    /** What the command of a group may be called: as the group says, or by what it is. */
    private static List<String> wishes(PackageScript script, Call call, String base) {
        String of = ServiceNames.plain(script.name()) + "-";
        return call.name().isPresent()
                ? List.of(ServiceNames.plain(call.name().get()), of + ServiceNames.plain(call.name().get()))
                : List.of(of + ServiceNames.plain(base));
    }

    private static String base(Meaning.Program program) {
        return switch (program.where()) {
            case Where.Here _ -> Programs.name(program.text());
            case Where.Folder(var path) -> path.replaceAll("/+$", "").replaceAll("^.*/", "");
            case Where.Workspace(var name, _) -> name.replaceAll("^.*/", "");
        };
    }

    private void stage(StageScript stage) {
        order.stage(stage.stage());
        PackageScript script = book.script(stage.script());
        Set<ServiceId> members = new LinkedHashSet<>(callings.services(script.name()));
        members.addAll(meant(script.name()));
        for (ServiceId member : members) {
            if (!order.put(member, stage.stage()) && !order.stageOf(member).orElseThrow().equals(stage.stage())) {
                faults.warning(
                        "two-stages",
                        "'" + member + "' is in stage '" + order.stageOf(member).orElseThrow() + "' already",
                        script.at(),
                        "the first one counts");
            }
        }
    }

    /** Takes in who waits for whom, of what is asked for: two groups may want it in two ways. */
    private void putInOrder(List<StageScript> stages) {
        Set<String> reached = new LinkedHashSet<>();
        stages.forEach(stage -> reached.addAll(callings.groups(stage.script())));
        named.forEach(test -> reached.addAll(callings.groups(ScriptTests.setup(test))));
        for (PackageScript script : book.all()) {
            if (named.contains(script.name())) {
                reached.addAll(callings.groups(script.name()));
            }
            if (book.isService(script.name())) {
                ServiceId id = names.of(script.name());
                callings.services(script.name()).forEach(first -> after(script, id, first));
                if (named.contains(id.name()) || order.stageOf(id).isPresent()) {
                    reached.addAll(callings.groups(script.name()));
                }
            }
        }
        if (named.isEmpty()) {
            book.all().forEach(script -> ScriptTests.setup(book, script).ifPresent(this::keepOrder));
        }
        for (String script : reached) {
            if (book.has(script)) {
                PackageScript group = book.script(script);
                callings.order(script, (service, earlier) -> after(group, service, earlier));
                if (book.meaning(script) instanceof Meaning.Calls(_, var environment)) {
                    callings.services(script).forEach(service -> set(service, environment));
                }
            }
        }
    }

    /** Takes in the order of what a test needs, as far as nobody starts more by it: all tests may be asked for. */
    private void keepOrder(String setup) {
        for (String group : callings.groups(setup)) {
            callings.order(group, (service, earlier) -> {
                if (order.stageOf(service).isEmpty() || order.stageOf(earlier).isPresent()) {
                    boolean ignored = order.add(service, earlier);
                }
            });
        }
    }

    private void after(PackageScript script, ServiceId service, ServiceId earlier) {
        if (!order.add(service, earlier) && !service.equals(earlier)) {
            faults.warning(
                    "two-orders",
                    "the script '" + script.name() + "' starts '" + service + "' after '" + earlier
                            + "', which waits for it elsewhere",
                    script.at(),
                    "they are not put in this order");
        }
    }

    private List<ServiceSketch> finished() {
        List<ServiceSketch> finished = new ArrayList<>();
        for (ServiceSketch service : services.values()) {
            Span at = service.at();
            ServiceSketch whole = order.stageOf(service.id())
                    .map(stage -> service.with("stage", stage, at, ""))
                    .orElse(service);
            List<String> first = order.before(service.id()).stream().map(ServiceId::name).toList();
            whole = first.isEmpty() ? whole : whole.with("depends_on", first, at, "");
            finished.add(whole.alsoIn(variables.getOrDefault(service.id(), Map.of()), at));
        }
        return finished;
    }
}
