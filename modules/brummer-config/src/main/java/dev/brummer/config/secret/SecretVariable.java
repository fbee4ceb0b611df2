package dev.brummer.config.secret;

/**
 * A variable whose value may be secret.
 *
 * @param inEnvFile whether the value was written in an env file
 */
public record SecretVariable(String name, String value, boolean inEnvFile) {
    // A value that ends up in a log would be just what this is there to prevent.
    @Override
    public String toString() {
        return name;
    }
}
