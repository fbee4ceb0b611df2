package dev.brummer.cli.prompt;

/** What the prompt tells about errors and requests, as text for a person. Called by the prompt's thread. */
public interface Reports {
    /** What went wrong so far, root cause first. */
    String errors();

    /** One request as it travelled through the services; says so where nobody knows the id. */
    String trace(String id);
}
