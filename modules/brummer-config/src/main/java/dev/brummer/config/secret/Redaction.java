package dev.brummer.config.secret;

import dev.brummer.core.model.Project;
import dev.brummer.spi.InstanceId;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Takes secret values out of texts, whatever else the texts say: what a service has written, a command as it was
 * resolved, an answer to a check. {@link Secrets} goes by keys; this goes by the values themselves.
 *
 * <p>Looked for are values of at least 4 characters of variables with a secret-like name, passwords in URLs, and values
 * of at least 5 characters from env files; the last two but for ordinary words and numbers, and none of them where it
 * is the name of something in the project. Lines of a value over several lines count by themselves, and so do values as
 * JSON, a URL and Base64 spell them. Immutable.
 */
public final class Redaction {
    /** Leaves every text as it is. */
    public static final Redaction NONE = new Redaction(new SecretTexts(List.of()), false);

    private final SecretTexts texts;
    private final boolean urls;

    private Redaction(SecretTexts texts, boolean urls) {
        this.texts = texts;
        this.urls = urls;
    }

    /** What hides the values of these variables, whatever project they are of. */
    public static Redaction of(Collection<SecretVariable> variables) {
        return of(variables, Ordinary.WORDS);
    }

    /**
     * The same within a project.
     *
     * @param names of what is in it, which are no secrets
     * @param folder its folder
     */
    public static Redaction of(Collection<SecretVariable> variables, Collection<String> names, Path folder) {
        return of(variables, new Ordinary(names, folder));
    }

    /**
     * What hides the secrets of a project: of all services and tests, of what they inherit, and of the command line.
     * Costs some milliseconds: to be kept.
     *
     * @param ports the ports of each instance, for values that are made of them; empty where none are chosen yet
     */
    public static Redaction of(Project project, Map<InstanceId, List<Integer>> ports) {
        ProjectVariables variables = new ProjectVariables(project, ports);
        return of(variables.all(), variables.ordinary());
    }

    /** The same where no ports are chosen. */
    public static Redaction of(Project project) {
        return of(project, Map.of());
    }

    private static Redaction of(Collection<SecretVariable> variables, Ordinary ordinary) {
        Spellings spellings = new Spellings(ordinary);
        variables.forEach(spellings::add);
        return new Redaction(new SecretTexts(spellings.texts()), true);
    }

    /** What hides what either hides. */
    public Redaction and(Redaction other) {
        return urls && other.urls ? new Redaction(texts.and(other.texts), true) : urls ? this : other;
    }

    /**
     * The text with {@value Secrets#MASK} for each secret value in it, and for each password in a URL.
     *
     * @return the same text where there is nothing to hide
     */
    public String text(String text) {
        if (!urls) {
            return text;
        }
        Masking masking = new Masking(text);
        int from = 0;
        for (UrlPasswords.Part password : UrlPasswords.in(text)) {
            texts.hide(text, from, password.begin() + 1, masking);
            masking.hide(password.begin(), password.end());
            from = password.begin() + 1;
        }
        texts.hide(text, from, text.length(), masking);
        return masking.done();
    }
}
