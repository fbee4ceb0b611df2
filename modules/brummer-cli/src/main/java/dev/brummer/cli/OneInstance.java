package dev.brummer.cli;

import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.spi.InstanceId;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;

/**
 * The one instance that an invocation is about.
 *
 * @param word what names its service, or itself
 * @param copy which copy is meant, from 1; empty for the first
 */
record OneInstance(String word, Optional<Integer> copy) {
    static Option option() {
        return GlobalOptions.option("i", "instance", "N", "which copy of the service; the first if left out");
    }

    /** @throws UsageException if no service is named, or something that is no number */
    static OneInstance of(Command.Invocation invocation) throws UsageException {
        List<String> words = invocation.typed().getArgList();
        if (words.isEmpty()) {
            throw new UsageException("'" + invocation.verb() + "' needs the name of a service; 'brum ps' lists them");
        }
        return new OneInstance(words.getFirst(), copy(invocation.typed().getOptionValue("instance")));
    }

    private static Optional<Integer> copy(@org.jspecify.annotations.Nullable String typed) throws UsageException {
        try {
            return typed == null ? Optional.empty() : Optional.of(Integer.parseInt(typed));
        } catch (NumberFormatException e) {
            throw new UsageException("--instance takes the number of a copy, such as 2, not '" + typed + "'", e);
        }
    }

    /** @throws UsageException if there is no such copy, or the word names several services */
    InstanceId in(Session session) throws SessionException, UsageException {
        List<InstanceId> named = session.named(List.of(word));
        if (named.stream().map(InstanceId::service).distinct().count() > 1) {
            throw new UsageException("'" + word + "' names several services; this takes one");
        }
        if (copy.isEmpty() || (copy.get() == 1 && named.size() == 1)) {
            return named.getFirst();
        }
        return named.stream()
                .filter(id -> id.index() == copy.get())
                .findFirst()
                .orElseThrow(() -> new UsageException("there is no copy " + copy.get() + " of " + word + "; there "
                        + (named.size() == 1 ? "is 1" : "are " + named.size())));
    }
}
