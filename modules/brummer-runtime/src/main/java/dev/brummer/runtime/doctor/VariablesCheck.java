package dev.brummer.runtime.doctor;

import dev.brummer.core.model.EnvironmentValue;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import java.util.ArrayList;
import java.util.List;

/** Whether variables that are to be passed on are set. Of those in ${…} the file's own diagnostics tell. */
final class VariablesCheck implements Check {
    @Override
    public List<Finding> look(Subject subject) {
        List<Finding> findings = new ArrayList<>();
        for (ServiceSpec service : subject.services()) {
            service.environment().forEach((name, value) -> {
                if (value instanceof EnvironmentValue.Inherit && !isSet(name, subject.project())) {
                    String message = "variable " + name + " is to be passed on, and is not set";
                    findings.add(Finding.warning("unset-variable", service, message, "set it, or give it a value"));
                }
            });
        }
        return findings;
    }

    private static boolean isSet(String name, Project project) {
        return project.inherited().containsKey(name) || project.overrides().containsKey(name);
    }
}
