package vn.quantriet.documents.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes Office files by hand: the few parts that a file must have, and whatever a test puts into them. */
final class OfficeFiles {
    private static final String WORD = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private OfficeFiles() {}

    static Path word(Path file, String body) {
        return word(file, "", body);
    }

    /** @param prolog what stands before the root of the document */
    static Path word(Path file, String prolog, String body) {
        return write(
                file,
                "word/document.xml",
                prolog + "<w:document " + WORD + "><w:body>" + body + "</w:body></w:document>");
    }

    static Path write(Path file, String main, String xml) {
        Map<String, InputStream> parts = new LinkedHashMap<>();
        parts.put("_rels/.rels", in(relation(main)));
        parts.put(main, in(xml));
        return write(file, parts);
    }

    static String relation(String main) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\""
                + OFFICE + "/officeDocument\" Target=\"" + main + "\"/></Relationships>";
    }

    static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path file, Map<String, InputStream> parts) {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().transferTo(zip);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    static String paragraph(String text) {
        return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
    }
}
