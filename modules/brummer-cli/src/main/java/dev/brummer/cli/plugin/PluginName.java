package dev.brummer.cli.plugin;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * What a new plugin is called.
 *
 * @param id its id, which names its folder and jar too: words of small letters and digits, joined by hyphens
 * @param javaPackage of its classes
 */
public record PluginName(String id, String javaPackage) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 60;

    /** @throws IllegalArgumentException if one of them cannot be; the message says what could */
    public PluginName {
        if (!isId(id)) {
            throw new IllegalArgumentException("a plugin's name is small letters and digits, in words joined by"
                    + " hyphens, not '" + id + "'" + suggestion(id));
        }
        // A keyword in it would be no name; and javac takes any case, where people expect small letters alone.
        if (!SourceVersion.isName(javaPackage) || !javaPackage.equals(javaPackage.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "'" + javaPackage + "' is no name of a Java package, such as com.example");
        }
    }

    private static boolean isId(String id) {
        return id.length() <= LONGEST && ID.matcher(id).matches();
    }

    private static String suggestion(String id) {
        String plain = Normalizer.normalize(id, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[0-9-]+|-+$", "");
        return isId(plain) ? ": how about '" + plain + "'?" : "";
    }

    /** What its classes begin with: {@code AcmeCache} for {@code acme-cache}. */
    String className() {
        return Stream.of(id.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
