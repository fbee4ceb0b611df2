package dev.brummer.runtime.health;

import dev.brummer.config.secret.Assignments;
import dev.brummer.core.model.HealthSpec;
import dev.brummer.core.model.OptionValue;
import dev.brummer.core.model.PluginUse;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.Template;
import dev.brummer.core.supervision.CheckRef;
import dev.brummer.core.text.Printable;
import java.util.List;
import java.util.stream.Collectors;

/** What checks ask, in words, as the file has it: variables are not replaced, and secrets that are written out are hidden. */
final class CheckWords {
    private static final int LONGEST = 60;

    private CheckWords() {}

    /** {@code http /health}, {@code tcp 5432}, {@code listens on 5432}. */
    static String of(ServiceSpec spec, CheckRef check, List<Integer> ports) {
        return switch (check) {
            case CheckRef.Readiness(int index) -> of(spec.readiness().get(index));
            case CheckRef.Health() -> spec.healthcheck().map(HealthSpec::check).map(CheckWords::of).orElse("");
            case CheckRef.Listening() ->
                "listens on " + ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
        };
    }

    private static String of(PluginUse use) {
        String first = use.options().values().stream().findFirst().map(CheckWords::source).orElse("");
        String hidden = Printable.of(Assignments.masked(first));
        String words = (use.kind() + " " + hidden).strip();
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
    }

    private static String source(OptionValue value) {
        return switch (value) {
            case OptionValue.Scalar(var template) -> template.source();
            case OptionValue.Sequence(var templates) ->
                templates.stream().map(Template::source).collect(Collectors.joining(" "));
        };
    }
}
