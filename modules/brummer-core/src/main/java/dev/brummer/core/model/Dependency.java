package dev.brummer.core.model;

import dev.brummer.spi.ServiceId;

/**
 * An edge of {@code depends_on}.
 *
 * @param on the service that is waited for
 * @param required whether its failure, or its absence, holds up the dependent
 * @param restart whether the dependent is restarted when {@code on} is
 */
public record Dependency(ServiceId on, Condition condition, boolean required, boolean restart) {
    /** What must hold of a service before its dependent starts. */
    public enum Condition {
        STARTED("service_started"),
        READY("service_ready"),
        HEALTHY("service_healthy"),
        COMPLETED("service_completed_successfully");

        private final String word;

        Condition(String word) {
            this.word = word;
        }

        /** The condition as {@code brummer.yaml} writes it. */
        public String word() {
            return word;
        }
    }
}
