package dev.brummer.discovery.npm;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script whose name says that it is a stage: {@code start:2:core}.
 *
 * @param number it stands after those of a smaller one
 * @param stage what the stage is called
 */
record StageScript(String script, BigInteger number, String stage) {
    private static final Pattern NAME = Pattern.compile("start:(\\d{1,18}):(.+)");

    static Optional<StageScript> of(String script) {
        Matcher name = NAME.matcher(script);
        if (!name.matches()) {
            return Optional.empty();
        }
        String stage = ServiceNames.plain(name.group(2));
        return Optional.of(new StageScript(script, new BigInteger(name.group(1)), stage));
    }

    /** Those among some scripts, in the order in which they open: that of their numbers, then that of the file. */
    static List<StageScript> among(Collection<String> scripts) {
        return scripts.stream()
                .flatMap(script -> of(script).stream())
                .sorted(Comparator.comparing(StageScript::number))
                .toList();
    }
}
