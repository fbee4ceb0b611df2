package dev.brummer.discovery.compose;

import dev.brummer.core.model.Template;
import dev.brummer.core.model.TemplateSyntaxException;
import dev.brummer.core.model.UnresolvedException;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code $NAME} and {@code ${NAME}} stand for in a Compose file. */
record Variables(Template.Scope scope) {
    private static final Pattern DOLLAR = Pattern.compile("\\$\\$|\\$\\{|\\$([A-Za-z_][A-Za-z0-9_]*)");

    /** The text as {@code brummer.yaml} would have it, where a bare {@code $NAME} is left to the shell. */
    static String inBraces(String text) {
        return DOLLAR.matcher(text).replaceAll(Variables::braced);
    }

    private static String braced(MatchResult found) {
        String name = found.group(1);
        return Matcher.quoteReplacement(name == null ? found.group() : "${" + name + "}");
    }

    /** The text with every variable replaced; empty where it is malformed, or names one that must be set and is not. */
    Optional<String> resolve(String text) {
        try {
            return Optional.of(Template.parse(inBraces(text)).resolve(scope, _ -> {}));
        } catch (TemplateSyntaxException | UnresolvedException none) {
            return Optional.empty();
        }
    }
}
