package dev.brummer.plugins.files;

import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OptionType;
import dev.brummer.spi.Options;
import java.util.List;

/**
 * When a file gives way to a new one. Immutable.
 *
 * @param maxSize how many bytes a file has at most; {@link Long#MAX_VALUE} where it never gives way
 * @param maxFiles how many older files are kept beside it
 */
public record Rotation(long maxSize, int maxFiles) {
    /** One file for ever. */
    public static final Rotation NONE = new Rotation(Long.MAX_VALUE, 1);

    private static final int MOST_FILES = 1000;
    private static final String SIZE = "max_size";
    private static final String FILES = "max_files";

    /** @throws IllegalArgumentException if a number is out of range; the message is for the user */
    public Rotation {
        if (maxSize < 1) {
            throw new IllegalArgumentException("'" + SIZE + "' must be more than 0");
        }
        if (maxFiles < 1 || maxFiles > MOST_FILES) {
            throw new IllegalArgumentException("'" + FILES + "' must be from 1 to " + MOST_FILES + ", not " + maxFiles);
        }
    }

    /** The options by which a user says so. */
    public static List<OptionSpec> options() {
        return List.of(
                OptionSpec.optional(
                        SIZE,
                        OptionType.SIZE,
                        "How large the file may become, as 10MB: before a line would exceed that, it is renamed to NAME.1"
                                + ", and older ones move up. Without it, it grows for ever."),
                OptionSpec.withDefault(
                        FILES,
                        OptionType.INTEGER,
                        "5",
                        "How many older files are kept, NAME.1 being the newest; only with 'max_size'."));
    }

    /** Whether a user asks for rotation. */
    public static boolean isAsked(Options options) {
        return options.has(SIZE);
    }

    /**
     * What {@link #options} say.
     *
     * @throws IllegalArgumentException if a number is out of range; the message is for the user
     */
    public static Rotation of(Options options) {
        return isAsked(options)
                ? new Rotation(options.size(SIZE), (int) Math.min(options.integer(FILES), MOST_FILES + 1L))
                : NONE;
    }
}
