package dev.brummer.discovery.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Arguments of a program, read by the options that it is known to have.
 *
 * @param words those that are no options, in order
 * @param values what options were given, by the option as it was written
 * @param flags options without a value
 * @param rest what stands behind {@code --}
 */
record Arguments(List<String> words, Map<String, List<String>> values, List<String> flags, List<String> rest) {
    /**
     * @param bare options without a value
     * @param valued options with one, in the next word or behind {@code =}
     * @param untilWord whether options end at the first word that is none
     * @return empty where there is an option that is not known
     */
    static Optional<Arguments> read(List<String> all, List<String> bare, List<String> valued, boolean untilWord) {
        Arguments read = new Arguments(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < all.size(); i++) {
            String word = all.get(i);
            int equals = word.indexOf('=');
            String name = word.startsWith("-") && equals > 0 ? word.substring(0, equals) : word;
            if (word.equals("--")) {
                read.rest.addAll(all.subList(i + 1, all.size()));
                return Optional.of(read);
            } else if (!word.startsWith("-") || word.equals("-")) {
                read.words.add(word);
                if (untilWord) {
                    read.rest.addAll(all.subList(i + 1, all.size()));
                    return Optional.of(read);
                }
            } else if (valued.contains(name) && equals > 0) {
                read.add(name, word.substring(equals + 1));
            } else if (valued.contains(name) && i + 1 < all.size()) {
                read.add(name, all.get(++i));
            } else if (bare.contains(word)) {
                read.flags.add(word);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(read);
    }

    private void add(String name, String value) {
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    /** The last value that one of these options was given. */
    Optional<String> value(String... names) {
        Optional<String> last = Optional.empty();
        for (String name : names) {
            List<String> given = values.get(name);
            last = given == null ? last : Optional.of(given.getLast());
        }
        return last;
    }
}
