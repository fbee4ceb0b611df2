package dev.brummer.config.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brummer.core.text.JsonString;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/** The texts to look for, so that no secret of some variables stays readable. */
final class Spellings {
    private static final int SHORTEST_OF_FILE = 5;
    private static final int SHORTEST_LINE = 8;

    private final Set<String> texts = new LinkedHashSet<>();
    private final Ordinary ordinary;

    Spellings(Ordinary ordinary) {
        this.ordinary = ordinary;
    }

    Set<String> texts() {
        return texts;
    }

    void add(SecretVariable variable) {
        String value = variable.value().strip();
        boolean secret = Secrets.isSecret(variable.name()) && !ordinary.isWord(value);
        if (secret || variable.inEnvFile() && value.length() >= SHORTEST_OF_FILE && !ordinary.isPlain(value)) {
            addLines(value);
        }
        for (UrlPasswords.Part part : UrlPasswords.in(value)) {
            addPassword(part.of(value));
        }
    }

    private void addPassword(String password) {
        if (!ordinary.isWord(password)) {
            addSpelt(password);
            addSpelt(decoded(password));
        }
    }

    private void addLines(String value) {
        addSpelt(value);
        if (value.indexOf('\n') >= 0) {
            value.lines()
                    .map(String::strip)
                    .filter(line -> line.length() >= SHORTEST_LINE && !ordinary.isPlain(line))
                    .forEach(this::addSpelt);
        }
    }

    private void addSpelt(String value) {
        if (value.length() < SecretTexts.SHORTEST) {
            return;
        }
        texts.add(value);
        texts.add(JsonString.spelt(value));
        String form = URLEncoder.encode(value, UTF_8);
        texts.add(form);
        String encoded = form.replace("+", "%20");
        texts.add(encoded);
        texts.add(ofBrowsers(encoded));
        texts.add(Base64.getEncoder().withoutPadding().encodeToString(value.getBytes(UTF_8)));
    }

    /** As {@code encodeURIComponent} has it, which leaves more as it is. */
    private static String ofBrowsers(String encoded) {
        return encoded.replace("%21", "!").replace("%27", "'").replace("%28", "(").replace("%29", ")").replace("%7E", "~");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
