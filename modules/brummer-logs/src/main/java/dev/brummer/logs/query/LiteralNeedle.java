package dev.brummer.logs.query;

import dev.brummer.logs.query.BoundQuery.LineTest;
import dev.brummer.logs.query.BoundQuery.Needle;
import dev.brummer.logs.scan.Literal;
import dev.brummer.spi.LogBatch;

/**
 * Finds a literal that stands in every line that passes a test.
 *
 * @param test what a line has to pass, taken for itself
 */
record LiteralNeedle(Literal literal, LineTest test) implements Needle {
    @Override
    public int next(byte[] bytes, int from, int to) {
        return literal.mayStandIn(bytes, from, to);
    }

    @Override
    public Needle tuned(byte[] bytes, int from, int to) {
        return new LiteralNeedle(literal.tuned(bytes, from, to), test);
    }

    @Override
    public boolean confirms(LogBatch batch, int line) {
        return test.passes(batch, line);
    }
}
