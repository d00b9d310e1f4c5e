package vn.quantriet.documents.writing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import vn.quantriet.content.ResolutionId;

/**
 * What a Word or PowerPoint file of ours keeps of its library files besides their words, in a custom XML part: Word, PowerPoint and
 * LibreOffice carry such a part along when they save.
 *
 * @param madeOf the commit of the library that it was made of, by which it is seen what changed since; may be empty
 * @param whole whether nothing was left out of the files below, as the words of the speaker are for those who only watch
 * @param frontMatters lines by path below the text's folder, for every library file that the document holds
 * @param facts ids in the order of their numbers
 */
record Memory(ResolutionId text, String madeOf, boolean whole, Map<String, String> frontMatters, List<String> facts) {
    private static final String SPACE = "urn:vn.quantriet:document:1";
    private static final String CUSTOM_XML =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml";
    private static final String CUSTOM_PROPERTIES =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps";
    private static final String PROPERTIES_TYPE =
            "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
    private static final String PROPERTIES = """
            <?xml version="1.0" encoding="UTF-8" standalone="no"?>
            <ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" \
            ds:itemID="{6B1C2E0A-4D57-4E2B-9C33-51A7D0C0F5E1}"><ds:schemaRefs><ds:schemaRef ds:uri="%s"/></ds:schemaRefs>\
            </ds:datastoreItem>""".formatted(SPACE);
    private static final int LARGEST = 1_000_000;

    Memory {
        frontMatters = Collections.unmodifiableMap(new LinkedHashMap<>(frontMatters));
        facts = List.copyOf(facts);
    }

    void write(OPCPackage file, PackagePart main) throws IOException {
        try {
            var item = file.createPart(PackagingURIHelper.createPartName("/customXml/item1.xml"), "application/xml");
            try (var out = item.getOutputStream()) {
                out.write(xml());
            }
            var properties =
                    file.createPart(PackagingURIHelper.createPartName("/customXml/itemProps1.xml"), PROPERTIES_TYPE);
            try (var out = properties.getOutputStream()) {
                out.write(PROPERTIES.getBytes(StandardCharsets.UTF_8));
            }
            item.addRelationship(properties.getPartName(), TargetMode.INTERNAL, CUSTOM_PROPERTIES);
            main.addRelationship(item.getPartName(), TargetMode.INTERNAL, CUSTOM_XML);
        } catch (InvalidFormatException | XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** What a file keeps; absent when it is none of ours. */
    static Optional<Memory> of(OPCPackage file) throws IOException {
        try {
            for (var part : file.getParts()) {
                if (part.getPartName().getName().startsWith("/customXml/item")) {
                    try (var in = part.getInputStream()) {
                        var found = read(in);
                        if (found.isPresent()) {
                            return found;
                        }
                    }
                }
            }
            return Optional.empty();
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    private byte[] xml() throws XMLStreamException {
        var bytes = new ByteArrayOutputStream();
        var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("library");
        xml.writeDefaultNamespace(SPACE);
        xml.writeAttribute("text", text.value());
        xml.writeAttribute("commit", madeOf);
        xml.writeAttribute("whole", String.valueOf(whole));
        for (var file : frontMatters.entrySet()) {
            xml.writeStartElement("file");
            xml.writeAttribute("path", file.getKey());
            xml.writeCharacters(file.getValue());
            xml.writeEndElement();
        }
        for (var fact : facts) {
            xml.writeEmptyElement("fact");
            xml.writeAttribute("id", fact);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
        return bytes.toByteArray();
    }

    private static Optional<Memory> read(InputStream in) throws IOException {
        var bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            return Optional.empty();
        }
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return of(builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement());
        } catch (SAXException | ParserConfigurationException e) {
            // Somebody else's part, in whatever form.
            return Optional.empty();
        }
    }

    private static Optional<Memory> of(Element root) {
        if (!SPACE.equals(root.getNamespaceURI()) || !ResolutionId.isValid(root.getAttribute("text"))) {
            return Optional.empty();
        }
        Map<String, String> frontMatters = new LinkedHashMap<>();
        List<String> facts = new ArrayList<>();
        var files = root.getElementsByTagNameNS(SPACE, "file");
        for (int i = 0; i < files.getLength(); i++) {
            var file = (Element) files.item(i);
            frontMatters.put(file.getAttribute("path"), file.getTextContent());
        }
        var ids = root.getElementsByTagNameNS(SPACE, "fact");
        for (int i = 0; i < ids.getLength(); i++) {
            facts.add(((Element) ids.item(i)).getAttribute("id"));
        }
        return Optional.of(new Memory(
                new ResolutionId(root.getAttribute("text")),
                root.getAttribute("commit"),
                !root.getAttribute("whole").equals("false"),
                frontMatters,
                facts));
    }
}
