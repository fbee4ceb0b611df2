package dev.brummer.plugins.parsers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.LogParserFactory;
import dev.brummer.spi.Options;
import dev.brummer.testing.FactoryContract;
import dev.brummer.testing.ParserContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactoriesTest {
    private static final List<LogParserFactory> FACTORIES = Feed.factories();

    @Test
    void allNineAreFound() {
        assertThat(FACTORIES)
                .extracting(LogParserFactory::id)
                .containsExactly(
                        "circuit-breaker",
                        "rate-limit",
                        "request",
                        "messages",
                        "trace",
                        "discovery",
                        "metrics",
                        "url",
                        "port-conflict");
    }

    @Test
    void noneHasAnythingToChoose() {
        assertThat(FACTORIES).allSatisfy(factory -> {
            assertThat(factory.options()).isEmpty();
            assertThat(factory.description()).isNotBlank().doesNotEndWith(".");
        });
    }

    @Test
    void eachParserHasAStateOfItsOwn() {
        assertThat(FACTORIES).allSatisfy(factory -> assertThat(factory.create(new Options(Map.of())))
                .isNotSameAs(factory.create(new Options(Map.of()))));
    }

    @Test
    void allKeepTheContractOfFactories() {
        assertThat(FACTORIES).allSatisfy(factory -> assertThat(FactoryContract.complaints(factory)).isEmpty());
    }

    @Test
    void allKeepTheContractOfParsers() {
        assertThat(FACTORIES).allSatisfy(factory -> {
            List<String> samples = LabelledLines.of(factory.id()).stream()
                    .filter(each -> !each.isNearMiss())
                    .map(each -> each.line().text())
                    .toList();
            ParserContract contract = new ParserContract(factory, new Options(Map.of()), samples);
            assertThat(contract.complaintsAboutNeedles()).isEmpty();
            assertThat(contract.complaintsAboutGarbage()).isEmpty();
            assertThat(contract.complaintsAboutState()).isEmpty();
        });
    }
}
