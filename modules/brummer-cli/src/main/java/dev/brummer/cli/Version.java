package dev.brummer.cli;

/** What {@code brum --version} says. */
final class Version {
    private Version() {}

    static String text() {
        String version = Main.class.getPackage().getImplementationVersion();
        return "brum " + (version == null ? "(not built from a jar)" : version) + ", Java " + Runtime.version();
    }
}
