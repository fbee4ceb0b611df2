package dev.brummer.discovery.compose;

import dev.brummer.core.model.Template;
import dev.brummer.core.model.TemplateSyntaxException;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.discovery.foreign.Dollars;
import java.util.Optional;

/** What {@code $NAME} and {@code ${NAME}} stand for in a Compose file. */
record Variables(Template.Scope scope) {
    /** The text with every variable replaced; empty where it is malformed, or names one that must be set and is not. */
    Optional<String> resolve(String text) {
        try {
            return Optional.of(Template.parse(Dollars.inBraces(text)).resolve(scope, _ -> {}));
        } catch (TemplateSyntaxException | UnresolvedException none) {
            return Optional.empty();
        }
    }
}
