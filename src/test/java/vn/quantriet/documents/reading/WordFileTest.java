package vn.quantriet.documents.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantriet.documents.reading.OfficeFiles.in;
import static vn.quantriet.documents.reading.OfficeFiles.relation;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quantriet.documents.Unclear;
import vn.quantriet.documents.reading.Block.Paragraph;

/** What Word writes and LibreOffice does not. */
class WordFileTest {
    @TempDir
    private Path folder;

    private final Map<String, String> parts = new LinkedHashMap<>();

    private Original read(String body) {
        Map<String, InputStream> files = new LinkedHashMap<>();
        files.put("_rels/.rels", in(relation("word/document.xml")));
        var relations = new StringBuilder("<Relationships>");
        parts.forEach((type, xml) -> {
            relations.append("<Relationship Id=\"%1$s\" Type=\"x/%1$s\" Target=\"%1$s.xml\"/>".formatted(type));
            files.put("word/" + type + ".xml", in(xml));
        });
        files.put("word/_rels/document.xml.rels", in(relations + "</Relationships>"));
        files.put("word/document.xml", in("<document><body>" + body + "</body></document>"));
        var file = OfficeFiles.write(folder.resolve("a.docx"), files);
        try (var office = new OfficeParts(file)) {
            return WordFile.read(office, office.main(), Pictures.dropped(), Progress.NONE);
        }
    }

    private static List<String> texts(Original original) {
        return original.blocks().stream()
                .map(block ->
                        (block instanceof Paragraph p && !p.label().isEmpty() ? p.label() + " " : "") + block.text())
                .toList();
    }

    private static String p(String properties, String text) {
        return "<p><pPr>" + properties + "</pPr><r><t>" + text + "</t></r></p>";
    }

    @Test
    void trackedChangesCountAsAccepted() {
        var original =
                read("<p><r><t>Giữ </t></r><del><r><delText>bỏ</delText></r></del><ins><r><t>thêm</t></r></ins></p>");

        assertThat(texts(original)).containsExactly("Giữ thêm");
        assertThat(original.unclear()).extracting(Unclear::code).containsExactly("tracked");
    }

    @Test
    void contentControlsAndFieldsAreReadThrough() {
        var original = read(
                "<sdt><sdtPr/><sdtContent><p><r><t>Trong </t></r><sdt><sdtContent><r><t>khung</t></r></sdtContent></sdt>"
                        + "<r><fldChar/></r><r><instrText>PAGE</instrText></r><r><t> 1</t></r></p></sdtContent></sdt>");

        assertThat(texts(original)).containsExactly("Trong khung 1");
    }

    @Test
    void hiddenTextIsNotThereAndALineBreakBeginsAParagraph() {
        var original = read("<p><r><rPr><vanish/></rPr><t>ẩn</t></r><r><t>một</t><br/><t>hai</t></r></p>");

        assertThat(texts(original)).containsExactly("một", "hai");
    }

    @Test
    void aListThatSaysSoBeginsAnew() {
        parts.put("numbering", """
                <numbering><abstractNum abstractNumId="0"><lvl ilvl="0"><start val="1"/><numFmt val="decimal"/><lvlText val="%1."/></lvl></abstractNum>
                <num numId="1"><abstractNumId val="0"/></num>
                <num numId="2"><abstractNumId val="0"/><lvlOverride ilvl="0"><startOverride val="1"/></lvlOverride></num>
                <num numId="3"><abstractNumId val="0"/></num></numbering>""");
        var one = "<numPr><ilvl val=\"0\"/><numId val=\"1\"/></numPr>";

        assertThat(texts(read(p(one, "a")
                        + p(one, "b")
                        + p(one.replace("numId val=\"1\"", "numId val=\"3\""), "c")
                        + p(one.replace("numId val=\"1\"", "numId val=\"2\""), "d")
                        + p(one.replace("numId val=\"1\"", "numId val=\"2\""), "e"))))
                .containsExactly("1. a", "2. b", "3. c", "1. d", "2. e");
    }

    @Test
    void numbersComeWithStylesAndTheStylesTheyAreBasedOn() {
        parts.put("styles", """
                <styles><style type="paragraph" styleId="Dieu"><name val="Điều"/><pPr><numPr><numId val="1"/></numPr></pPr></style>
                <style type="paragraph" styleId="DieuDam"><name val="Điều đậm"/><basedOn val="Dieu"/><rPr><b/></rPr></style></styles>""");
        parts.put("numbering", """
                <numbering><abstractNum abstractNumId="0">
                <lvl ilvl="0"><start val="1"/><numFmt val="upperRoman"/><lvlText val="Chương %1"/></lvl>
                <lvl ilvl="1"><start val="5"/><numFmt val="decimal"/><pStyle val="Dieu"/><lvlText val="Điều %2."/></lvl></abstractNum>
                <num numId="1"><abstractNumId val="0"/></num></numbering>""");

        var original = read(p("<pStyle val=\"Dieu\"/>", "Phạm vi") + p("<pStyle val=\"DieuDam\"/>", "Đối tượng"));

        assertThat(texts(original)).containsExactly("Điều 5. Phạm vi", "Điều 6. Đối tượng");
        assertThat(((Paragraph) original.blocks().getLast()).isBold()).isTrue();
    }

    @Test
    void headingsAreKnownByNameAndTheContentsLeftOut() {
        parts.put("styles", """
                <styles><style type="paragraph" styleId="H"><name val="heading 2"/></style>
                <style type="paragraph" styleId="T"><name val="toc 1"/></style></styles>""");

        var original = read(p("<pStyle val=\"T\"/>", "Mục lục 1") + p("<pStyle val=\"H\"/>", "Tiêu đề"));

        assertThat(texts(original)).containsExactly("Tiêu đề");
        assertThat(((Paragraph) original.blocks().getFirst()).outline()).isEqualTo(2);
        assertThat(original.unclear()).extracting(Unclear::code).containsExactly("contents");
    }

    @Test
    void pagesAreCountedWhereWordSaysThatTheyEnd() {
        var original = read(p("", "một") + "<p><r><lastRenderedPageBreak/><t>hai</t></r></p>" + p("", "ba"));

        assertThat(original.blocks()).extracting(block -> block.place().page()).containsExactly(0, 2, 2);
    }
}
