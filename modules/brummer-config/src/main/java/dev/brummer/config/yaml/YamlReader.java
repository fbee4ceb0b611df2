package dev.brummer.config.yaml;

import dev.brummer.config.source.Faults;
import dev.brummer.config.source.Severity;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads one document. It takes the parser's events, which come one at a time, instead of its node graph, whose builder
 * recurses: so a depth limit can stop in time.
 */
public final class YamlReader {
    private final SourceFile file;
    private final Faults faults;
    private final TreeBuilder tree;

    private YamlReader(SourceFile file, Faults faults, Severity strangeTags) {
        this.file = file;
        this.faults = faults;
        this.tree = new TreeBuilder(file, faults, strangeTags);
    }

    /** The document, or null if it is no YAML or breaks a limit, which {@code faults} then says. */
    public static @Nullable Node read(SourceFile file, Faults faults) {
        return new YamlReader(file, faults, Severity.ERROR).read();
    }

    /** The document of another tool, which may have tags of its own: they are warned of and left aside. */
    public static @Nullable Node readForeign(SourceFile file, Faults faults) {
        return new YamlReader(file, faults, Severity.WARNING).read();
    }

    private @Nullable Node read() {
        LoadSettings settings = LoadSettings.builder().setLabel(file.name()).setUseMarks(true).build();
        try {
            ParserImpl parser = new ParserImpl(settings, new StreamReader(settings, file.text()));
            while (parser.hasNext()) {
                if (!accept(parser.next())) {
                    return null;
                }
            }
        } catch (MarkedYamlEngineException broken) {
            SyntaxFault.report(broken, file, faults);
            return null;
        } catch (ReaderException broken) {
            SyntaxFault.report(broken, file, faults);
            return null;
        } catch (YamlEngineException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            // The parser's own limits and slips: no mark, but still the file's fault.
            faults.error("yaml-syntax", "this is not YAML: " + broken.getMessage(), file.span(0, 0), "");
            return null;
        }
        return tree.root(file.span(0, 0));
    }

    /** Whether to go on. */
    private boolean accept(Event event) {
        return switch (event.getEventId()) {
            case Scalar -> tree.scalar((ScalarEvent) event, span(event));
            case SequenceStart -> tree.open((CollectionStartEvent) event, false, span(event));
            case MappingStart -> tree.open((CollectionStartEvent) event, true, span(event));
            case SequenceEnd, MappingEnd -> tree.close(span(event));
            case Alias -> tree.alias((AliasEvent) event, span(event));
            case DocumentStart -> tree.document(span(event));
            case StreamStart, StreamEnd, DocumentEnd, Comment -> true;
        };
    }

    private Span span(Event event) {
        var begin = event.getStartMark();
        var end = event.getEndMark();
        if (begin.isEmpty() || end.isEmpty()) {
            return file.span(0, 0);
        }
        return new Span(
                file, begin.get().getLine(), begin.get().getColumn(), end.get().getLine(), end.get().getColumn());
    }

    static String anchor(Optional<?> anchor) {
        return anchor.map(Object::toString).orElse("");
    }
}
