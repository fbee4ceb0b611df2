package dev.brummer.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariableOriginsTest {
    @TempDir
    Path folder;

    @Test
    void eachVariableIsWhereTheValueThatWinsWasWritten() {
        var project = Projects.in(folder)
                .profile("staging")
                .file(".env", "A=1\nB=1\nC=1\n")
                .file("team.env", "\nD=1\nE=1\n")
                .caller("B", "2")
                .caller("NODE_ENV", "production")
                .file("brummer.yaml", """
                        env_file: team.env
                        environment: {E: 2}
                        profiles: {staging: {}}
                        services:
                          web:
                            command: a
                            environment:
                              B:
                              C: ${A}
                        """)
                .loaded()
                .project();
        var origins = project.origins();
        ServiceId web = new ServiceId("web");
        assertThat(origins.of(web, "A")).contains(".env:1");
        assertThat(origins.of(web, "B")).contains("the caller");
        assertThat(origins.of(web, "C")).contains("brummer.yaml:9, from ${A}");
        assertThat(origins.of(web, "D")).contains("team.env:2");
        assertThat(origins.of(web, "E")).contains("brummer.yaml:2");
        assertThat(origins.of(web, "NODE_ENV")).contains("the profile");
        assertThat(origins.of(web, "PORT")).isEmpty();
    }
}
