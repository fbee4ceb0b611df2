package dev.brummer.discovery.procfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.ConfigLoader;
import dev.brummer.config.LoadRequest;
import dev.brummer.config.LoadResult;
import dev.brummer.config.source.Diagnostic;
import dev.brummer.core.model.Command;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.Template;
import dev.brummer.discovery.Discovery;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcfileSourceTest {
    @TempDir
    Path folder;

    private LoadResult.Loaded load(String procfile) throws IOException {
        Files.writeString(folder.resolve("Procfile"), procfile);
        LoadResult result = new ConfigLoader(_ -> new dev.brummer.config.KnownPlugins(List.of(), List.of()), new Discovery())
                .load(LoadRequest.of(folder, Map.of()));
        assertThat(result).isInstanceOf(LoadResult.Loaded.class);
        return (LoadResult.Loaded) result;
    }

    @Test
    void eachLineIsAService() throws IOException {
        Project project = load("web: bundle exec puma -p $PORT\n# comment\nworker: echo ${X%.*} $$\n").project();

        ServiceSpec web = project.service(new ServiceId("web"));
        assertThat(web.ports()).hasSize(1);
        assertThat(web.environment()).containsOnlyKeys("PORT");
        ServiceSpec worker = project.service(new ServiceId("worker"));
        assertThat(worker.ports()).isEmpty();
        assertThat(text(worker)).isEqualTo("echo ${X%.*} $$");
    }

    private static String text(ServiceSpec spec) {
        Template line = ((Command.Shell) spec.command()).line();
        assertThat(line.isConstant()).isTrue();
        return ((Template.Part.Literal) line.parts().getFirst()).text();
    }

    @Test
    void whatIsNoEntryIsSaidWithItsLine() throws IOException {
        List<Diagnostic> warnings = load("web: true\nnonsense\nweb: again\n").warnings();

        assertThat(warnings).extracting(warning -> warning.frames().getFirst().at().position())
                .containsExactly("Procfile:2:1", "Procfile:3:1");
    }
}
