package dev.brummer.discovery.script;

/** Where a program runs. */
public sealed interface Where {
    /** In the folder of the file that says so. */
    record Here() implements Where {}

    /** @param path as it was written, relative to the folder of the file that says so */
    record Folder(String path) implements Where {}

    /**
     * @param name of a workspace: what its package is called, or its folder
     * @param text what runs it from the folder of the file
     */
    record Workspace(String name, String text) implements Where {}
}
