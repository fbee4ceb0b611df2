package dev.brummer.cli;

import java.util.Map;

/** Whether standard output gets colour. */
enum ColourChoice {
    AUTO,
    ALWAYS,
    NEVER;

    /** @throws UsageException if the word is none of the three */
    static ColourChoice of(String word) throws UsageException {
        return switch (word) {
            case "auto" -> AUTO;
            case "always" -> ALWAYS;
            case "never" -> NEVER;
            default -> throw new UsageException("--color takes auto, always or never, not '" + word + "'");
        };
    }

    /**
     * The option wins; then {@code NO_COLOR} (no-color.org), {@code CLICOLOR_FORCE} (bixense.com/clicolors), and a
     * terminal that is not dumb.
     */
    boolean decide(Map<String, String> environment, boolean terminal) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> {
                if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
                    yield false;
                }
                String force = environment.getOrDefault("CLICOLOR_FORCE", "");
                yield (!force.isEmpty() && !force.equals("0"))
                        || (terminal && !"dumb".equals(environment.get("TERM")));
            }
        };
    }
}
