package dev.brummer.config;

import dev.brummer.config.shape.Located;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.core.model.EnvironmentValue;
import dev.brummer.core.model.Template;
import dev.brummer.core.model.TemplateSyntaxException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Where a value comes from.
 *
 * @param variables the variables it is made from
 */
public record Origin(Span at, Set<String> variables) {
    static Origin of(Node node) {
        Set<String> variables = new LinkedHashSet<>();
        if (node instanceof Scalar scalar && scalar.text().contains("${")) {
            try {
                collect(Template.parse(scalar.text()), variables);
            } catch (TemplateSyntaxException literal) {
                // A text that is read as it stands holds no variables.
            }
        }
        return new Origin(node.span(), variables);
    }

    static Origin of(Located<EnvironmentValue> value) {
        Set<String> variables = new LinkedHashSet<>();
        if (value.value() instanceof EnvironmentValue.Set(var template)) {
            collect(template, variables);
        }
        return new Origin(value.span(), variables);
    }

    private static void collect(Template template, Set<String> variables) {
        for (Template.Part part : template.parts()) {
            switch (part) {
                case Template.Part.Literal _ -> { }
                case Template.Part.Reference(var path, _) -> variables.add(path);
                case Template.Part.Variable variable -> {
                    variables.add(variable.name());
                    collect(variable.operand(), variables);
                }
            }
        }
    }

    /** In words: {@code brummer.yaml:5, from ${LOG_LEVEL}}. */
    @Override
    public String toString() {
        if (variables.isEmpty()) {
            return at.lineOnly();
        }
        return at.lineOnly() + ", from ${" + String.join("}, ${", variables) + "}";
    }
}
