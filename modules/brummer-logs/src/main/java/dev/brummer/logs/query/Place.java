package dev.brummer.logs.query;

/**
 * Where in a query something stands.
 *
 * @param at its first character, from 0
 * @param length how many characters it has
 */
record Place(int at, int length) {
    static Place between(int from, int to) {
        return new Place(from, to - from);
    }
}
