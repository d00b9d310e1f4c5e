package vn.quantriet.documents.reading;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.quantriet.documents.DocumentRefused;
import vn.quantriet.documents.DocumentRefused.Reason;

/**
 * An element of a part of an Office file. Names go without their namespaces, but for references to other parts, whose attributes
 * are called {@code r:…}: in the parts read here that is not ambiguous.
 */
record Xml(String name, Map<String, String> attributes, List<Xml> children, String text) {
    private static final int DEEPEST = 150;

    private static final XMLInputFactory PARSERS = parsers();

    /** The JDK's own parser, whichever others there are, with everything off that reaches outside the part. */
    private static XMLInputFactory parsers() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // Its own limit would call a deep file broken; ours is below.
        factory.setProperty("jdk.xml.maxElementDepth", 0);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    static Xml parse(InputStream in) {
        List<Xml> roots = new ArrayList<>();
        each(in, Set.of(), roots::add);
        if (roots.isEmpty()) {
            throw new DocumentRefused(Reason.DAMAGED);
        }
        return roots.getFirst();
    }

    /**
     * Hands over the children of the first element that is called one of {@code parents}, one at a time, so that a long document
     * is never in memory as a whole; without {@code parents}, the root.
     */
    static void each(InputStream in, Set<String> parents, Consumer<Xml> action) {
        try {
            var reader = PARSERS.createXMLStreamReader(in);
            boolean within = parents.isEmpty();
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new DocumentRefused(Reason.DAMAGED);
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (within) {
                            action.accept(element(reader, 0));
                        } else {
                            within = parents.contains(reader.getLocalName());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (parents.contains(reader.getLocalName())) {
                            return;
                        }
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new DocumentRefused(Reason.DAMAGED, e);
        }
    }

    private static Xml element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new DocumentRefused(Reason.TOO_COMPLEX);
        }
        var name = reader.getLocalName();
        var attributes = attributes(reader);
        List<Xml> children = new ArrayList<>();
        var text = new StringBuilder();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1));
                case XMLStreamConstants.END_ELEMENT -> {
                    return new Xml(name, attributes, List.copyOf(children), children.isEmpty() ? text.toString() : "");
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE, XMLStreamConstants.CDATA -> {
                    if (children.isEmpty()) {
                        text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new DocumentRefused(Reason.DAMAGED);
                default -> {}
            }
        }
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        if (reader.getAttributeCount() == 0) {
            return Map.of();
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            var namespace = reader.getAttributeNamespace(i);
            boolean reference = namespace != null && namespace.endsWith("/relationships");
            attributes.put((reference ? "r:" : "") + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    Optional<Xml> child(String childName) {
        return all(childName).findFirst();
    }

    Stream<Xml> all(String childName) {
        return children.stream().filter(child -> child.name.equals(childName));
    }

    /** The element that is found by going down these names. */
    Optional<Xml> at(String... path) {
        var found = Optional.of(this);
        for (var step : path) {
            found = found.flatMap(parent -> parent.child(step));
        }
        return found;
    }

    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** Attribute {@code val} of a child, which is how Word says most things. */
    Optional<String> value(String childName) {
        return child(childName).flatMap(child -> child.attribute("val"));
    }

    Optional<Integer> number(String childName) {
        return value(childName).flatMap(Xml::toNumber);
    }

    /** Whether a property is on: it is there and does not say that it is not; absent when it is not there. */
    Optional<Boolean> on(String childName) {
        return child(childName)
                .map(child -> !Set.of("0", "false", "off", "none")
                        .contains(child.attribute("val").orElse("true")));
    }

    static Optional<Integer> toNumber(String text) {
        try {
            return Optional.of(Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** This and everything below it that has the name. */
    Stream<Xml> within(String wanted) {
        return Stream.concat(
                name.equals(wanted) ? Stream.of(this) : Stream.empty(),
                children.stream().flatMap(child -> child.within(wanted)));
    }
}
