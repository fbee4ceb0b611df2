package dev.brummer.plugins.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.HealthCheckFactory;
import dev.brummer.spi.OptionSpec;
import dev.brummer.testing.FactoryContract;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class FactoriesTest {
    private static final List<HealthCheckFactory> FACTORIES =
            ServiceLoader.load(HealthCheckFactory.class).stream().map(ServiceLoader.Provider::get).toList();

    @Test
    void allAreFound() {
        assertThat(FACTORIES)
                .extracting(HealthCheckFactory::id)
                .containsExactly(
                        "http", "tcp", "exec", "log", "redis", "postgres", "amqp", "mongodb", "kafka");
    }

    @Test
    void nothingIsWrongWithAnyOfThem() {
        assertThat(FACTORIES).allSatisfy(factory -> assertThat(FactoryContract.complaints(factory)).isEmpty());
    }

    @Test
    void eachTakesItsFirstOptionAsAScalar() {
        assertThat(FACTORIES)
                .allSatisfy(factory -> assertThat(factory.options().getFirst().name())
                        .isEqualTo(factory.scalarOption()));
    }

    @Test
    void noOtherOptionIsRequired() {
        assertThat(FACTORIES).allSatisfy(factory -> assertThat(factory.options().stream().skip(1))
                .noneMatch(OptionSpec::required));
    }
}
