package dev.brummer.it.kit;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test, or a class of tests, its sandbox, and closes it afterwards. */
final class SandboxExtension implements ParameterResolver, AfterEachCallback, AfterAllCallback {
    private static final Namespace OWN = Namespace.create(SandboxExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Sandbox.class;
    }

    @Override
    public Sandbox resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // A store that lacks a key asks that of the class, so a shared sandbox is found first.
        return context.getStore(OWN)
                .getOrComputeIfAbsent(Sandbox.class, _ -> Sandbox.create(name(context)), Sandbox.class);
    }

    private static String name(ExtensionContext context) {
        String type = context.getRequiredTestClass().getSimpleName();
        return context.getTestMethod().map(method -> type + "." + method.getName()).orElse(type);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Sandbox used = context.getStore(OWN).get(Sandbox.class, Sandbox.class);
        if (used != null && context.getExecutionException().isPresent()) {
            used.keep();
        }
        close(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close(context);
    }

    private static void close(ExtensionContext context) {
        Sandbox own = context.getStore(OWN).remove(Sandbox.class, Sandbox.class);
        if (own != null) {
            own.close();
        }
    }
}
