package dev.brummer.plugins.checks.http;

import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.HealthCheckFactory;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OptionType;
import dev.brummer.spi.Options;
import java.util.List;

/** Makes {@code http} checks: {@code {http: /health}}. */
public final class HttpCheckFactory implements HealthCheckFactory {
    @Override
    public String id() {
        return "http";
    }

    @Override
    public String description() {
        return "Passes when a GET is answered with an expected status, and a JSON body, where there is one, does not "
                + "say that the service is unhealthy; redirects are not followed";
    }

    @Override
    public List<OptionSpec> options() {
        return List.of(
                OptionSpec.required(
                        "url",
                        OptionType.STRING,
                        "A path on the service's first port, as /health, or a whole URL, as http://localhost/health"),
                OptionSpec.withDefault(
                        "status",
                        OptionType.STRINGS,
                        "200-399",
                        "The status codes that pass: 204, 200-299, or a list of such"),
                OptionSpec.optional(
                        "headers", OptionType.STRINGS, "Headers to send, each as 'Name: value'; Host may be replaced"),
                OptionSpec.withDefault(
                        "insecure",
                        OptionType.BOOLEAN,
                        "false",
                        "Accepts any certificate at an https URL, a self-signed one for example"));
    }

    @Override
    public String scalarOption() {
        return "url";
    }

    @Override
    public HealthCheck create(Options options) {
        return HttpCheck.from(options);
    }
}
