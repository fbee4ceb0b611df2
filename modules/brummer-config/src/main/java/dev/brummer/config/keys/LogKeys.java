package dev.brummer.config.keys;

import dev.brummer.config.shape.Key;
import dev.brummer.config.shape.KeySet;
import dev.brummer.config.shape.ListShape;
import dev.brummer.config.shape.Located;
import dev.brummer.config.shape.Scalars;
import dev.brummer.config.shape.Schemas;
import dev.brummer.config.shape.Section;
import dev.brummer.config.shape.SectionShape;
import dev.brummer.core.model.LogSettings;
import dev.brummer.spi.host.SizeText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The keys of {@code logs}. */
public final class LogKeys {
    private static final int MOST_STARTS = 1000;

    public static final Key<Long> SIZE = Key.of(
                    "size",
                    Sizes.positive(),
                    "How much room the output of all starts may take; beyond it the oldest goes, but never the newest of"
                            + " the current start.")
            .otherwise(SizeText.of(LogSettings.DEFAULT.retainBytes()));
    public static final Key<Integer> STARTS = Key.of(
                    "starts",
                    Scalars.whole("a number of starts", "bad-number", 1, MOST_STARTS),
                    "How many starts of brum are kept, the current one included.")
            .otherwise(Integer.toString(LogSettings.DEFAULT.retainStarts()));
    public static final KeySet RETAIN_KEYS = KeySet.of(SIZE, STARTS);

    public static final Key<Section> RETAIN =
            Key.of("retain", new SectionShape("", RETAIN_KEYS), "How much of the output is kept.");
    public static final Key<List<Located<String>>> IDS = Key.of(
            "ids",
            new ListShape<>(pattern(), false),
            "Regular expressions for ids of requests beside the usual forms: the first group is the id, or else the whole"
                    + " match.");

    public static final KeySet KEYS = KeySet.of(RETAIN, IDS);

    private LogKeys() {}

    private static Scalars<String> pattern() {
        return new Scalars<>("a regular expression", "bad-regex", Schemas.scalar(), text -> {
            try {
                return Pattern.compile(text).pattern();
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(e.getDescription() + " at character " + (e.getIndex() + 1), e);
            }
        });
    }
}
