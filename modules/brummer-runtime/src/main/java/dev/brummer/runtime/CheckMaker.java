package dev.brummer.runtime;

import dev.brummer.core.engine.Engine;
import dev.brummer.core.engine.StartOrder;
import dev.brummer.core.model.PluginUse;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.core.supervision.Action;
import dev.brummer.core.supervision.CheckRef;
import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalCursor;
import dev.brummer.runtime.plugins.Contribution;
import dev.brummer.runtime.plugins.PluginBrokeException;
import dev.brummer.runtime.plugins.PluginCatalog;
import dev.brummer.runtime.plugins.PluginGuard;
import dev.brummer.spi.CheckContext;
import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.HealthCheckFactory;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Options;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the checks of a run out of what the file says and the plugins there are. */
final class CheckMaker {
    private final Supplier<Setup> setup;
    private final PluginCatalog plugins;
    private final PluginGuard guard;
    private final Engine engine;
    private final Journal journal;

    CheckMaker(
            Supplier<Setup> setup,
            PluginCatalog plugins,
            PluginGuard guard,
            Engine engine,
            Journal journal) {
        this.setup = setup;
        this.plugins = plugins;
        this.guard = guard;
        this.engine = engine;
        this.journal = journal;
    }

    /** One that goes by what holds now, whatever is reloaded meanwhile. */
    CheckMaker atThisMoment() {
        Setup now = setup.get();
        return new CheckMaker(() -> now, plugins, guard, engine, journal);
    }

    List<Integer> ports(InstanceId instance) {
        return setup.get().ports().of(instance);
    }

    /** The plugin that makes a check. */
    Contribution<HealthCheckFactory> plugin(InstanceId instance, CheckRef check) {
        return plugins.check(use(setup.get().project().service(instance.service()), check).kind());
    }

    /**
     * @throws CheckFaultException if its options make no sense
     * @throws PluginBrokeException if its plugin does not work
     */
    HealthCheck make(InstanceId instance, CheckRef check)
            throws CheckFaultException, IOException, InterruptedException, PluginBrokeException {
        Setup now = setup.get();
        PluginUse use = use(now.project().service(instance.service()), check);
        Contribution<HealthCheckFactory> plugin = plugins.check(use.kind());
        try {
            Options options =
                    now.orders().environment(instance).options(use, plugin.descriptor().options());
            return guard.make(plugin, () -> plugin.factory().create(options));
        } catch (UnresolvedException | IllegalArgumentException e) {
            throw new CheckFaultException("check '" + use.kind() + "': " + e.getMessage(), e);
        }
    }

    private static PluginUse use(ServiceSpec spec, CheckRef check) {
        return switch (check) {
            case CheckRef.Readiness(int index) -> spec.readiness().get(index);
            case CheckRef.Health() -> spec.healthcheck().orElseThrow().check();
            case CheckRef.Listening() -> throw new IllegalArgumentException("listening is no plugin's check");
        };
    }

    CheckContext context(Action.Ask ask, StartOrder order) {
        return new RunCheckContext(order, ask.timeout(), engine, new Records(ask.instance(), ask.run()));
    }

    /** A cursor over the records of one run, made when somebody first asks for it. */
    private final class Records implements Supplier<JournalCursor> {
        private final InstanceId instance;
        private final int run;
        private @Nullable JournalCursor cursor;

        Records(InstanceId instance, int run) {
            this.instance = instance;
            this.run = run;
        }

        @Override
        public JournalCursor get() {
            if (cursor == null) {
                cursor = journal.cursor(instance, run);
            }
            return cursor;
        }
    }
}
