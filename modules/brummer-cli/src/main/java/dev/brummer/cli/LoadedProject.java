package dev.brummer.cli;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.LoadResult;
import dev.brummer.config.source.Diagnostic;
import dev.brummer.config.source.DiagnosticRenderer;
import dev.brummer.runtime.plugins.PluginCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.jspecify.annotations.Nullable;

/**
 * The project that a command is about. Loaded by {@link Main} beside the wiring, since both take their time, unless the
 * command is about what runs already; a command asks for it when it needs it, and only then is told what is wrong with
 * it. Safe for use by several threads.
 */
final class LoadedProject {
    private final LoadRequest request;
    private final Terminal terminal;
    private final boolean quiet;
    private @Nullable ProjectHome home;
    private @Nullable LoadResult result;

    /** @param quiet whether only programs ask, which want to hear nothing but the answer */
    private LoadedProject(LoadRequest request, Terminal terminal, boolean quiet) {
        this.request = request;
        this.terminal = terminal;
        this.quiet = quiet;
    }

    /** @throws UsageException if what was typed is not right */
    static LoadedProject load(
            Verb verb, Command.Invocation invocation, CallerEnvironment caller, Terminal terminal) throws UsageException {
        GlobalOptions global = invocation.global();
        if (!Files.isDirectory(global.folder())) {
            throw new UsageException(global.folder() + " is no folder; -d takes the folder that holds brummer.yaml");
        }
        Map<String, String> overrides = verb.overrides().of(invocation.typed());
        List<String> words = named(verb, invocation.typed());
        LoadRequest request = new LoadRequest(
                global.folder(), global.files(), global.profiles(), caller.variables(), overrides, Set.copyOf(words));
        LoadedProject project = new LoadedProject(request, terminal, verb.isHidden());
        if (verb.needsProject()) {
            LoadResult ignored = project.result();
        }
        return project;
    }

    /** The words that enable a service without its profile. */
    private static List<String> named(Verb verb, CommandLine typed) {
        List<String> words = typed.getArgList();
        if (verb.takes() == Verb.Operands.NAMES) {
            return words;
        }
        if (verb.takes() == Verb.Operands.TEST) {
            List<String> named = new ArrayList<>(TestPlan.up(typed));
            // What scripts say of a test counts where it is asked for.
            named.addAll(CommandWords.parted(words).before());
            return named;
        }
        boolean first = verb.takes() == Verb.Operands.NAME_AND_WORDS && !words.isEmpty();
        return first ? List.of(words.getFirst()) : List.of();
    }

    /**
     * The project with where its values come from; warnings are printed.
     *
     * @throws UsageException if it is faulty; the faults have been printed then
     */
    LoadResult.Loaded loaded() throws UsageException {
        return sound(result());
    }

    /**
     * The same project with another profile.
     *
     * @throws UsageException if it is faulty; the faults have been printed then
     */
    LoadResult.Loaded loadedWith(String profile) throws UsageException {
        return sound(home().load(home().request().withProfiles(List.of(profile))));
    }

    private LoadResult.Loaded sound(LoadResult of) throws UsageException {
        if (of instanceof LoadResult.Loaded loaded) {
            complain(loaded.warnings());
            return loaded;
        }
        if (of instanceof LoadResult.Faulty faulty) {
            complain(faulty.faults());
        }
        throw new UsageException("");
    }

    /**
     * The project; warnings are left to the caller.
     *
     * @throws UsageException if it is faulty; the faults have been printed then
     */
    LoadResult.Loaded unwarned() throws UsageException {
        return result() instanceof LoadResult.Loaded loaded ? loaded : loaded();
    }

    /**
     * The project as its files say it now.
     *
     * @param further words that have been asked for since: what they name needs no profile
     */
    LoadResult again(List<String> further) {
        return home().load(home().request().naming(further));
    }

    /** The project's folder, whatever is wrong with the project. */
    Path folder() {
        return home().request().folder();
    }

    /** The plugins that the project is loaded with. */
    PluginCatalog plugins() {
        return home().plugins().found();
    }

    private synchronized ProjectHome home() {
        ProjectHome known = home;
        if (known == null) {
            known = ProjectHome.isDeclared(request) ? ProjectHome.of(request) : search();
            home = known;
        }
        return known;
    }

    private ProjectHome search() {
        return new FolderSearch(said -> {
                    if (!quiet) {
                        terminal.complain("brum: " + said);
                    }
                })
                .home(request);
    }

    /** What was probably not meant, and notes; none where the project is faulty. */
    List<Diagnostic> warnings() {
        return result() instanceof LoadResult.Loaded loaded ? loaded.warnings() : List.of();
    }

    synchronized LoadResult result() {
        LoadResult known = result;
        if (known == null) {
            known = home().load(home().request());
            result = known;
        }
        return known;
    }

    private void complain(List<Diagnostic> diagnostics) {
        if (!diagnostics.isEmpty()) {
            DiagnosticRenderer renderer = terminal.colour() ? DiagnosticRenderer.coloured() : DiagnosticRenderer.plain();
            terminal.complain(renderer.render(diagnostics));
        }
    }
}
