package dev.brummer.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which versions of a program will do, as {@code >=20}, {@code ^1.2} or {@code >=18 <21}: every bound must hold. Versions
 * are compared in as many parts as the bound has, so that {@code =20} holds for 20.1 and {@code >20} does not.
 *
 * @param source as the file has it
 */
public record VersionRange(String source, List<Bound> bounds) {
    private static final Pattern BOUND =
            Pattern.compile("\\s*(>=|<=|>|<|=|\\^|~)?\\s*v?(\\d{1,9}(?:\\.\\d{1,9}){0,3})(?![\\d.])[\\s,]*");

    public VersionRange {
        Require.require(!bounds.isEmpty(), "a version range needs a bound: %s", source);
        bounds = List.copyOf(bounds);
    }

    /** What a bound asks of a version. */
    public enum Operator {
        AT_LEAST,
        AT_MOST,
        ABOVE,
        BELOW,
        SAME,
        /** At least this, and nothing that breaks with it: the first part that is not 0 stays. */
        COMPATIBLE,
        /** At least this, and the first two parts stay. */
        CLOSE
    }

    /** One condition. */
    public record Bound(Operator operator, Version version) {
        boolean holdsFor(Version other) {
            int order = compare(other, version.parts().size());
            return switch (operator) {
                case AT_LEAST -> order >= 0;
                case AT_MOST -> order <= 0;
                case ABOVE -> order > 0;
                case BELOW -> order < 0;
                case SAME -> order == 0;
                case COMPATIBLE -> order >= 0 && compare(other, kept()) == 0;
                case CLOSE -> order >= 0 && compare(other, Math.min(2, version.parts().size())) == 0;
            };
        }

        private int kept() {
            int zeros = 0;
            while (zeros < version.parts().size() - 1 && version.part(zeros) == 0) {
                zeros++;
            }
            return zeros + 1;
        }

        private int compare(Version other, int parts) {
            for (int i = 0; i < parts; i++) {
                int order = Integer.compare(other.part(i), version.part(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    }

    /** @throws IllegalArgumentException if the text is no range */
    public static VersionRange parse(String text) {
        List<Bound> bounds = new ArrayList<>();
        Matcher bound = BOUND.matcher(text);
        int at = 0;
        while (at < text.length()) {
            bound.region(at, text.length());
            Require.require(bound.lookingAt(), "no version range: %s", text);
            bounds.add(new Bound(operator(bound.group(1) == null ? "=" : bound.group(1)), Version.parse(bound.group(2))));
            at = bound.end();
        }
        return new VersionRange(text.strip(), bounds);
    }

    private static Operator operator(String sign) {
        return switch (sign) {
            case ">=" -> Operator.AT_LEAST;
            case "<=" -> Operator.AT_MOST;
            case ">" -> Operator.ABOVE;
            case "<" -> Operator.BELOW;
            case "=" -> Operator.SAME;
            case "^" -> Operator.COMPATIBLE;
            case "~" -> Operator.CLOSE;
            default -> throw new IllegalStateException("no operator: " + sign);
        };
    }

    /** Whether a version will do. */
    public boolean holdsFor(Version version) {
        return bounds.stream().allMatch(bound -> bound.holdsFor(version));
    }

    @Override
    public String toString() {
        return source;
    }
}
