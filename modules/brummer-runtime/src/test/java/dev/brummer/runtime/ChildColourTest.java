package dev.brummer.runtime;

import static dev.brummer.core.TestServices.project;
import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.model.Project;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChildColourTest {
    private static Project in(Map<String, String> environment) {
        return project(service("web")).withInherited(environment);
    }

    @Test
    void childrenAreToldThatColourIsWelcome() {
        assertThat(ChildColour.welcomed(in(Map.of("A", "1")), true).inherited())
                .isEqualTo(Map.of("A", "1", "FORCE_COLOR", "1", "CLICOLOR_FORCE", "1"));
    }

    @Test
    void withoutColourNothingIsSaid() {
        assertThat(ChildColour.welcomed(in(Map.of("A", "1")), false).inherited()).isEqualTo(Map.of("A", "1"));
    }

    @Test
    void withoutColourTheCallersWelcomeIsKeptBack() {
        assertThat(ChildColour.welcomed(in(Map.of("CLICOLOR_FORCE", "1", "FORCE_COLOR", "3", "A", "1")), false).inherited())
                .isEqualTo(Map.of("A", "1"));
    }

    @Test
    void whatTheCallerSaysOfColourStays() {
        assertThat(ChildColour.welcomed(in(Map.of("NO_COLOR", "1")), true).inherited())
                .isEqualTo(Map.of("NO_COLOR", "1"));
        assertThat(ChildColour.welcomed(in(Map.of("FORCE_COLOR", "3")), true).inherited())
                .containsEntry("FORCE_COLOR", "3");
    }
}
