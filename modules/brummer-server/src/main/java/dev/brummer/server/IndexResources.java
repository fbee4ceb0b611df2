package dev.brummer.server;

import dev.brummer.api.ProjectView;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where to begin. */
final class IndexResources {
    private IndexResources() {}

    static List<Resource> all() {
        return List.of(Resource.get("/v1", IndexResources::index));
    }

    /**
     * What there is.
     *
     * @param version of Brummer; empty where it does not run from a jar
     */
    private record Index(String name, Path folder, Optional<String> version, List<Listed> resources) {}

    private record Listed(String method, String path) {}

    private static Reply index(Call call) {
        ProjectView project = call.session().project();
        return new Reply.Value(new Index(
                project.name(),
                project.folder(),
                Optional.ofNullable(IndexResources.class.getPackage().getImplementationVersion()),
                Resources.all().stream().map(each -> new Listed(each.method(), each.path())).toList()));
    }
}
