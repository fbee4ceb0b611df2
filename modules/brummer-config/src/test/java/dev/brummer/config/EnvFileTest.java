package dev.brummer.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.environment.Environments;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileTest {
    @TempDir
    Path folder;

    private Map<String, String> environment(String file) throws UnresolvedException {
        Project project = Projects.in(folder)
                .yaml("env_file: a.env\nservices: {web: {command: a}}")
                .file("a.env", file)
                .caller("HOST", "db")
                .project();
        ServiceSpec web = project.service(new ServiceId("web"));
        return Environments.of(project, web, InstanceId.only(web.id()), Map.of()).variables();
    }

    @Test
    void whatAFileSaysIsNotRepeatedWhereItDoesNotFit() {
        assertThat(Projects.in(folder)
                        .yaml("services: {web: {command: run, start_timeout: '${LIMIT}', restart: '${POLICY}'}}")
                        .file(".env", "LIMIT=Xk9#q-seconds\nPOLICY=tr0ub4dor\n")
                        .said())
                .contains("a duration", "not '***'")
                .doesNotContain("Xk9#q", "tr0ub4dor");
    }

    @Test
    void linesCommentsAndExport() throws UnresolvedException {
        assertThat(environment("# all\n\nA=1\n  export B = two words  # why\r\nC=\nD=a#b\nE=-Da=b\n"))
                .containsEntry("A", "1")
                .containsEntry("B", "two words")
                .containsEntry("C", "")
                .containsEntry("D", "a#b")
                .containsEntry("E", "-Da=b");
    }

    @Test
    void quotesAndSeveralLines() throws UnresolvedException {
        assertThat(environment("A='one\ntwo $X ${Y}'\nB=\"tab\\tquote\\\" \\$ ${HOST}\nnext\" # fine\nC=' # '\n"))
                .containsEntry("A", "one\ntwo $X ${Y}")
                .containsEntry("B", "tab\tquote\" $ db\nnext")
                .containsEntry("C", " # ");
    }

    @Test
    void aDollarSignIsAPasswordsUnlessBracesFollow() throws UnresolvedException {
        assertThat(environment("A=pa$$word$1\nB=${HOST:-x}\nC=\"pa$$\"\nD=$${HOST}\n"))
                .containsEntry("A", "pa$$word$1")
                .containsEntry("B", "db")
                .containsEntry("C", "pa$$")
                .containsEntry("D", "$db");
    }

    @Test
    void theChainMayReferToItselfAndTheCallerBeatsIt() throws UnresolvedException {
        Project project = Projects.in(folder)
                .yaml("services: {web: {command: a, ports: [\"${PORT_A}\"]}}")
                .file(".env", "BASE=30\nPORT_A=${BASE}01\nHOST=file\n")
                .caller("HOST", "caller")
                .project();
        assertThat(project.inherited()).containsEntry("PORT_A", "3001").containsEntry("HOST", "caller");
        assertThat(project.service(new ServiceId("web")).ports()).asString().contains("3001");
    }
}
