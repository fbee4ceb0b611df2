package dev.brummer.cli;

/** What {@code brum --version} says. */
final class Version {
    private Version() {}

    static String text() {
        String version = number();
        return "brum " + (version.isEmpty() ? "(not built from a jar)" : version) + ", Java " + Runtime.version();
    }

    /** The version alone; empty where it is not known. */
    static String number() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }
}
