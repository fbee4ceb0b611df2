package dev.brummer.config.shape;

import dev.brummer.config.source.Faults;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.core.model.Template;
import dev.brummer.core.model.TemplateSyntaxException;
import dev.brummer.core.model.UnresolvedException;
import org.jspecify.annotations.Nullable;

/** What reading a value needs: where faults go, and what variables mean while the file is loaded. */
public final class Reading {
    private final Faults faults;
    private final Template.Scope scope;
    private final boolean checking;

    /** @param checking whether the value is only looked at for faults, so that its variables do not matter */
    public Reading(Faults faults, Template.Scope scope, boolean checking) {
        this.faults = faults;
        this.scope = scope;
        this.checking = checking;
    }

    public Faults faults() {
        return faults;
    }

    public boolean checking() {
        return checking;
    }

    /** A single value with its variables replaced; null if it is none, or unknown because only checked. */
    public @Nullable String text(Node node, Place place, String words) {
        Template template = template(node, place, words);
        if (template == null || !(node instanceof Scalar scalar)) {
            return null;
        }
        if (template.isConstant()) {
            return scalar.text().indexOf('$') < 0 ? scalar.text() : resolve(template, scalar);
        }
        return checking ? null : resolve(template, scalar);
    }

    /** A single value with its variables left in; null if it is none. */
    public @Nullable Template template(Node node, Place place, String words) {
        if (!(node instanceof Scalar scalar)) {
            wrong(node, place, words);
            return null;
        }
        try {
            return Template.parse(scalar.text());
        } catch (TemplateSyntaxException fault) {
            faults.error("bad-expression", fault.getMessage(), expression(scalar, fault.index()), "");
            return null;
        }
    }

    private @Nullable String resolve(Template template, Scalar scalar) {
        try {
            return template.resolve(scope, name -> unset(name, scalar));
        } catch (UnresolvedException fault) {
            faults.error("unresolved", fault.getMessage(), expression(scalar, fault.index()), "");
            return null;
        }
    }

    private void unset(String name, Scalar scalar) {
        if (faults.isFullOfWarnings()) {
            return;
        }
        faults.warning(
                "unset-variable",
                "variable " + name + " is not set and stands for nothing",
                scalar.span().of("${" + name, 0),
                "give it a default: ${" + name + ":-…}");
    }

    /** Says that a value is of the wrong type. */
    public void wrong(Node node, Place place, String words) {
        faults.error("wrong-type", place + " must be " + words + ", not " + node.kind(), node.span(), "");
    }

    /** Where the expression at {@code index} of a scalar's text stands in the file. */
    public static Span expression(Scalar scalar, int index) {
        return expression(scalar.span(), scalar.text(), index);
    }

    /** Where the expression at {@code index} of a text stands in the file. */
    public static Span expression(Span at, String text, int index) {
        int close = text.indexOf('}', index);
        int line = text.indexOf('\n', index);
        int end = close < 0 ? text.length() : close + 1;
        String shown = text.substring(index, line >= 0 && line < end ? line : end);
        int skip = 0;
        for (int i = text.indexOf(shown); i >= 0 && i < index; i = text.indexOf(shown, i + 1)) {
            skip++;
        }
        return at.of(shown, skip);
    }
}
