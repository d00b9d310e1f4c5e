package vn.quantriet.documents.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quantriet.documents.reading.OfficeFiles.in;
import static vn.quantriet.documents.reading.OfficeFiles.paragraph;
import static vn.quantriet.documents.reading.OfficeFiles.relation;
import static vn.quantriet.documents.reading.OfficeFiles.word;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.quantriet.documents.DocumentRefused;
import vn.quantriet.documents.DocumentRefused.Reason;
import vn.quantriet.documents.Reading;

/** Files that were made to do harm, or never were documents. What happens to the process that reads them is not tested here. */
class HostileDocumentsTest {
    @TempDir
    private Path folder;

    /** They would tell of every spoilt byte; the process that reads them has no log at all. */
    @BeforeAll
    static void quiet() {
        for (var name : List.of("org.apache.pdfbox", "org.apache.fontbox", "org.apache.poi")) {
            ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.OFF);
        }
    }

    private static Reading read(Path file) {
        return DocumentFile.read(file, Progress.NONE);
    }

    private static void refused(Path file, Reason reason) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        DocumentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file"), text);
    }

    @Test
    void aFileOfAnotherKindIsRefusedWhateverItIsCalled() throws IOException {
        refused(file("{\\rtf1 Nghị quyết}"), Reason.UNKNOWN_KIND);
        refused(file("<html><script>alert(1)</script></html>"), Reason.UNKNOWN_KIND);
        refused(file(""), Reason.EMPTY);
        refused(OfficeFiles.write(folder.resolve("a.docx"), "xl/workbook.xml", "<workbook/>"), Reason.UNKNOWN_KIND);
    }

    @Test
    void aZipThatIsNoOfficeFileIsRefused() {
        refused(
                OfficeFiles.write(folder.resolve("a.docx"), Map.of("../../etc/passwd", in("root"))),
                Reason.UNKNOWN_KIND);
    }

    @Test
    void aBrokenZipIsRefused() throws IOException {
        refused(file("PK\u0003\u0004 and nothing of a zip"), Reason.DAMAGED);
    }

    @Test
    void aPartThatInflatesWithoutEndIsGivenUp() {
        long bomb = OfficeParts.MOST_BYTES + (8 << 20);
        var start = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
        Map<String, InputStream> parts = new LinkedHashMap<>();
        parts.put("_rels/.rels", in(relation("word/document.xml")));
        parts.put(
                "word/document.xml",
                new SequenceInputStream(Collections.enumeration(List.of(in(start), spaces(bomb)))));
        var file = OfficeFiles.write(folder.resolve("bomb.docx"), parts);

        assertThat(file.toFile().length()).isLessThan(1 << 20);
        refused(file, Reason.TOO_COMPLEX);
    }

    private static InputStream spaces(long count) {
        return new InputStream() {
            private long left = count;

            @Override
            public int read() {
                return left-- > 0 ? ' ' : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                if (left <= 0) {
                    return -1;
                }
                int some = (int) Math.min(left, length);
                Arrays.fill(bytes, from, from + some, (byte) ' ');
                left -= some;
                return some;
            }
        };
    }

    @Test
    void entitiesAreNeverResolved() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "mật khẩu");
        var external = "<!DOCTYPE w [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
        refused(word(folder.resolve("xxe.docx"), external, paragraph("&x;")), Reason.DAMAGED);
        var laughs =
                "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>";
        refused(word(folder.resolve("laughs.docx"), laughs, paragraph("&c;")), Reason.DAMAGED);
        refused(
                OfficeFiles.write(
                        folder.resolve("xxe.pptx"),
                        "ppt/presentation.xml",
                        external + "<p:presentation xmlns:p=\"p\"><p:sldIdLst/>&x;</p:presentation>"),
                Reason.DAMAGED);
    }

    @Test
    void elementsNestedTooDeepAreRefused() {
        refused(word(folder.resolve("deep.docx"), "<w:p>".repeat(5000) + "</w:p>".repeat(5000)), Reason.TOO_COMPLEX);
        refused(
                word(
                        folder.resolve("tables.docx"),
                        "<w:tbl><w:tr><w:tc>".repeat(500) + paragraph("x") + "</w:tc></w:tr></w:tbl>".repeat(500)),
                Reason.TOO_COMPLEX);
    }

    @Test
    void moreParagraphsThanAnyTextHasAreRefused() {
        refused(word(folder.resolve("long.docx"), paragraph("I. Một").repeat(70_000)), Reason.TOO_COMPLEX);
    }

    @Test
    void targetsOutsideTheFileLeadNowhere() {
        Map<String, InputStream> parts = new LinkedHashMap<>();
        parts.put("_rels/.rels", in(relation("word/document.xml")));
        parts.put("word/_rels/document.xml.rels", in("""
                <Relationships><Relationship Id="a" Type="x/styles" Target="file:///etc/passwd"/>
                <Relationship Id="b" Type="x/numbering" Target="../../../../etc/passwd"/>
                <Relationship Id="c" Type="x/footnotes" Target="http://example.org/x" TargetMode="External"/></Relationships>"""));
        parts.put(
                "word/document.xml",
                in("<document><body>" + paragraph("I. Một").replace("w:", "") + "</body></document>"));

        assertThat(read(OfficeFiles.write(folder.resolve("out.docx"), parts)).body())
                .startsWith("\n## I. Một\n");
    }

    @Test
    void whatLooksLikeMarkupComesInAsWords() {
        var body = paragraph("I. Mở đầu &lt;script&gt;alert(1)&lt;/script&gt;")
                + paragraph(
                        "&lt;img src=x onerror=alert(1)&gt; [bấm](javascript:alert(1)) **không** # không | `mã` ![h](x)")
                + paragraph("# Không phải tiêu đề")
                + paragraph("--- ")
                + paragraph("&gt; Không phải trích dẫn");

        assertThat(read(word(folder.resolve("a.docx"), body)).body()).isEqualTo("""

                ## I. Mở đầu \\<script\\>alert(1)\\</script\\>

                \\<img src=x onerror=alert(1)\\> \\[bấm\\](javascript:alert(1)) \\*\\*không\\*\\* # không | \\`mã\\` !\\[h\\](x)

                \\# Không phải tiêu đề

                \\> Không phải trích dẫn
                """);
    }

    @Test
    void linksLeadOnlyWhereTheLibraryAllows() {
        Map<String, InputStream> parts = new LinkedHashMap<>();
        parts.put("_rels/.rels", in(relation("word/document.xml")));
        parts.put("word/_rels/document.xml.rels", in("""
                <Relationships><Relationship Id="a" Type="x/hyperlink" Target="javascript:alert(1)" TargetMode="External"/>
                <Relationship Id="b" Type="x/hyperlink" Target="https://dangcongsan.vn/a" TargetMode="External"/></Relationships>"""));
        parts.put("word/document.xml", in("""
                <w:document xmlns:w="w" xmlns:r="http://x/relationships"><w:body>
                <w:p><w:r><w:t>I. Một</w:t></w:r></w:p><w:p><w:hyperlink r:id="a"><w:r><w:t>xấu</w:t></w:r></w:hyperlink>
                <w:hyperlink r:id="b"><w:r><w:t>tốt</w:t></w:r></w:hyperlink></w:p></w:body></w:document>"""));

        var reading = read(OfficeFiles.write(folder.resolve("links.docx"), parts));

        assertThat(reading.body()).isEqualTo("\n## I. Một\n\nxấu[tốt](https://dangcongsan.vn/a)\n");
        assertThat(reading.unclear())
                .filteredOn(one -> one.code().equals("link"))
                .singleElement()
                .satisfies(one -> assertThat(one.arguments()).containsExactly("javascript:alert(1)"));
    }

    @Test
    void protectedFilesAreRefusedAsSuch() throws IOException {
        Path office = folder.resolve("protected.docx");
        try (var system = new POIFSFileSystem();
                var out = Files.newOutputStream(office)) {
            system.createDocument(new ByteArrayInputStream(new byte[10]), "EncryptedPackage");
            system.writeFilesystem(out);
        }
        refused(office, Reason.ENCRYPTED);

        Path pdf = folder.resolve("protected.pdf");
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var policy = new StandardProtectionPolicy("chủ", "mở", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            document.save(pdf.toFile());
        }
        refused(pdf, Reason.ENCRYPTED);
    }

    @Test
    void aPdfOfPicturesHasNoTextLayer() throws IOException {
        Path scan = folder.resolve("scan.pdf");
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.addPage(new PDPage());
            document.save(scan.toFile());
        }
        refused(scan, Reason.NO_TEXT_LAYER);
    }

    @Test
    void brokenPdfsAndOldOfficeFilesAreRefused() throws IOException {
        refused(file("%PDF-1.7\n1 0 obj << /Length 99999999999 >> stream"), Reason.DAMAGED);
        Path ole = folder.resolve("a.doc");
        try (var system = new POIFSFileSystem();
                var out = Files.newOutputStream(ole)) {
            system.createDocument(new ByteArrayInputStream(new byte[10]), "Workbook");
            system.writeFilesystem(out);
        }
        refused(ole, Reason.UNKNOWN_KIND);
    }

    /** Whatever happens within, the process that reads answers with a reading or a refusal. */
    @Test
    void documentsWithSpoiltBytesAreReadOrRefused() throws IOException {
        long seed = new Random().nextLong();
        System.out.println("HostileDocumentsTest seed " + seed);
        var random = new Random(seed);
        List<Path> documents = DocumentFixturesTest.documents();
        for (int i = 0; i < 120; i++) {
            var spoilt = spoilt(documents.get(i % documents.size()), random, folder.resolve("spoilt" + i));
            var answer = folder.resolve("answer" + i);
            ReadingProcess.answer(spoilt, answer);
            var read = JsonMapper.shared()
                    .readValue(Files.readString(answer, StandardCharsets.UTF_8), ReadingAnswer.class);
            assertThat(Stream.of(read.reading(), read.refused()).filter(part -> part != null))
                    .as("round %d with seed %d", i, seed)
                    .hasSize(1);
        }
    }

    private static Path spoilt(Path document, Random random, Path to) throws IOException {
        byte[] bytes = Files.readAllBytes(document);
        int length = random.nextInt(10) == 0 ? random.nextInt(bytes.length) : bytes.length;
        for (int i = 0; i < 1 + random.nextInt(30); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return Files.write(to, Arrays.copyOf(bytes, length));
    }
}
