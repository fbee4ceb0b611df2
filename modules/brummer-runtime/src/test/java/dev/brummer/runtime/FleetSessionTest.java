package dev.brummer.runtime;

import static dev.brummer.core.TestServices.service;
import static dev.brummer.core.TestServices.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;


import dev.brummer.api.SessionEnd;
import dev.brummer.core.TestServices;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.AlertCondition;
import dev.brummer.core.model.AlertRule;
import dev.brummer.core.model.AlertTarget;
import dev.brummer.core.model.Command;
import dev.brummer.core.model.OptionValue;
import dev.brummer.core.model.PluginSettings;
import dev.brummer.core.model.PluginUse;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.Template;
import dev.brummer.runtime.plugins.PluginCatalog;
import dev.brummer.spi.HostConsole;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class FleetSessionTest {
    private static final HostConsole SILENT = new HostConsole() {
        @Override
        public boolean colour() {
            return false;
        }

        @Override
        public int columns() {
            return 80;
        }

        @Override
        public boolean interactive() {
            return false;
        }

        @Override
        public void write(ByteBuffer frame) {}
    };

    @TempDir
    private Path folder;

    private final ImaginedEngine engine = new ImaginedEngine();
    private Optional<Duration> timeout = Optional.empty();
    private boolean failFast;
    private Set<String> disabled = Set.of();
    private boolean stays;
    // What the files say by now; empty where they say what they said at first.
    private Optional<Project> rewritten = Optional.empty();
    private final List<List<String>> asked = new ArrayList<>();
    private final List<PluginUse> sinks = new ArrayList<>(List.of(new PluginUse("console", Map.of())));

    private OwnedSession start(TestServices... services) throws SessionRefusedException {
        Project project = given(TestServices.project(services));
        return begin(project, StageGraph.of(project));
    }

    private Project given(Project of) {
        return new Project(
                of.name(), folder, Set.of(), of.stages(), of.services(), Map.of(), Map.of(),
                sinks, new PluginSettings(List.of(), Map.of(), disabled), Map.of(), of.logs(), of.alerts());
    }

    private OwnedSession begin(Project project, StageGraph graph) throws SessionRefusedException {
        var options = new UpOptions(
                timeout, failFast, UpOptions.Output.CONSOLE, false, true, Set.of(), Set.of(), stays);
        var starter = new SessionStarter(
                engine, _ -> 3000, PluginCatalog.bundled(), new SystemTime(), SILENT, ControlDoor.NONE);
        return starter.start(
                reading(project, graph), further -> reading(project, graph, further), options, "brum up");
    }

    private ProjectSource.Reading reading(Project first, StageGraph graph, List<String> further) {
        asked.add(further);
        return reading(rewritten.orElse(first), graph);
    }

    private static ProjectSource.Reading.Sound reading(Project now, StageGraph graph) {
        return new ProjectSource.Reading.Sound(
                now, StageGraph.withoutDependencies(now, graph.services().keySet()), new PlainWords(now));
    }

    private static void awaitState(OwnedSession session, String label, ServiceState state) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> session.fleet().instances().stream()
                        .anyMatch(instance -> instance.id().label().equals(label) && instance.state() == state));
    }

    private static SessionEnd end(OwnedSession session) {
        return session.end().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Test
    void aFleetStartsInOrderStopsInTheOtherAndShowsItAll() throws Exception {
        OwnedSession session = start(service("web").after("db"), service("db").checked(), task("seed").after("db"));
        awaitState(session, "web", ServiceState.READY);
        engine.exit("seed", 0);
        awaitState(session, "seed", ServiceState.COMPLETED);
        session.stop("Ctrl-C");
        assertThat(end(session)).isEqualTo(SessionEnd.AS_ASKED);
        assertThat(engine.did).startsWith("open, grace 10", "start db").endsWith("SIGTERM web", "SIGTERM db", "close");
        assertThat(TestingPlugins.SHOWN)
                .contains("db#1 | hello from db", "web#1 | hello from web")
                .containsSubsequence("db stopped: Ctrl-C", "closed")
                .anyMatch(line -> line.startsWith("ready in "))
                .endsWith("closed");
    }

    /** A session of these services, of which nothing is started. */
    private OwnedSession open(TestServices... services) throws SessionRefusedException {
        stays = true;
        Project project = given(TestServices.project(services));
        return begin(project, StageGraph.withoutDependencies(project, Set.of()));
    }

    @Test
    void aSessionThatStaysMayHaveNothingInItAndEndsWhenItIsAskedTo() throws Exception {
        OwnedSession session = open(service("web"), task("seed"));
        assertThat(session.fleet().instances()).isEmpty();
        assertThat(session.runnable()).containsExactly("web", "seed");
        session.run(List.of("seed"));
        awaitDone("start seed", 1);
        engine.exit("seed", 0);
        awaitState(session, "seed", ServiceState.COMPLETED);
        assertThat(session.end().toCompletableFuture()).isNotDone();
        session.stop("/quit");
        assertThat(end(session)).isEqualTo(SessionEnd.AS_ASKED);
        assertThat(TestingPlugins.SHOWN)
                .contains("run: starts seed", "seed starting: asked for")
                .noneMatch(line -> line.startsWith("ready in "));
    }

    @Test
    void anEmptySessionEndsWhenItIsAskedTo() throws Exception {
        OwnedSession session = open(service("web"));
        session.stop("Ctrl-C");
        assertThat(end(session)).isEqualTo(SessionEnd.AS_ASKED);
        assertThat(engine.did).endsWith("close");
    }

    @Test
    void whatIsRunBringsWhatItNeedsAndStartsWhatHasEnded() throws Exception {
        OwnedSession session =
                open(service("db"), service("web").after("db", "seed"), task("seed"), service("other"));
        session.run(List.of("db"));
        awaitState(session, "db", ServiceState.READY);
        session.stop(Set.copyOf(session.named(List.of("db"))), "/stop");
        awaitState(session, "db", ServiceState.STOPPED);
        session.run(List.of("web"));
        awaitDone("start seed", 1);
        engine.exit("seed", 0);
        awaitState(session, "web", ServiceState.READY);
        assertThat(session.fleet().instances()).hasSize(3);
        session.run(List.of("web"));
        assertThat(session.run(List.of("seed")).instances())
                .anyMatch(instance -> instance.id().label().equals("seed") && instance.run() == 2);
        assertThatThrownBy(() -> session.run(List.of("wep"))).hasMessage("there is no service 'wep'");
        session.stop("Ctrl-C");
        assertThat(end(session)).isEqualTo(SessionEnd.AS_ASKED);
        assertThat(TestingPlugins.SHOWN)
                .contains("run: starts db, web, seed", "web waiting: waits for db and seed")
                .contains("run: everything asked for is there already", "run: starts seed");
    }

    @Test
    void whatIsRunIsAsTheFilesSayNowAndWhatRunsIsLeftAsItIs() throws Exception {
        OwnedSession session = open(service("db").port(5432), service("web"));
        session.run(List.of("db"));
        awaitState(session, "db", ServiceState.READY);
        rewritten = Optional.of(given(TestServices.project(
                service("db").port(5433), service("mail").stage("late").autoPort().after("db"))));
        session.run(List.of("mail"));
        awaitState(session, "mail", ServiceState.READY);
        assertThat(session.fleet().instances())
                .anyMatch(instance -> instance.id().label().equals("db") && instance.run() == 1)
                .anyMatch(instance -> instance.id().label().equals("mail") && instance.ports().equals(List.of(3000)));
        assertThat(session.reload(true).restarted()).containsOnlyKeys("db");
        session.reload(false);
        awaitDone("start db", 2);
        assertThat(asked).contains(List.of("db", "mail"));
        awaitState(session, "mail", ServiceState.READY);
        session.stop("Ctrl-C");
        assertThat(end(session)).isEqualTo(SessionEnd.AS_ASKED);
        assertThat(TestingPlugins.SHOWN).contains(
                "run: the configuration says something else of db now; a reload takes that over", "run: starts mail");
    }

    @Test
    void aGroupStandsForThoseOfItThatWereStarted() throws Exception {
        OwnedSession session = open(service("db"), service("web"), service("other").stage("all"));
        assertThatThrownBy(() -> session.named(List.of("all")))
                .hasMessageStartingWith("nothing of the group 'all' belongs to what was started; '/run all'");
        assertThatThrownBy(() -> session.named(List.of("nix"))).hasMessageEndingWith("nothing has been started yet");
        session.run(List.of("db", "web"));
        awaitState(session, "db", ServiceState.READY);
        awaitState(session, "web", ServiceState.READY);
        assertThat(session.named(List.of("all"))).extracting(InstanceId::label).containsExactly("db", "web");
        rewritten = Optional.of(given(TestServices.project(service("web"))));
        session.reload(true);
        assertThat(session.named(List.of("all"))).hasSize(2);
        session.reload(false);
        assertThat(session.named(List.of("all"))).extracting(InstanceId::label).contains("web");
        session.stop("/quit");
        assertThat(end(session)).isEqualTo(SessionEnd.AS_ASKED);
    }

    private void awaitDone(String what, int times) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> engine.did.stream().filter(what::equals).count() == times);
    }

    @Test
    void whatATaskHasLeftBehindIsEndedByItsStopCommandAndHowThatWentIsSaid() throws Exception {
        OwnedSession session = start(task("db").stopCommand("db-ctl stop"), service("web").after("db"));
        awaitDone("start db", 1);
        engine.exit("db", 0);
        awaitState(session, "web", ServiceState.READY);
        session.stop("Ctrl-C");
        awaitDone("start db", 2);
        assertThat(engine.did).containsSubsequence("SIGTERM web", "start db");
        engine.exit("db", 3);
        assertThat(end(session)).isEqualTo(SessionEnd.AS_ASKED);
        assertThat(TestingPlugins.SHOWN)
                .contains("the stop_command of db ended with exit 3", "db#0 | hello from db")
                .contains("db stopped: Ctrl-C; its stop_command ended with exit 3, so what it started may still be there;"
                        + " this ends it: cd /project && db-ctl stop");
    }

    @Test
    void aStopCommandIsKilledWithEverythingElse() throws Exception {
        OwnedSession session = start(task("db").stopCommand("db-ctl stop"));
        awaitDone("start db", 1);
        engine.exit("db", 0);
        awaitState(session, "db", ServiceState.READY);
        session.stop("Ctrl-C");
        awaitDone("start db", 2);
        session.kill("a second Ctrl-C");
        assertThat(end(session)).isEqualTo(SessionEnd.AS_ASKED);
        assertThat(engine.did).endsWith("kill db", "close");
    }

    @Test
    void aStopCommandThatCannotBeStartedHoldsUpNobody() throws Exception {
        OwnedSession session = start(task("db").stopCommand("db-ctl stop"));
        awaitDone("start db", 1);
        engine.exit("db", 0);
        awaitState(session, "db", ServiceState.READY);
        engine.cannotStart("db");
        session.stop("Ctrl-C");
        assertThat(end(session)).isEqualTo(SessionEnd.AS_ASKED);
        assertThat(TestingPlugins.SHOWN).contains("the stop_command of db could not be run: command not found: db");
    }

    @Test
    void aSinkThatCannotBeOpenedIsSaidAndCostsNoOther() throws Exception {
        sinks.add(new PluginUse("frail", Map.of("when", text("opening"))));
        sinks.add(new PluginUse("frail", Map.of("when", text("closing"))));
        OwnedSession session = start(service("db"));
        awaitState(session, "db", ServiceState.READY);
        session.stop("Ctrl-C");
        assertThat(end(session)).isEqualTo(SessionEnd.AS_ASKED);
        assertThat(TestingPlugins.SHOWN)
                .contains("db#1 | hello from db", "frail is opened", "sink frail could not be opened: no such place");
    }

    @Test
    void whatASinkCannotDeliverInTheEndIsSaid() throws Exception {
        sinks.add(new PluginUse("frail", Map.of("when", text("closing"))));
        OwnedSession session = start(service("db"));
        awaitState(session, "db", ServiceState.READY);
        session.stop("Ctrl-C");
        assertThat(end(session)).isEqualTo(SessionEnd.AS_ASKED);
        assertThat(TestingPlugins.SHOWN)
                .contains("frail is opened")
                .endsWith("sink frail cannot write any more: two entries are lost", "closed");
    }

    private static OptionValue text(String text) {
        return new OptionValue.Scalar(Template.literal(text));
    }

    @Test
    void factsAreFoundInWhatServicesWriteAndThoseOfWeightAreTold() throws Exception {
        OwnedSession session = start(service("fuse"), service("db"));
        awaitState(session, "db", ServiceState.READY);
        session.stop("Ctrl-C");
        assertThat(end(session)).isEqualTo(SessionEnd.AS_ASKED);
        assertThat(TestingPlugins.SHOWN)
                .contains("CircuitBreaker[target=Optional[db], state=OPEN]", "circuit breaker for db in fuse opened");
    }

    @Test
    void aLogParserThatIsDisabledFindsNothing() throws Exception {
        disabled = Set.of("fuses");
        OwnedSession session = start(service("fuse"));
        awaitState(session, "fuse", ServiceState.READY);
        session.stop("Ctrl-C");
        assertThat(end(session)).isEqualTo(SessionEnd.AS_ASKED);
        assertThat(TestingPlugins.SHOWN).contains("fuse#1 | hello from fuse").noneMatch(it -> it.contains("circuit"));
    }

    @Test
    void aFailureIsSummedUpAndEndsItAsFailed() throws Exception {
        OwnedSession session = start(service("db"));
        awaitState(session, "db", ServiceState.READY);
        engine.exit("db", 3);
        assertThat(end(session)).isEqualTo(SessionEnd.FAILED);
        assertThat(TestingPlugins.SHOWN).anySatisfy(text -> assertThat(text)
                .contains("db failed: ", "exit 3", "│ hello from db", "when it is mended: brum up db"));
    }

    @Test
    void whatCannotBeStartedFailsAndHoldsUpWhatWaitsForIt() throws Exception {
        engine.cannotStart("db");
        assertThat(end(start(service("db"), service("web").after("db")))).isEqualTo(SessionEnd.FAILED);
        assertThat(TestingPlugins.SHOWN).anySatisfy(text -> assertThat(text)
                .contains("db failed: command not found: db", "not started because of it: web"));
        assertThat(engine.did).doesNotContain("start web");
    }

    private Project alerting(AlertTarget to, TestServices... services) {
        return given(TestServices.project(services)
                .withAlerts(List.of(new AlertRule(
                        Optional.empty(), new AlertCondition.Failed(), Duration.ZERO, List.of(), List.of(to)))));
    }

    @Test
    void whatEndsTheFleetIsToldBeforeTheEnd() throws Exception {
        Project project = alerting(new AlertTarget.Stream(), service("db"));
        OwnedSession session = begin(project, StageGraph.of(project));
        awaitState(session, "db", ServiceState.READY);
        engine.exit("db", 3);
        assertThat(end(session)).isEqualTo(SessionEnd.FAILED);
        assertThat(TestingPlugins.SHOWN).filteredOn(text -> text.startsWith("alert")).singleElement().asString()
                .startsWith("alert: db failed: exit 3");
        assertThat(session.alerts().alerts().getFirst().times()).isOne();
    }

    @Test
    void anAlertThatReachesNobodyIsSaidAndHoldsNobodyUp() throws Exception {
        engine.cannotStart("db");
        var page = new AlertTarget.Run(new Command.Shell(Template.literal("./page.sh")));
        Project project = alerting(page, service("db"));
        assertThat(end(begin(project, StageGraph.of(project)))).isEqualTo(SessionEnd.FAILED);
        assertThat(TestingPlugins.SHOWN)
                .contains("this alert did not reach the command (alert: db failed: command not found: db):"
                        + " command not found: db");
    }

    @Test
    void whatSomebodyStopsFiresNoAlert() throws Exception {
        Project project = alerting(new AlertTarget.Stream(), service("db"));
        OwnedSession session = begin(project, StageGraph.of(project));
        awaitState(session, "db", ServiceState.READY);
        session.stop("Ctrl-C");
        assertThat(end(session)).isEqualTo(SessionEnd.AS_ASKED);
        assertThat(TestingPlugins.SHOWN).noneMatch(text -> text.startsWith("alert"));
    }

    @Test
    void failFastStopsEverythingAtTheFirstFailure() throws Exception {
        failFast = true;
        engine.cannotStart("bad");
        assertThat(end(start(service("good"), service("bad")))).isEqualTo(SessionEnd.FAILED);
        assertThat(engine.did).endsWith("close");
        assertThat(TestingPlugins.SHOWN).contains("bad failed: command not found: bad");
    }

    @Test
    void aTimeoutEndsAFleetThatIsNotReady() throws Exception {
        timeout = Optional.of(Duration.ofMillis(50));
        OwnedSession session = start(service("db").health(3));
        assertThat(end(session)).isEqualTo(SessionEnd.TIMED_OUT);
        assertThat(TestingPlugins.SHOWN).contains("not all ready after 50 ms: db is starting");
    }

    @Test
    void aKillDoesNotAsk() throws Exception {
        OwnedSession session = start(service("db"));
        awaitState(session, "db", ServiceState.READY);
        session.kill("a second Ctrl-C");
        end(session);
        assertThat(engine.did).contains("kill db").doesNotContain("SIGTERM db");
    }

    @Test
    void anotherFleetInTheSameFolderIsRefusedUntilThisOneHasEnded() throws Exception {
        OwnedSession session = start(service("db"));
        assertThatThrownBy(() -> start(service("db")))
                .isInstanceOf(SessionRefusedException.class)
                .hasMessageContaining("supervised by pid " + ProcessHandle.current().pid());
        session.stop("Ctrl-C");
        end(session);
        OwnedSession next = start(service("db"));
        next.stop("Ctrl-C");
        assertThat(end(next)).isEqualTo(SessionEnd.AS_ASKED);
    }

    @Test
    void aStartThatBreaksByAFaultOfBrummersOwnFailsAndIsSaidWithItsStackTrace() throws Exception {
        engine.breaks("start", 1);
        assertThat(end(start(service("db")))).isEqualTo(SessionEnd.FAILED);
        Path bugs = folder.resolve(".brummer/bugs.txt");
        assertThat(TestingPlugins.SHOWN)
                .contains("db failed: brum itself broke: java.lang.IllegalStateException: a bug in start")
                .contains("a bug in brum, while starting db: java.lang.IllegalStateException: a bug in start;"
                        + " its stack trace is in " + bugs);
        assertThat(bugs).content().contains("while starting db", "at dev.brummer.runtime.FleetEffects");
    }

    @Test
    void aSignalThatBreaksIsFollowedByTheKillAfterTheGracePeriod() throws Exception {
        engine.breaks("signal", 1).breaks("askForLastWord", 1);
        OwnedSession session = start(service("db").grace(Duration.ofMillis(20)));
        awaitState(session, "db", ServiceState.READY);
        session.stop("Ctrl-C");
        assertThat(end(session)).isEqualTo(SessionEnd.AS_ASKED);
        assertThat(engine.did).endsWith("SIGTERM db", "kill db", "close");
    }

    @Test
    void aKillThatBreaksIsTriedAgain() throws Exception {
        engine.breaks("kill", 2);
        OwnedSession session = start(service("db"));
        awaitState(session, "db", ServiceState.READY);
        session.kill("a second Ctrl-C");
        assertThat(end(session)).isEqualTo(SessionEnd.AS_ASKED);
        assertThat(engine.did).endsWith("kill db", "kill db", "kill db", "close");
        assertThat(TestingPlugins.SHOWN).filteredOn(line -> line.startsWith("a bug in brum")).hasSize(1);
    }

    @Test
    void aKillThatKeepsBreakingIsLeftToTheEnginesEnd() throws Exception {
        engine.breaks("kill", 100);
        OwnedSession session = start(service("db"));
        awaitState(session, "db", ServiceState.READY);
        session.kill("a second Ctrl-C");
        assertThat(end(session)).isEqualTo(SessionEnd.FAILED);
        assertThat(engine.did).endsWith("kill db", "close");
        assertThat(TestingPlugins.SHOWN)
                .contains("brum cannot supervise this fleet any more: db cannot be killed; everything is killed now");
    }

    @Test
    void anEngineThatBreaksAtItsEndDoesNotKeepTheSessionFromEnding() throws Exception {
        engine.breaks("close", 1);
        OwnedSession session = start(service("db"));
        awaitState(session, "db", ServiceState.READY);
        session.stop("Ctrl-C");
        assertThat(end(session)).isEqualTo(SessionEnd.FAILED);
        assertThat(TestingPlugins.SHOWN)
                .anyMatch(line -> line.startsWith("a bug in brum, while ending what is left of the services: "))
                .endsWith("closed");
        OwnedSession next = start(service("db"));
        next.stop("Ctrl-C");
        assertThat(end(next)).as("the lock was let go of").isEqualTo(SessionEnd.AS_ASKED);
    }

    @Test
    void aFolderWhoseEngineCannotBeOpenedIsLetGoOf() throws Exception {
        engine.cannotOpen("no guard");
        assertThatThrownBy(() -> start(service("db")))
                .isInstanceOf(SessionRefusedException.class)
                .hasMessage("services cannot be supervised from " + folder.resolve(".brummer") + ": no guard");
        engine.cannotOpen("").breaks("open", 1);
        assertThatThrownBy(() -> start(service("db"))).isInstanceOf(IllegalStateException.class);
        stopAtOnce();
    }

    @Test
    void aFolderWhoseJournalCannotBeOpenedIsLetGoOf() throws Exception {
        Path inTheWay = Files.createFile(Files.createDirectory(folder.resolve(".brummer")).resolve("journal"));
        assertThatThrownBy(() -> start(service("db"))).isInstanceOf(SessionRefusedException.class);
        Files.delete(inTheWay);
        stopAtOnce();
    }

    private void stopAtOnce() throws SessionRefusedException {
        OwnedSession session = start(service("db"));
        session.stop("Ctrl-C");
        assertThat(end(session)).isEqualTo(SessionEnd.AS_ASKED);
    }

    @Test
    void whatExplainsAFailureIsSaidOnceInTheSummaryThatFollowsOrBesideTheFailure() throws Exception {
        engine.cannotStart("db");
        end(start(service("db")));
        assertThat(TestingPlugins.SHOWN)
                .contains("db failed: command not found: db")
                .filteredOn(line -> line.contains("is it installed?"))
                .containsExactly("db failed: command not found: db\n  is it installed?\n  when it is mended: brum up db");
        OwnedSession session = start(service("web"), service("db"));
        awaitState(session, "db", ServiceState.FAILED);
        session.stop("Ctrl-C");
        end(session);
        assertThat(TestingPlugins.SHOWN).filteredOn(line -> line.contains("is it installed?"))
                .containsExactly("is it installed?");
    }

    private Project fresh(TestServices... services) {
        return given(TestServices.project(services));
    }

    private static void reload(OwnedSession session, Project fresh) {
        ((LiveSession) session).reconfiguring().reconfigure(fresh, StageGraph.of(fresh));
    }

    @Test
    void aReloadStartsWhatIsNewStopsWhatIsGoneAndRestartsWhatChanged() throws Exception {
        OwnedSession session = start(service("db"), service("web").autoPort(), service("old"));
        awaitState(session, "web", ServiceState.READY);
        awaitState(session, "old", ServiceState.READY);
        engine.did.clear();
        Project fresh = fresh(service("db"), service("web").autoPort().autoPort(), service("mail").grace(Duration.ofSeconds(20)));
        assertThat(((LiveSession) session).reconfiguring().plan(fresh, StageGraph.of(fresh)).words())
                .isEqualTo("restarts web (ports); starts mail; stops old");
        reload(session, fresh);
        awaitState(session, "mail", ServiceState.READY);
        awaitState(session, "web", ServiceState.READY);
        assertThat(session.fleet().instances()).extracting(instance -> instance.id().label() + instance.ports())
                .containsExactly("db[]", "web[3000, 3000]", "mail[]");
        session.stop("Ctrl-C");
        assertThat(end(session)).isEqualTo(SessionEnd.AS_ASKED);
        assertThat(engine.did).doesNotContain("start db").contains("SIGTERM old", "SIGTERM web", "start web", "start mail", "grace 20");
        assertThat(TestingPlugins.SHOWN)
                .contains("reload: restarts web (ports); starts mail; stops old", "mail#1 | hello from mail", "web#2 | hello from web");
    }

    @Test
    void aReloadThatFindsNothingElseSaysSo() throws Exception {
        OwnedSession session = start(service("db"));
        awaitState(session, "db", ServiceState.READY);
        reload(session, fresh(service("db")));
        session.stop("Ctrl-C");
        assertThat(end(session)).isEqualTo(SessionEnd.AS_ASKED);
        assertThat(TestingPlugins.SHOWN).contains("reload: nothing is different");
    }

    @Test
    void whoJoinsStartsWhatDoesNotRunAndTouchesNothingElse() throws Exception {
        Project whole = fresh(service("db"), service("web").after("db"), service("mail"));
        OwnedSession session = begin(whole, StageGraph.withDependencies(whole, Set.of(new ServiceId("web"))));
        awaitState(session, "web", ServiceState.READY);
        engine.exit("db", 1);
        awaitState(session, "db", ServiceState.FAILED);
        engine.did.clear();
        ((LiveSession) session).reconfiguring().join(StageGraph.of(whole));
        awaitState(session, "mail", ServiceState.READY);
        awaitState(session, "db", ServiceState.READY);
        assertThat(engine.did).filteredOn(did -> !did.startsWith("grace")).containsExactlyInAnyOrder("start mail", "start db");
        session.stop("Ctrl-C");
        assertThat(end(session)).isEqualTo(SessionEnd.AS_ASKED);
        assertThat(TestingPlugins.SHOWN).contains("joined: starts db, mail", "mail starting: asked for");
    }
}
