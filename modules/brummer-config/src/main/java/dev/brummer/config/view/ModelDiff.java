package dev.brummer.config.view;

import dev.brummer.config.LoadResult.Loaded;
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
    private final Sight before;
    private final Sight after;

    private ModelDiff(Sight before, Sight after) {
        this.before = before;
        this.after = after;
    }

    /** What somebody gets to see of a value at a place. */
    @FunctionalInterface
    private interface Sight {
        @Nullable Object of(List<String> path, @Nullable Object value);
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
        Sight whole = (_, value) -> value;
        ModelDiff diff = reveal
                ? new ModelDiff(whole, whole)
                : new ModelDiff(new PublicTree(before)::value, new PublicTree(after)::value);
        Map<String, Object> first = ModelView.whole(before);
        Map<String, Object> second = ModelView.whole(after);
        first.keySet().removeAll(QUESTION);
        second.keySet().removeAll(QUESTION);
        diff.compare(List.of(), first, second);
        diff.compare(List.of(PublicTree.INHERITED), before.project().inherited(), after.project().inherited());
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

    private void compare(List<String> path, @Nullable Object first, @Nullable Object second) {
        if (Objects.equals(first, second)) {
            return;
        }
        if (first instanceof Map<?, ?> one && second instanceof Map<?, ?> other) {
            Set<Object> keys = new LinkedHashSet<>(one.keySet());
            keys.addAll(other.keySet());
            for (Object key : keys) {
                List<String> longer = new ArrayList<>(path);
                longer.add(String.valueOf(key));
                compare(longer, value(one, key), value(other, key));
            }
            return;
        }
        changes.add(new Change(String.join(".", path), before.of(path, first), after.of(path, second)));
    }

    // A variable without value is there, unlike one that is not.
    private static @Nullable Object value(Map<?, ?> map, Object key) {
        Object value = map.get(key);
        return value == null && map.containsKey(key) ? "(the caller's)" : value;
    }
}
