package dev.brummer.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import dev.brummer.process.CallerLimits;
import dev.brummer.runtime.plugins.PluginCatalog;
import dev.brummer.spi.HostConsole;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class RuntimeModuleTest {
    private record Console(boolean colour, int columns, boolean interactive) implements HostConsole {
        @Override
        public void write(ByteBuffer frame) {}
    }

    private final Injector injector = Guice.createInjector(
            new RuntimeModule(PluginCatalog::bundled, new Groundwork(CallerLimits.of(null))),
            binder -> {
                binder.bind(HostConsole.class).toInstance(new Console(false, 80, false));
                binder.bind(ControlDoor.class).toInstance(ControlDoor.NONE);
            });

    @Test
    void everythingThatIsBoundCanBeMade() {
        assertThat(injector.getBindings()).hasSizeGreaterThan(5);
        for (Key<?> key : injector.getBindings().keySet()) {
            Object made = injector.getInstance(key);
            assertThat(made).as(key.toString()).isNotNull();
        }
    }

    @Test
    void thereIsOneStarterWithOneEngine() {
        assertThat(injector.getInstance(SessionStarter.class)).isSameAs(injector.getInstance(SessionStarter.class));
    }
}
