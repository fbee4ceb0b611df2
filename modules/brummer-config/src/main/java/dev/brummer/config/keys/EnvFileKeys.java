package dev.brummer.config.keys;

import dev.brummer.config.shape.Key;
import dev.brummer.config.shape.KeySet;
import dev.brummer.config.shape.ListShape;
import dev.brummer.config.shape.Scalars;
import dev.brummer.config.shape.Section;
import dev.brummer.config.shape.SectionShape;
import dev.brummer.config.shape.Shape;
import dev.brummer.config.shape.Located;
import java.util.List;

/** The keys of an entry of {@code env_file}. */
public final class EnvFileKeys {
    public static final Key<String> PATH = Key.of(
            "path", Scalars.text("a path"), "The file, relative to the project's folder.");
    public static final Key<Boolean> REQUIRED = Key.of(
                    "required", Scalars.flag(), "Whether it is an error if the file is missing.")
            .otherwise("true");

    public static final KeySet KEYS = KeySet.of(PATH, REQUIRED).foreign("format", "every env file is read alike");

    static final Shape<List<Located<Section>>> LIST =
            new ListShape<>(new EnvFileShape(new SectionShape("", KEYS)), true);

    private EnvFileKeys() {}
}
