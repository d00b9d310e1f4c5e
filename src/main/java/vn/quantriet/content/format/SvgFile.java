package vn.quantriet.content.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import vn.quantriet.content.Attachment.Pixels;

/**
 * A drawing, written anew from what {@link SvgRules} allow: no script, no event, nothing from elsewhere. The parser resolves no
 * entity and opens no address.
 */
final class SvgFile {
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final int DEEPEST = 100;
    private static final int MOST_ELEMENTS = 50_000;
    private static final int MOST_REMOVED = 50;

    private final XMLStreamReader in;
    private final XMLStreamWriter out;
    private final List<Removed> removed = new ArrayList<>();
    private final SvgCopies copies = new SvgCopies();
    private Optional<Pixels> pixels = Optional.empty();
    private int elements;

    private SvgFile(XMLStreamReader in, XMLStreamWriter out) {
        this.in = in;
        this.out = out;
    }

    /** @param removed what was taken out for safety; what is merely foreign goes without a word */
    record Drawing(byte[] clean, Optional<Pixels> pixels, List<Removed> removed) {}

    /** @param what an element or attribute, as written */
    record Removed(int line, int column, String what) {}

    /** The file is no drawing, or one that no browser should be given. */
    static final class NoDrawing extends Exception {
        private final int line;
        private final int column;
        private final String code;

        NoDrawing(XMLStreamReader at, String code) {
            this(at.getLocation().getLineNumber(), at.getLocation().getColumnNumber(), code);
        }

        NoDrawing(int line, int column, String code) {
            super(code + " at " + line + ":" + column);
            this.line = Math.max(1, line);
            this.column = Math.max(1, column);
            this.code = code;
        }

        int line() {
            return line;
        }

        int column() {
            return column;
        }

        String code() {
            return code;
        }
    }

    static Drawing read(byte[] bytes) throws NoDrawing {
        var written = new ByteArrayOutputStream(bytes.length);
        try {
            var in = parsers().createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                var out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written, "UTF-8");
                var file = new SvgFile(in, out);
                file.read();
                out.close();
                return new Drawing(written.toByteArray(), file.pixels, List.copyOf(file.removed));
            } finally {
                in.close();
            }
        } catch (XMLStreamException e) {
            var place = e.getLocation();
            throw new NoDrawing(
                    place == null ? 1 : place.getLineNumber(),
                    place == null ? 1 : place.getColumnNumber(),
                    "svg-syntax");
        }
    }

    /** Of the JDK, whatever else is on the class path; a document type is skipped, so that its entities are unknown words. */
    private static XMLInputFactory parsers() {
        var parsers = XMLInputFactory.newDefaultFactory();
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parsers.setProperty(XMLInputFactory.IS_COALESCING, true);
        parsers.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        parsers.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return parsers;
    }

    private void read() throws XMLStreamException, NoDrawing {
        int depth = 0;
        while (in.hasNext()) {
            int event = in.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (depth == 0 && !isDrawing()) {
                        throw new NoDrawing(in, "svg-root");
                    }
                    if (start(depth)) {
                        depth++;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    out.writeEndElement();
                    copies.close();
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (depth > 0) {
                        out.writeCharacters(in.getText());
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new NoDrawing(in, "svg-syntax");
                default -> {}
            }
        }
        if (copies.areTooMany()) {
            throw new NoDrawing(1, 1, "svg-copies");
        }
    }

    private boolean isDrawing() {
        return in.getLocalName().equals("svg") && SvgRules.NAMESPACE.equals(in.getNamespaceURI());
    }

    /** Writes the element and answers true, or passes over it with all it holds. */
    private boolean start(int depth) throws XMLStreamException, NoDrawing {
        if (++elements > MOST_ELEMENTS || depth > DEEPEST) {
            throw new NoDrawing(in, "svg-large");
        }
        var name = in.getLocalName();
        boolean own = SvgRules.NAMESPACE.equals(in.getNamespaceURI());
        if (!own || !SvgRules.ELEMENTS.contains(name)) {
            if (own && !SvgRules.FOREIGN.contains(name)) {
                remove("<" + name + ">");
            } else if (XHTML.equals(in.getNamespaceURI())) {
                remove("<" + name + ">");
            }
            skip();
            return false;
        }
        var attributes = attributes();
        if (name.equals("style")) {
            style();
            return false;
        }
        out.writeStartElement(name);
        if (depth == 0) {
            out.writeDefaultNamespace(SvgRules.NAMESPACE);
            pixels = SvgRules.pixels(attributes);
        }
        for (var attribute : attributes.entrySet()) {
            out.writeAttribute(attribute.getKey(), attribute.getValue());
        }
        copies.open(attributes);
        return true;
    }

    private Map<String, String> attributes() {
        Map<String, String> kept = new TreeMap<>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            var space = in.getAttributeNamespace(i);
            var local = in.getAttributeLocalName(i);
            var value = in.getAttributeValue(i);
            boolean link = local.equals("href") && (space == null || space.isEmpty() || SvgRules.XLINK.equals(space));
            if (link) {
                if (SvgRules.LOCAL.matcher(value.strip()).matches()) {
                    kept.put("href", value.strip());
                } else {
                    remove("href=\"" + shortened(value) + "\"");
                }
            } else if (space != null && !space.isEmpty()) {
                continue;
            } else if (SvgRules.ATTRIBUTES.contains(local) && SvgRules.isHarmless(value)) {
                kept.put(local, value);
            } else if (SvgRules.isAlarming(local, value)) {
                remove(local + "=\"" + shortened(value) + "\"");
            }
        }
        return kept;
    }

    private void style() throws XMLStreamException {
        int line = in.getLocation().getLineNumber();
        int column = in.getLocation().getColumnNumber();
        var css = new StringBuilder();
        int depth = 1;
        while (depth > 0 && in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> css.append(in.getText());
                default -> {}
            }
        }
        var harmless = SvgRules.harmlessStyle(css.toString());
        if (harmless.isPresent()) {
            out.writeStartElement("style");
            out.writeCharacters(harmless.get());
            out.writeEndElement();
        } else {
            removed.add(new Removed(line, column, "<style>"));
        }
    }

    private void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0 && in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private void remove(String what) {
        if (removed.size() < MOST_REMOVED) {
            var place = in.getLocation();
            removed.add(new Removed(Math.max(1, place.getLineNumber()), Math.max(1, place.getColumnNumber()), what));
        }
    }

    private static String shortened(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "…" : value;
    }
}
