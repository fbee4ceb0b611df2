package dev.brummer.discovery.maven;

import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An element of an XML file. No entity is looked up anywhere, and a document type is passed over. */
final class Xml {
    private static final int DEEPEST = 100;

    private final String name;
    private final Span at;
    private final List<Xml> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private Xml(String name, Span at) {
        this.name = name;
        this.at = at;
    }

    /** The root element; empty where the text is no XML, which {@code faults} then says. */
    static Optional<Xml> read(SourceFile file, Faults faults) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return Optional.of(tree(factory.createXMLStreamReader(new StringReader(file.text())), file));
        } catch (XMLStreamException broken) {
            Span at = broken.getLocation() == null ? file.span(0, 0) : place(broken.getLocation(), file);
            String said = String.valueOf(broken.getMessage()).replaceFirst("(?s)^.*Message: ", "").replace('\n', ' ');
            faults.error("xml-syntax", file.name() + " is not XML: " + said, at, "");
            return Optional.empty();
        }
    }

    private static Xml tree(XMLStreamReader in, SourceFile file) throws XMLStreamException {
        Deque<Xml> open = new ArrayDeque<>();
        Xml document = new Xml("", file.span(0, 0));
        open.push(document);
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() > DEEPEST) {
                        throw new XMLStreamException("elements are nested too deep", in.getLocation());
                    }
                    Xml element = new Xml(in.getLocalName(), place(in.getLocation(), file));
                    open.element().children.add(element);
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.element().text.append(in.getText());
                default -> {
                    // Comments and the like say nothing.
                }
            }
        }
        return document.children.isEmpty() ? document : document.children.getFirst();
    }

    /** The line of a place, for the parser is behind an element when it tells of it. */
    private static Span place(Location location, SourceFile file) {
        int line = Math.max(0, Math.min(location.getLineNumber(), file.lineCount()) - 1);
        String shown = file.line(line);
        int begin = shown.length() - shown.stripLeading().length();
        int end = shown.stripTrailing().codePointCount(0, shown.stripTrailing().length());
        return new Span(file, line, begin, line, Math.max(begin + 1, end));
    }

    String name() {
        return name;
    }

    Span at() {
        return at;
    }

    List<Xml> children() {
        return children;
    }

    String text() {
        return text.toString().strip();
    }

    /** The elements at the end of a path. */
    List<Xml> all(String... path) {
        List<Xml> found = List.of(this);
        for (String step : path) {
            found = found.stream()
                    .flatMap(each -> each.children.stream())
                    .filter(child -> child.name.equals(step))
                    .toList();
        }
        return found;
    }

    /** The text of the first element at the end of a path. */
    Optional<String> text(String... path) {
        return all(path).stream().map(Xml::text).filter(found -> !found.isEmpty()).findFirst();
    }
}
