package dev.brummer.cli;

import dev.brummer.api.FleetView;
import dev.brummer.api.InstanceView;
import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.api.SessionOverException;
import dev.brummer.api.UsageView;
import dev.brummer.cli.board.PsText;
import dev.brummer.runtime.SystemTime;
import dev.brummer.server.ViewJson;
import dev.brummer.spi.InstanceId;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.Options;

/** {@code brum ps}: where every service is. */
final class PsCommand implements Command {
    static final Verb VERB = Verb.operating(
            "ps", "[SERVICE|STAGE…]", "show where each service is", PsCommand::options, PsCommand.class);

    private final RunningFleet running;
    private final FleetPage page;
    private final SystemTime time;

    @Inject
    PsCommand(RunningFleet running, FleetPage page, SystemTime time) {
        this.running = running;
        this.page = page;
        this.time = time;
    }

    private static Options options() {
        return new Options().addOption(Answering.output());
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        boolean json = Answering.json(invocation);
        return running.with(session -> {
            List<String> words = invocation.typed().getArgList();
            FleetView fleet = session.fleet();
            List<InstanceView> shown =
                    used(words.isEmpty() ? fleet.instances() : those(fleet, session.named(words)), usage(session, words));
            running.terminal().print(json
                    ? ViewJson.line(new FleetView(fleet.project(), fleet.version(), fleet.ending(), shown))
                    : PsText.of(shown, time.instant(), page.of(fleet)));
            return ExitCode.OK;
        });
    }

    /** Where what is used cannot be found out, the rest is told all the same. */
    private static List<UsageView> usage(Session session, List<String> words) throws SessionOverException {
        try {
            return session.usage(words).instances();
        } catch (SessionOverException e) {
            throw e;
        } catch (SessionException e) {
            return List.of();
        }
    }

    private static List<InstanceView> used(List<InstanceView> instances, List<UsageView> usages) {
        Map<InstanceId, UsageView> by = new HashMap<>();
        usages.forEach(usage -> by.put(usage.instance(), usage));
        return instances.stream()
                .map(instance -> by.containsKey(instance.id()) ? instance.using(by.get(instance.id())) : instance)
                .toList();
    }

    private static List<InstanceView> those(FleetView fleet, List<InstanceId> wanted) {
        return fleet.instances().stream().filter(each -> wanted.contains(each.id())).toList();
    }
}
