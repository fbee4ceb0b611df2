package dev.brummer.logs.query;

import dev.brummer.core.text.Suggestion;
import dev.brummer.spi.Level;
import dev.brummer.spi.StreamName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may stand before a colon. */
enum Key {
    SERVICE("a service, as in service:auth"),
    STAGE("a stage, as in stage:core"),
    STREAM("stdout or stderr"),
    LEVEL("a level, as in level:error or level:warn+"),
    RUN("a number, as in run:2"),
    SINCE("a time, such as " + Moment.ALLOWED),
    UNTIL("a time, such as " + Moment.ALLOWED),
    ID("an id, as in id:a1b2c3");

    private final String takes;

    Key(String takes) {
        this.takes = takes;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What may stand behind the colon. */
    String takes() {
        return takes;
    }

    static Optional<Key> find(String word) {
        for (Key key : values()) {
            if (key.name().equalsIgnoreCase(word)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** The key that was probably meant. What is shorter than five letters, or far off, is taken for text. */
    static Optional<String> near(String word) {
        List<String> known = new ArrayList<>();
        for (Key key : values()) {
            if (key.word().length() >= 5 && Math.abs(key.word().length() - word.length()) <= 1) {
                known.add(key.word());
            }
        }
        return word.length() < 5 ? Optional.empty() : Suggestion.nearest(word, known);
    }

    /** @throws InvalidValueException if the value is none for this key */
    Condition condition(String value) throws InvalidValueException {
        return switch (this) {
            case SERVICE -> new Condition.Service(value);
            case STAGE -> new Condition.Stage(value);
            case STREAM -> new Condition.Stream(stream(value));
            case LEVEL -> level(value);
            case RUN -> new Condition.Run(run(value));
            case SINCE -> new Condition.Since(moment(value));
            case UNTIL -> new Condition.Until(moment(value));
            case ID -> new Condition.Id(value);
        };
    }

    private static StreamName stream(String value) throws InvalidValueException {
        for (StreamName stream : StreamName.values()) {
            if (stream.word().equalsIgnoreCase(value)) {
                return stream;
            }
        }
        List<String> known = List.of(StreamName.STDOUT.word(), StreamName.STDERR.word());
        throw new InvalidValueException(
                "'" + value + "' is no stream: stdout or stderr", Suggestion.hint(value, known));
    }

    private static Condition level(String value) throws InvalidValueException {
        boolean orWorse = value.endsWith("+");
        String name = orWorse ? value.substring(0, value.length() - 1) : value;
        Optional<Level> level = LevelName.find(name);
        if (level.isEmpty()) {
            throw new InvalidValueException(
                    "'" + name + "' is no level: " + String.join(", ", LevelName.all()),
                    Suggestion.hint(name, LevelName.all()));
        }
        return new Condition.AtLevel(level.get(), orWorse);
    }

    private static int run(String value) throws InvalidValueException {
        try {
            int run = Integer.parseInt(value);
            if (run > 0) {
                return run;
            }
        } catch (NumberFormatException none) {
            throw new InvalidValueException("'" + value + "' is no run: they are numbered from 1", "", none);
        }
        throw new InvalidValueException("'" + value + "' is no run: they are numbered from 1", "");
    }

    private static Moment moment(String value) throws InvalidValueException {
        try {
            return Moment.parse(value);
        } catch (IllegalArgumentException none) {
            boolean number = Character.isDigit(value.charAt(0));
            String hint = number && none.getMessage() != null ? none.getMessage() : "";
            throw new InvalidValueException("'" + value + "' is no time: " + Moment.ALLOWED, hint, none);
        }
    }

    /** A value that a key does not take. */
    static final class InvalidValueException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String message;
        private final String hint;

        InvalidValueException(String message, String hint) {
            super(message);
            this.message = message;
            this.hint = hint;
        }

        InvalidValueException(String message, String hint, Throwable cause) {
            super(message, cause);
            this.message = message;
            this.hint = hint;
        }

        @Override
        public String getMessage() {
            return message;
        }

        String hint() {
            return hint;
        }
    }
}
