package dev.brummer.plugins.checks;

/** How a connection is encrypted, if at all. */
enum TlsMode {
    /** Plain text. */
    NONE,
    /** The certificate must be trusted by the JDK and name the host. */
    VERIFIED,
    /** Any certificate will do. */
    INSECURE
}
