package dev.brummer.it.kit;

import java.nio.file.Path;

/** Where the sources and what was built of them are. */
public final class Checkout {
    /** The top folder. */
    public static final Path ROOT =
            Path.of(System.getProperty("brummer.root", "../..")).toAbsolutePath().normalize();

    /** The launcher that users run. */
    public static final Path LAUNCHER = ROOT.resolve("scripts/brum");

    private Checkout() {}
}
