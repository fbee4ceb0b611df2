package dev.brummer.config.shape;

/**
 * A key of {@code brummer.yaml}.
 *
 * @param description one or two sentences for editors and the documentation
 * @param fallback what holds when it is left out, in words; empty for nothing
 */
public record Key<T>(String name, Shape<T> shape, String description, String fallback) {
    public static <T> Key<T> of(String name, Shape<T> shape, String description) {
        return new Key<>(name, shape, description, "");
    }

    public Key<T> otherwise(String words) {
        return new Key<>(name, shape, description, words);
    }

    // A key is the one declaration it was made by; sections look values up by it.
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
