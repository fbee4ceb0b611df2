package dev.brummer.config;

import dev.brummer.config.source.Faults;
import dev.brummer.core.model.Template;
import java.nio.file.Path;
import java.util.Map;

/** What variables mean to the tools that read a folder's {@code .env} and let the caller's environment win. */
public final class DotEnv {
    private DotEnv() {}

    /**
     * Reads the folder's file, where there is one.
     *
     * @param request its folder is what files are named relative to; its caller's environment wins
     * @param folder the one that may hold a {@code .env}
     * @param faults told of lines that are not right
     */
    public static Template.Scope read(LoadRequest request, Path folder, Faults faults) {
        ConfigFiles files = new ConfigFiles(request, faults);
        return new LoadScope(Inherited.dotEnv(request, folder, files, faults).variables(), Map.of());
    }
}
