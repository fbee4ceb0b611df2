package dev.brummer.api;

/**
 * A variable of a run's environment. Immutable.
 *
 * @param value {@code ***}, or with such a piece, where it is masked
 * @param masked whether something of the value is hidden since it looks like a secret
 * @param from where the value is from, in words: {@code brummer.yaml:12}, {@code .env:3}, {@code the caller}
 */
public record VariableView(String name, String value, boolean masked, String from) {}
