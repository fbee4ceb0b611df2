package dev.brummer.config.keys;

import dev.brummer.config.shape.Scalars;
import dev.brummer.config.shape.Schemas;
import dev.brummer.core.model.RestartPolicy;
import dev.brummer.core.text.Suggestion;
import java.util.List;
import java.util.OptionalInt;

/** Restart policies as Compose writes them. */
final class RestartShape {
    private static final List<String> WORDS = List.of("no", "always", "on-failure", "unless-stopped");

    private RestartShape() {}

    static Scalars<RestartPolicy> shape() {
        String pattern = "\\$\\{|^(no|always|unless-stopped|on-failure(:[1-9][0-9]*)?)$";
        return new Scalars<>(
                "no, always, on-failure, on-failure:N or unless-stopped",
                "bad-restart",
                Schemas.of("type", "string", "pattern", pattern, "examples", WORDS),
                RestartShape::parse);
    }

    private static RestartPolicy parse(String text) {
        return switch (text) {
            case "no" -> new RestartPolicy.Never();
            case "always" -> new RestartPolicy.Always();
            case "on-failure" -> new RestartPolicy.OnFailure(OptionalInt.empty());
            case "unless-stopped" -> new RestartPolicy.UnlessStopped();
            default -> limited(text);
        };
    }

    private static RestartPolicy limited(String text) {
        if (!text.startsWith("on-failure:")) {
            throw new IllegalArgumentException(text.equals("false") ? "write no" : Suggestion.hint(text, WORDS));
        }
        try {
            int limit = Integer.parseInt(text.substring("on-failure:".length()));
            if (limit >= 1) {
                return new RestartPolicy.OnFailure(OptionalInt.of(limit));
            }
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("after the colon comes how many times in a row", none);
        }
        throw new IllegalArgumentException("at least once");
    }
}
