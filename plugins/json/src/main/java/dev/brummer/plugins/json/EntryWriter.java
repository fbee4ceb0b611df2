package dev.brummer.plugins.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.brummer.spi.FactBatch;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.Gap;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.Notice;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StateChange;
import dev.brummer.spi.text.FrameBuffer;
import dev.brummer.spi.text.LineFilter;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Entries as JSON objects, each on a line; each record of a batch is an object of its own. For one thread. */
public final class EntryWriter {
    private final JsonGenerator json;
    private final LineFilter filter = new LineFilter(LineFilter.Keep.CONTROLS);
    private final FrameBuffer text = new FrameBuffer(1024);
    private final FactWriter facts;

    /** @param to gets the lines, whole after each call */
    public EntryWriter(FrameBuffer to) throws IOException {
        json = new JsonFactory().createGenerator(new Bytes(to));
        json.setRootValueSeparator(null);
        facts = new FactWriter(json);
    }

    /** Writes an entry, all of it. */
    public void write(JournalEntry entry) throws IOException {
        String time = Timestamp.of(entry.time());
        switch (entry) {
            case LogBatch batch -> write(batch, time);
            case FactBatch batch -> write(batch);
            case StateChange change -> write(change, time);
            case Notice notice -> write(notice, time);
            case Gap gap -> write(gap, time);
        }
        json.flush();
    }

    /** Writes one fact of a batch. */
    public void write(FoundFact found) throws IOException {
        member(found);
        json.flush();
    }

    private void write(LogBatch batch, String time) throws IOException {
        for (int i = 0; i < batch.size(); i++) {
            begin("log", time, batch.sequence() + i);
            source(batch.service(i), batch.instance(), batch.run());
            json.writeStringField("stream", batch.stream().word());
            level(batch.level(i));
            text(batch, i);
            if (batch.continues(i)) {
                json.writeBooleanField("continued", true);
            }
            end();
        }
    }

    private void write(FactBatch batch) throws IOException {
        for (FoundFact found : batch.facts()) {
            member(found);
        }
    }

    private void member(FoundFact found) throws IOException {
        begin("fact", Timestamp.of(found.time()), found.sequence());
        source(found.service(), found.instance(), found.run());
        facts.write(found);
        end();
    }

    private void write(StateChange change, String time) throws IOException {
        begin("state", time, change.sequence());
        source(change.instance(), change.run());
        json.writeStringField("from", change.from().word());
        json.writeStringField("to", change.to().word());
        json.writeStringField("reason", change.reason());
        if (change.took().isPresent()) {
            json.writeNumberField("took", change.took().get().toMillis());
        }
        end();
    }

    private void write(Notice notice, String time) throws IOException {
        begin("notice", time, notice.sequence());
        level(notice.level());
        json.writeStringField("text", notice.text());
        end();
    }

    private void write(Gap gap, String time) throws IOException {
        begin("gap", time, gap.sequence());
        json.writeNumberField("records", gap.records());
        json.writeStringField("reason", gap.reason());
        end();
    }

    private void begin(String type, String time, long sequence) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type);
        json.writeStringField("time", time);
        json.writeNumberField("seq", sequence);
    }

    private void source(InstanceId instance, int run) throws IOException {
        source(instance.service(), instance, run);
    }

    /** @param whose line it is, whoever wrote it */
    private void source(ServiceId whose, InstanceId writer, int run) throws IOException {
        json.writeStringField("service", whose.name());
        if (!whose.equals(writer.service())) {
            json.writeStringField("writer", writer.label());
        } else if (writer.index() > 0) {
            json.writeNumberField("instance", writer.index());
        }
        if (run > 0) {
            json.writeNumberField("run", run);
        }
    }

    private void level(@Nullable Level level) throws IOException {
        if (level != null) {
            json.writeStringField("level", level.word());
        }
    }

    private void text(LogBatch batch, int index) throws IOException {
        text.clear();
        filter.add(batch, index, 0, text);
        json.writeFieldName("text");
        json.writeUTF8String(text.array(), 0, text.size());
    }

    private void end() throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
    }

    /** The frame, as Jackson writes to it. */
    private static final class Bytes extends OutputStream {
        private final FrameBuffer to;

        Bytes(FrameBuffer to) {
            this.to = to;
        }

        @Override
        public void write(int value) {
            to.add(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            to.add(bytes, offset, length);
        }
    }
}
