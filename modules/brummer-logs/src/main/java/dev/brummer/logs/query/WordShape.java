package dev.brummer.logs.query;

import java.util.Optional;

/** What the characters of a word say about it. */
final class WordShape {
    private WordShape() {}

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Whether a word can be written as it is, wherever it may come to stand. */
    static boolean isBare(String word) {
        int open = 0;
        for (int i = 0; i < word.length() && open >= 0; i++) {
            open += word.charAt(i) == '(' ? 1 : word.charAt(i) == ')' ? -1 : 0;
        }
        return open == 0 && "-/()\"".indexOf(word.charAt(0)) < 0 && !isOr(word);
    }

    static boolean isOr(String word) {
        return word.equalsIgnoreCase("or");
    }

    /** What stands before the colon of a word that looks like a key with its value, as {@code name:value} does. */
    static Optional<String> keyOf(String word) {
        int colon = word.indexOf(':');
        boolean value = colon > 0 && colon + 1 < word.length() && !word.startsWith("//", colon + 1);
        return value && word.substring(0, colon).chars().allMatch(c -> isLetter((char) c))
                ? Optional.of(word.substring(0, colon))
                : Optional.empty();
    }
}
