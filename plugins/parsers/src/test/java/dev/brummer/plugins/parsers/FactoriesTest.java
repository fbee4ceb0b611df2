package dev.brummer.plugins.parsers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.LogParserFactory;
import dev.brummer.spi.Options;
import java.nio.charset.StandardCharsets;
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
    void needlesAreOfThreeOrMoreAsciiCharacters() {
        assertThat(FACTORIES).allSatisfy(factory -> assertThat(factory.create(new Options(Map.of())).needles())
                .isNotEmpty()
                .allMatch(needle -> needle.length() >= 3 && StandardCharsets.US_ASCII.newEncoder().canEncode(needle)));
    }
}
