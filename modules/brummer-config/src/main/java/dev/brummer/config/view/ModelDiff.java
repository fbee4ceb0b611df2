package dev.brummer.config.view;

import dev.brummer.config.LoadResult.Loaded;
import dev.brummer.config.secret.Secrets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What differs between two loaded projects, key by key. */
public final class ModelDiff {
    // How a profile came to be active is the question, not the answer.
    private static final Set<String> QUESTION = Set.of("default_profile", "profiles");

    private final List<Change> changes = new ArrayList<>();
    private final boolean reveal;

    private ModelDiff(boolean reveal) {
        this.reveal = reveal;
    }

    /**
     * A key that differs.
     *
     * @param path as {@code services.auth.command}
     * @param before null where only the second project has it
     * @param after null where only the first has it
     */
    public record Change(String path, @Nullable Object before, @Nullable Object after) {}

    /** @param reveal whether secrets are shown; masked ones that differ are still reported */
    public static List<Change> of(Loaded before, Loaded after, boolean reveal) {
        ModelDiff diff = new ModelDiff(reveal);
        Map<String, Object> first = ModelView.whole(before);
        Map<String, Object> second = ModelView.whole(after);
        first.keySet().removeAll(QUESTION);
        second.keySet().removeAll(QUESTION);
        diff.compare("", "", first, second);
        diff.compare("inherited", "", before.project().inherited(), after.project().inherited());
        return List.copyOf(diff.changes);
    }

    /** One line a side of each change, as {@code - services.web.scale: 1}. */
    public static String text(List<Change> changes) {
        StringBuilder text = new StringBuilder();
        for (Change change : changes) {
            line("- ", change.path(), change.before(), text);
            line("+ ", change.path(), change.after(), text);
        }
        return text.toString();
    }

    private static void line(String sign, String path, @Nullable Object value, StringBuilder text) {
        if (value != null) {
            String written = JsonText.write(value).strip().replaceAll("\\n\\s*", " ");
            text.append(sign).append(path).append(": ").append(written).append('\n');
        }
    }

    private void compare(String path, String key, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof Map<?, ?> first && after instanceof Map<?, ?> second) {
            Set<Object> keys = new LinkedHashSet<>(first.keySet());
            keys.addAll(second.keySet());
            for (Object inner : keys) {
                String name = String.valueOf(inner);
                String longer = path.isEmpty() ? name : path + "." + name;
                compare(longer, name, value(first, inner), value(second, inner));
            }
            return;
        }
        changes.add(new Change(path, shown(key, before), shown(key, after)));
    }

    // A variable without value is there, unlike one that is not.
    private static @Nullable Object value(Map<?, ?> map, Object key) {
        Object value = map.get(key);
        return value == null && map.containsKey(key) ? "(the caller's)" : value;
    }

    private @Nullable Object shown(String key, @Nullable Object value) {
        return reveal || value == null ? value : Secrets.mask(Map.of(key, value)).get(key);
    }
}
