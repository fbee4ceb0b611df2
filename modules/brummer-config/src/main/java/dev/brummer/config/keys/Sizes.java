package dev.brummer.config.keys;

import dev.brummer.config.shape.Scalars;
import dev.brummer.config.shape.Schemas;
import dev.brummer.spi.host.SizeText;

/** Shapes of sizes. */
final class Sizes {
    private Sizes() {}

    static Scalars<Long> positive() {
        return new Scalars<>("a size", "bad-size", Schemas.size(SizeText.PATTERN), text -> {
            long bytes = SizeText.parse(text);
            if (bytes == 0) {
                throw new IllegalArgumentException("more than 0");
            }
            return bytes;
        });
    }
}
