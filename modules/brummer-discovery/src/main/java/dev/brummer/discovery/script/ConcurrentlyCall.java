package dev.brummer.discovery.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code concurrently} is told.
 *
 * @param commands as they were written
 * @param names in the same order; there may be fewer
 */
record ConcurrentlyCall(List<String> commands, List<String> names) {
    private static final List<String> BARE = List.of(
            "-k", "--kill-others", "--kill-others-on-fail", "-r", "--raw", "--no-color", "-g", "--group", "--timings", "-i",
            "--handle-input", "--hide-timestamps", "--pad-prefix");
    private static final List<String> VALUED = List.of(
            "-n", "--names", "--name", "--name-separator", "-c", "--prefix-colors", "-p", "--prefix", "-s", "--success",
            "--hide", "-m", "--max-processes", "--default-input-target", "-l", "--prefix-length", "-t", "--timestamp-format",
            "--restart-tries", "--restart-after", "--kill-signal", "--kill-timeout");

    /** Empty where it is another program, or it is not plain what it is told. */
    static Optional<ConcurrentlyCall> of(Invocation invocation) {
        String program = invocation.program().orElse("");
        if (!program.equals("concurrently") && !program.equals("conc")) {
            return Optional.empty();
        }
        return invocation.arguments()
                .flatMap(all -> Arguments.read(all.stream().flatMap(ConcurrentlyCall::apart).toList(), BARE, VALUED, false))
                .filter(read -> read.rest().isEmpty() && !read.words().isEmpty())
                .map(ConcurrentlyCall::of);
    }

    /** {@code -kn a,b} is {@code -k -n a,b}. */
    private static Stream<String> apart(String word) {
        return word.matches("-k[nc]") ? Stream.of("-k", "-" + word.charAt(2)) : Stream.of(word);
    }

    private static ConcurrentlyCall of(Arguments read) {
        String separator = read.value("--name-separator").orElse(",");
        List<String> names = new ArrayList<>();
        read.value("-n", "--names", "--name").ifPresent(written -> {
            for (String name : written.split(Pattern.quote(separator), -1)) {
                names.add(name.strip());
            }
        });
        return new ConcurrentlyCall(List.copyOf(read.words()), names);
    }

    Optional<String> name(int command) {
        return command < names.size() ? Optional.of(names.get(command)).filter(name -> !name.isEmpty()) : Optional.empty();
    }
}
