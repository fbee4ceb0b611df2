package dev.brummer.config.keys;

import dev.brummer.config.shape.NamedShape;
import dev.brummer.config.shape.Scalars;
import dev.brummer.config.shape.Schemas;
import dev.brummer.core.model.VersionRange;

/** Programs by name, and which of their versions will do. */
final class RequiresShape {
    private static final String PATTERN =
            "\\$\\{|^\\s*((>=|<=|>|<|=|\\^|~)?\\s*v?[0-9]+(\\.[0-9]+){0,3}[\\s,]*)+$";

    static final NamedShape<VersionRange> SHAPE = new NamedShape<>(
            "program",
            new Scalars<>(
                    "a range of versions",
                    "bad-version",
                    Schemas.anyOf(Schemas.of("type", "number"), Schemas.of("type", "string", "pattern", PATTERN)),
                    RequiresShape::parse),
            false);

    private RequiresShape() {}

    private static VersionRange parse(String text) {
        try {
            return VersionRange.parse(text);
        } catch (IllegalArgumentException none) {
            throw new IllegalArgumentException("such as '>=20', '^1.2', '~3.12' or '>=18 <21'", none);
        }
    }
}
