package dev.brummer.cli.prompt;

import dev.brummer.spi.Level;
import dev.brummer.spi.StreamName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a word of a query may become. */
final class QueryWords {
    private final Names names;

    QueryWords(Names names) {
        this.names = names;
    }

    /** What begins a term, and what may follow it. */
    private enum Key {
        SERVICE("lines of this service"),
        STAGE("lines of this stage's services"),
        LEVEL("lines of this level; with + and above"),
        STREAM("stdout or stderr"),
        ID("lines of this request"),
        SINCE("5m, 14:05 or mark"),
        UNTIL("5m or 14:05"),
        RUN("lines of this run");

        private final String meaning;

        Key(String meaning) {
            this.meaning = meaning;
        }

        String prefix() {
            return name().toLowerCase(Locale.ROOT) + ":";
        }
    }

    /** @param word as far as it has been typed */
    List<Proposal> proposals(String word) {
        String not = word.startsWith("-") ? "-" : word.startsWith("not:") ? "not:" : "";
        String term = word.substring(not.length());
        return terms(term).map(each -> new Proposal(not + each.text(), each.meaning(), each.whole())).toList();
    }

    private Stream<Proposal> terms(String term) {
        for (Key key : Key.values()) {
            if (term.startsWith(key.prefix())) {
                return values(key).stream().map(value -> Proposal.whole(key.prefix() + value, ""));
            }
        }
        Stream<Proposal> keys = Stream.of(Key.values()).map(key -> Proposal.begun(key.prefix(), key.meaning));
        return Stream.concat(keys, names.services().get().stream().map(name -> Proposal.whole(name, "")));
    }

    private List<String> values(Key key) {
        return switch (key) {
            case SERVICE -> names.services().get();
            case STAGE -> names.stages().get();
            case LEVEL -> Stream.of(Level.values()).map(Level::word).flatMap(w -> Stream.of(w, w + "+")).toList();
            case STREAM -> Stream.of(StreamName.values()).map(StreamName::word).toList();
            case ID -> names.ids().get();
            case SINCE -> List.of("mark", "1m", "5m", "15m", "1h");
            case UNTIL, RUN -> List.of();
        };
    }
}
