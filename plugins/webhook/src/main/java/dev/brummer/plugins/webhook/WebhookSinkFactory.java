package dev.brummer.plugins.webhook;

import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OptionType;
import dev.brummer.spi.Options;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.OutputSinkFactory;
import dev.brummer.spi.SinkContext;
import java.util.List;

/** Makes the sink {@code webhook}. */
public final class WebhookSinkFactory implements OutputSinkFactory {
    private static final int LARGEST_BATCH = 1000;
    private static final String URL = "url";
    private static final String FACTS = "facts";
    private static final String STATES = "states";
    private static final String NOTICES = "notices";
    private static final String BATCH = "batch";
    private static final String INTERVAL = "interval";
    private static final String TIMEOUT = "timeout";
    private static final String HEADERS = "headers";
    private static final String AUTHORIZATION = "authorization";

    @Override
    public String id() {
        return "webhook";
    }

    @Override
    public String description() {
        return "Posts chosen states, facts and notices as JSON, in batches; what is not taken is tried again, and beyond"
                + " 10,000 entries the oldest goes.";
    }

    @Override
    public List<OptionSpec> options() {
        return List.of(
                OptionSpec.required(
                        URL,
                        OptionType.STRING,
                        "The http or https address to post to; a variable where the address itself is a secret."),
                OptionSpec.withDefault(
                        STATES, OptionType.STRINGS, "failed, unhealthy", "The states whose beginnings are posted."),
                OptionSpec.optional(
                        FACTS,
                        OptionType.STRINGS,
                        "The kinds of facts that are posted, as circuit-breaker; none where it is left out."),
                OptionSpec.withDefault(
                        NOTICES, OptionType.BOOLEAN, "false", "Whether what Brummer itself has to say is posted."),
                OptionSpec.withDefault(BATCH, OptionType.INTEGER, "100", "How many entries a POST has at most."),
                OptionSpec.withDefault(
                        INTERVAL, OptionType.DURATION, "1s", "How long entries are collected, unless a batch is full."),
                OptionSpec.withDefault(TIMEOUT, OptionType.DURATION, "5s", "How long a POST may take."),
                OptionSpec.optional(
                        AUTHORIZATION,
                        OptionType.SECRET,
                        "The header Authorization, as 'Bearer ${WEBHOOK_TOKEN}': it must come from a variable."),
                OptionSpec.optional(HEADERS, OptionType.STRINGS, "More headers to send, each as 'Name: value'."));
    }

    @Override
    public OutputSink create(Options options, SinkContext context) {
        long batch = options.integer(BATCH);
        if (batch < 1 || batch > LARGEST_BATCH) {
            throw new IllegalArgumentException("webhook: 'batch' must be from 1 to " + LARGEST_BATCH);
        }
        var selection = Selection.of(options.strings(FACTS), options.strings(STATES), options.flag(NOTICES));
        var target = Target.of(
                options.string(URL),
                options.strings(HEADERS),
                options.optionalString(AUTHORIZATION),
                options.duration(TIMEOUT));
        var post = new HttpPost(target, context.clock());
        return new WebhookSink(
                selection,
                new Delivery(target.name(), (int) batch, options.duration(INTERVAL), post, Timer.REAL, context::warn));
    }
}
