package dev.brummer.plugins.console;

/**
 * Colours as numbers of the 256-colour palette, readable on dark and light backgrounds as those of {@link
 * dev.brummer.spi.text.ServiceColours} are.
 */
final class Paint {
    /** No colour. */
    static final int PLAIN = -1;

    static final int GOOD = 28;
    static final int BUSY = 30;
    static final int WARNING = 130;
    static final int ERROR = 160;

    private Paint() {}
}
