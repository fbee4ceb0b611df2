package dev.brummer.runtime;

import dev.brummer.core.engine.Engine;
import dev.brummer.core.environment.Environments;
import dev.brummer.runtime.alert.AlertNews;
import dev.brummer.runtime.alert.DesktopCommand;
import dev.brummer.spi.CommandLine;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows alerts on the desktop; where there is none that is said once. */
final class DesktopCourier implements AlertCourier {
    private final Engine engine;
    private final Supplier<Setup> setup;
    private final DesktopCommand desktop;
    private boolean told;

    DesktopCourier(Engine engine, Supplier<Setup> setup, DesktopCommand desktop) {
        this.engine = engine;
        this.setup = setup;
        this.desktop = desktop;
    }

    @Override
    public void carry(AlertNews news) throws IOException, InterruptedException {
        try {
            show(news);
        } catch (IOException e) {
            if (!told) {
                told = true;
                throw e;
            }
        }
    }

    private void show(AlertNews news) throws IOException, InterruptedException {
        Setup now = setup.get();
        Map<String, String> environment = Environments.of(now.project(), now.ports().ports()).variables();
        Optional<String> missing = desktop.missing(environment);
        if (missing.isPresent()) {
            throw new IOException(missing.get());
        }
        CommandLine line = new CommandLine.Words(desktop.words(now.project().name(), news));
        CommandCourier.run(engine, now, line, environment, news);
    }
}
