package dev.brummer.discovery.json;

import dev.brummer.config.yaml.Node;

/**
 * A JSON file that has been read.
 *
 * @param strict whether it is JSON to the letter, which programs may insist on: npm refuses a comment
 */
public record JsonDocument(Node root, boolean strict) {}
