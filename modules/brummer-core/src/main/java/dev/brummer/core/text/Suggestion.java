package dev.brummer.core.text;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant to write. */
public final class Suggestion {
    // Comparing takes time, and among so many names something is always near.
    private static final int MOST = 2000;
    private static final int SHORTEST_BEGINNING = 3;

    private Suggestion() {}

    /** The hint {@code did you mean 'x'?}, or the empty string where nothing is near. */
    public static String hint(String written, Collection<String> known) {
        return nearest(written, known).map(name -> "did you mean '" + name + "'?").orElse("");
    }

    /** The one of {@code known} that is nearest to what was written, if any is near, or else the only one that begins so. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        if (known.size() > MOST) {
            return Optional.empty();
        }
        String plain = plain(written);
        // One letter in two is no typo, but a third of them may be.
        int best = Math.max(1, Math.min(plain.length(), 30) / 3) + 1;
        String nearest = null;
        for (String candidate : known) {
            int distance = candidate.equals(written) ? 0 : distance(plain, plain(candidate), best);
            if (distance < best) {
                best = distance;
                nearest = candidate;
            }
        }
        return nearest == null ? beginning(plain, known) : Optional.of(nearest);
    }

    private static Optional<String> beginning(String plain, Collection<String> known) {
        List<String> such = plain.length() < SHORTEST_BEGINNING
                ? List.of()
                : known.stream().filter(name -> plain(name).startsWith(plain)).limit(2).toList();
        return such.size() == 1 ? Optional.of(such.getFirst()) : Optional.empty();
    }

    private static String plain(String name) {
        String cut = name.length() > 100 ? name.substring(0, 100) : name;
        return cut.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace(" ", "");
    }

    /** How many letters must be changed, dropped, added or swapped with their neighbour; {@code limit} if too many. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : cell(cost, a, b, i, j);
            }
        }
        return Math.min(limit, cost[a.length()][b.length()]);
    }

    private static int cell(int[][] cost, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped =
                i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
