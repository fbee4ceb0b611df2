package dev.brummer.testing;

import dev.brummer.spi.LogParserFactory;
import dev.brummer.testing.junit.LogParserContract;
import java.util.List;

/** A parser that keeps the contract, tested as its author would. */
class SampleParserTest implements LogParserContract {
    @Override
    public LogParserFactory factory() {
        return new SampleParserFactory();
    }

    @Override
    public List<String> samples() {
        return List.of("cache miss: user:1", "12:00 CACHE MISS: cache miss: a");
    }
}
