package dev.brummer.runtime;

import dev.brummer.core.model.OptionValue;
import dev.brummer.core.model.PluginUse;
import dev.brummer.core.model.Template;
import dev.brummer.runtime.alert.AlertNews;
import dev.brummer.runtime.plugins.PluginBrokeException;
import dev.brummer.runtime.plugins.PluginGuard;
import dev.brummer.spi.Fact;
import dev.brummer.spi.FactBatch;
import dev.brummer.spi.FoundFact;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Hands alerts to a sink that posts them, as facts of a kind of their own. */
final class PostCourier implements AlertCourier {
    private static final String KIND = "alert";

    private final PluginUse use;
    private final CompletableFuture<Sinks> sinks;
    private final PluginGuard guard;
    private @Nullable SinkCalls sink;
    private long sequence;

    /** @param sinks make the sink, once they can */
    PostCourier(PluginUse use, CompletableFuture<Sinks> sinks, PluginGuard guard) {
        Map<String, OptionValue> options = new LinkedHashMap<>(use.options());
        options.put("facts", new OptionValue.Scalar(Template.literal(KIND)));
        this.use = new PluginUse(use.kind(), options);
        this.sinks = sinks;
        this.guard = guard;
    }

    @Override
    public void carry(AlertNews news) throws IOException, InterruptedException {
        try {
            SinkCalls to = opened();
            to.accept(List.of(entry(news)));
            to.flush();
        } catch (PluginBrokeException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private SinkCalls opened() throws IOException, InterruptedException, PluginBrokeException {
        SinkCalls known = sink;
        if (known != null) {
            return known;
        }
        SinkCalls made = new SinkCalls(sinks.join().beside(use), guard);
        made.open();
        sink = made;
        return made;
    }

    private FactBatch entry(AlertNews news) {
        sequence++;
        var instance = news.subject().instance();
        FoundFact found = new FoundFact(
                sequence, news.time(), instance, 0, 0, instance.service(), KIND, new Fact.Other(KIND, news.fields()));
        return new FactBatch(sequence, news.time(), 1, () -> List.of(found));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (sink != null) {
            try {
                sink.close();
            } catch (PluginBrokeException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    }
}
