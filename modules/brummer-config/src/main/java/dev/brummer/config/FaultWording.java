package dev.brummer.config;

import dev.brummer.config.secret.Redaction;
import dev.brummer.config.secret.SecretVariable;
import dev.brummer.config.source.Diagnostic;
import dev.brummer.core.model.Template;
import dev.brummer.core.model.UnresolvedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Takes secrets out of what is said of a project's files: a value that is not right may have come from an env file. Only
 * made where there is something to say.
 */
final class FaultWording {
    private final Redaction redaction;

    /**
     * @param envFiles the files that {@code env_file} names
     * @param names of services, which are no secrets
     */
    FaultWording(LoadRequest request, Inherited inherited, EnvFiles envFiles, Collection<String> names) {
        List<SecretVariable> variables = new ArrayList<>();
        inherited.variables().forEach((name, value) -> variables.add(new SecretVariable(name, value, false)));
        request.overrides().forEach((name, value) -> variables.add(new SecretVariable(name, value, false)));
        inherited.read().forEach(each -> variables.add(new SecretVariable(each.getKey(), each.getValue(), true)));
        LoadScope scope = new LoadScope(inherited.variables(), request.overrides());
        envFiles.each((name, template) -> add(name, template, scope, variables));
        redaction = Redaction.of(variables, names, request.folder());
    }

    private static void add(String name, Template template, LoadScope scope, List<SecretVariable> variables) {
        try {
            variables.add(new SecretVariable(name, template.resolve(scope, _ -> {}), true));
        } catch (UnresolvedException later) {
            // What is known when a service starts stands in no fault of a file.
            return;
        }
    }

    List<Diagnostic> of(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(each -> each.worded(redaction::text)).toList();
    }
}
