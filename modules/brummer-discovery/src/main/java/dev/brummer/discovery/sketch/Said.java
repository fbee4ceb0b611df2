package dev.brummer.discovery.sketch;

import dev.brummer.config.yaml.Node;

/**
 * A value that is proposed for a key.
 *
 * @param value as {@code brummer.yaml} would have it; its place is the one it was found at
 * @param why what a reader may want to know of it, such as where it was seen; empty where it stands there word for word
 */
public record Said(Node value, String why) {}
