package dev.brummer.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A version of a program: numbers that count the less, the later they come. What follows them is of no account. */
public record Version(List<Integer> parts) {
    private static final Pattern NUMBERS = Pattern.compile("(?<![\\w.])v?(\\d{1,9}(?:\\.\\d{1,9}){0,9})(?!\\d)");
    private static final Pattern GO = Pattern.compile("\\bgo(\\d{1,9}(?:\\.\\d{1,9}){1,9})");

    public Version {
        Require.require(!parts.isEmpty(), "a version needs at least one number");
        parts = List.copyOf(parts);
    }

    /** @throws IllegalArgumentException if the text is not numbers with dots between them, perhaps after a v */
    public static Version parse(String text) {
        Matcher whole = NUMBERS.matcher(text);
        Require.require(whole.matches(), "no version: %s", text);
        return of(whole.group(1));
    }

    /**
     * The version that a program said it has.
     *
     * @param program its name, since some say it in a way of their own
     * @param output what it printed when it was asked
     */
    public static Optional<Version> said(String program, String output) {
        Matcher found = (program.equals("go") ? GO : NUMBERS).matcher(output);
        if (!found.find()) {
            return Optional.empty();
        }
        Version version = of(found.group(1));
        // Java counted 1.5 to 1.8 before it went on with 9.
        boolean old = program.equals("java") && version.parts.getFirst() == 1 && version.parts.size() > 1;
        return Optional.of(old ? new Version(version.parts.subList(1, version.parts.size())) : version);
    }

    private static Version of(String numbers) {
        List<Integer> parts = new ArrayList<>();
        for (String part : numbers.split("\\.")) {
            parts.add(Integer.valueOf(part));
        }
        return new Version(parts);
    }

    int part(int index) {
        return index < parts.size() ? parts.get(index) : 0;
    }

    @Override
    public String toString() {
        return parts.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
