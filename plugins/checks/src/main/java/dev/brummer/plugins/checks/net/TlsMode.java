package dev.brummer.plugins.checks.net;

/** How a connection is encrypted, if at all. */
public enum TlsMode {
    /** Plain text. */
    NONE,
    /** The certificate must be trusted by the JDK and name the host. */
    VERIFIED,
    /** Any certificate will do. */
    INSECURE
}
