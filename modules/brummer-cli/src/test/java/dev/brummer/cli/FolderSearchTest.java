package dev.brummer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.LoadResult;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSearchTest {
    private static final String SHOP = """
            services:
              db: {command: run db}
              users: {command: npm run dev, working_dir: services/users, depends_on: [db]}
              lint: {type: task, command: lint}
            """;

    @TempDir
    private Path root;

    private Path shop;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void aShop() throws IOException {
        shop = root.resolve("shop");
        write("brummer.yaml", SHOP);
    }

    private void write(String name, String text) throws IOException {
        Path file = shop.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private ProjectHome home(String folder) throws IOException {
        return home(folder, new FolderSearch(_ -> true, said::add));
    }

    private ProjectHome home(String folder, FolderSearch search) throws IOException {
        Path called = shop.resolve(folder);
        if (!Files.exists(called)) {
            Files.createDirectories(called);
        }
        return search.home(LoadRequest.of(called, Map.of()));
    }

    private static LoadResult.Loaded loaded(ProjectHome home) {
        LoadResult result = home.load(home.request());
        assertThat(result).isInstanceOf(LoadResult.Loaded.class);
        return (LoadResult.Loaded) result;
    }

    @Test
    void aServicesFolderMeansThatServiceOfTheProjectAbove() throws IOException {
        ProjectHome home = home("services/users");

        assertThat(home.request().folder()).isEqualTo(shop);
        assertThat(loaded(home).choice().unasked()).hasValue(Set.of(new ServiceId("users")));
        assertThat(said).containsExactly(shop.resolve("services/users") + " is where users of " + shop.resolve("brummer.yaml") + " runs");
    }

    @Test
    void itsScriptsAreThereByTheirNamesAndNothingElseStartsThem() throws IOException {
        write("services/users/package.json", """
                {"name": "users", "scripts": {
                  "dev": "node .", "test": "jest", "lint": "eslint", "db:seed": "node seed", "ci": "npm run lint && npm run test",
                  "start": "npm run lint && node ."
                }}
                """);

        LoadResult.Loaded loaded = loaded(home("services/users"));

        assertThat(loaded.project().services().keySet()).map(ServiceId::name)
                .containsExactly("db", "users", "lint", "dev", "test", "users-lint", "db-seed", "start");
        assertThat(loaded.project().service(new ServiceId("test")).workingDir()).isEqualTo(shop.resolve("services/users"));
        assertThat(loaded.project().service(new ServiceId("db-seed")).aliases()).containsExactly("db:seed");
        assertThat(loaded.project().service(new ServiceId("start")).dependsOn().getFirst().on().name()).isEqualTo("users-lint");
        assertThat(loaded.groups().get("ci")).extracting(ServiceId::name).containsExactly("users-lint", "test");
        assertThat(loaded.choice().unasked()).hasValue(Set.of(new ServiceId("users")));
    }

    @Test
    void aFolderThatNoServiceRunsInIsItsOwnProjectOrElseThatAbove() throws IOException {
        assertThat(home("docs").request().folder()).isEqualTo(shop);
        assertThat(said).containsExactly("going by " + shop.resolve("brummer.yaml"));
        write("tools/package.json", "{\"scripts\": {\"dev\": \"node .\"}}");
        write("broken/package.json", "{");
        write("library/package.json", "{\"name\": \"library\"}");

        assertThat(home("tools").request().folder()).isEqualTo(shop.resolve("tools"));
        assertThat(home("broken").request().folder()).isEqualTo(shop.resolve("broken"));
        assertThat(home("library").request().folder()).isEqualTo(shop);
    }

    @Test
    void beingInTheFolderOfAServiceOfAnotherProfileNamesIt() throws IOException {
        write("brummer.yaml", """
                services:
                  db: {command: run db}
                  load: {command: npm run load, working_dir: services/load, profiles: [staging], depends_on: [db]}
                """);

        ProjectHome home = home("services/load");

        assertThat(loaded(home).choice().unasked()).hasValue(Set.of(new ServiceId("load")));
        assertThat(said).containsExactly(shop.resolve("services/load") + " is where load of " + shop.resolve("brummer.yaml")
                + " runs, which belongs to profile staging");
    }

    @Test
    void aServiceThatOnlyAProfileDeclaresNeedsThatProfile() throws IOException {
        write("brummer.yaml", """
                services: {db: {command: run db}}
                profiles: {staging: {services: {load: {command: npm run load, working_dir: services/load}}}}
                """);

        assertThat(home("services/load").request().folder()).isEqualTo(shop);

        assertThat(said).containsExactly(
                shop.resolve("services/load") + " is where load of " + shop.resolve("brummer.yaml")
                        + " runs in profile staging alone: --profile staging means that",
                "going by " + shop.resolve("brummer.yaml"));
    }

    @Test
    void aFaultyFileAboveIsNotPassedOver() throws IOException {
        write("brummer.yaml", "services: [");
        write("tools/Procfile", "web: run web\n");

        assertThat(home("tools").request().folder()).isEqualTo(shop.resolve("tools"));
        assertThat(home("docs").load(LoadRequest.of(shop, Map.of()))).isInstanceOf(LoadResult.Faulty.class);
    }

    @Test
    void whatIsSomebodyElsesIsPassedOverAndSaid() throws IOException {
        Files.writeString(root.resolve("brummer.yaml"), SHOP);

        ProjectHome home = home("docs", new FolderSearch(file -> !file.startsWith(shop), said::add));

        assertThat(home.request().folder()).isEqualTo(root);
        assertThat(said).containsExactly(
                shop.resolve("brummer.yaml") + " is somebody else's, and is passed over", "going by " + root.resolve("brummer.yaml"));
        assertThat(home("docs", new FolderSearch(_ -> false, said::add)).request().folder()).isEqualTo(shop.resolve("docs"));
    }

    @Test
    void aFileInTheFolderItselfEndsTheSearch() {
        assertThat(ProjectHome.isDeclared(LoadRequest.of(shop, Map.of()))).isTrue();
        assertThat(ProjectHome.isDeclared(LoadRequest.of(root, Map.of()))).isFalse();
    }

    @Test
    void aLinkToTheFolderIsTheFolder() throws IOException {
        Files.createDirectories(shop.resolve("services/users"));
        Path link = Files.createSymbolicLink(shop.resolve("link"), shop.resolve("services/users"));

        LoadResult.Loaded loaded = loaded(home(link.getFileName().toString()));

        assertThat(FolderSearch.in(link, loaded)).extracting(ServiceSpec::id).containsExactly(new ServiceId("users"));
    }
}
