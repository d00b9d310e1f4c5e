package vn.quantriet.documents.writing;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import vn.quantriet.content.Clause;

/**
 * Writes a text as a Word file: identity, notice, contents, the clauses under Word's heading styles with their numbers typed as in
 * the library, then key points, questions and the sources of figures. {@link WordReading} makes library files of it again.
 */
final class WordFile {
    static final String KEY_POINTS = "qt_diem_moi";
    static final String QUIZ = "qt_cau_hoi";
    static final String FACTS = "qt_nguon";

    private static final int A4_WIDTH = 11906;
    private static final int A4_HEIGHT = 16838;
    private static final int CM = 567;

    private final TextCopy copy;
    private final Wording wording;
    private final List<TextCopy.Figure> figures;
    private final XWPFDocument document;
    private final WordBlocks blocks;
    private final Anchors anchors;

    private WordFile(TextCopy copy, String portal, Wording wording, XWPFDocument document) {
        this.copy = copy;
        this.wording = wording;
        this.document = document;
        this.figures = copy.figures();
        this.anchors = new Anchors(
                portal,
                copy.text().id(),
                figures.stream().map(TextCopy.Figure::id).toList());
        this.blocks = new WordBlocks(document, anchors);
    }

    static void write(TextCopy copy, String portal, Wording wording, OutputStream out) throws IOException {
        try (var document = new XWPFDocument()) {
            new WordFile(copy, portal, wording, document).write();
            document.write(out);
        }
    }

    private void write() throws IOException {
        WordStyles.addTo(document);
        page();
        properties();
        head();
        contents();
        body();
        part(KEY_POINTS, "documents.text.keyPoints", copy.keyPoints());
        part(QUIZ, "documents.text.quiz", copy.quiz());
        facts();
        new Memory(copy.text().id(), copy.manuscript().commit(), true, copy.frontMatters(), anchors.facts())
                .write(document.getPackage(), document.getPackagePart());
    }

    private void page() {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(A4_WIDTH));
        size.setH(BigInteger.valueOf(A4_HEIGHT));
        var margin = section.addNewPgMar();
        margin.setTop(BigInteger.valueOf(2L * CM + CM / 2));
        margin.setBottom(BigInteger.valueOf(2L * CM));
        margin.setLeft(BigInteger.valueOf(3L * CM));
        margin.setRight(BigInteger.valueOf(2L * CM));
        margin.setHeader(BigInteger.valueOf(CM));
        margin.setFooter(BigInteger.valueOf(CM));
        margin.setGutter(BigInteger.ZERO);
        var header = paragraph(document.createHeader(HeaderFooterType.DEFAULT).createParagraph(), "Header");
        header.createRun().setText(copy.text().number() + " · " + copy.text().shortTitle());
        var footer = paragraph(document.createFooter(HeaderFooterType.DEFAULT).createParagraph(), "Footer");
        footer.getCTP().addNewFldSimple().setInstr("PAGE");
        footer.createRun().setText(" / ");
        footer.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    }

    private void properties() {
        var core = document.getProperties().getCoreProperties();
        core.setTitle(copy.text().number() + " " + copy.text().title());
        core.setCreator(copy.text().issuer());
        core.setKeywords(String.join(", ", copy.text().topics()));
        core.getUnderlyingProperties().setLanguageProperty("vi-VN");
    }

    private void head() {
        line("QtMeta", wording.identity(copy.text()));
        line("Title", copy.text().title());
        line("QtNotice", wording.say("documents.text.notice"));
        line(
                "Normal",
                wording.say(
                        "documents.text.source",
                        copy.text().source(),
                        wording.say("documents.status."
                                + copy.text().status().name().toLowerCase(Locale.ROOT))));
    }

    /** A table of contents that Word can renew, filled in already so that nobody has to. */
    private void contents() {
        line("QtMeta", wording.say("documents.text.contents"));
        XWPFParagraph last = null;
        for (var clause : copy.text().clauses()) {
            var entry = paragraph(document.createParagraph(), "TOC" + (clause.depth() + 1));
            if (last == null) {
                field(entry, STFldCharType.BEGIN);
                entry.createRun().getCTR().addNewInstrText().setStringValue(" TOC \\o \"1-4\" \\n \\h \\z ");
                field(entry, STFldCharType.SEPARATE);
            }
            blocks.inner(entry, Anchors.ofClause(clause.id().value()), clause.number() + " " + clause.title());
            last = entry;
        }
        if (last != null) {
            field(last, STFldCharType.END);
        }
    }

    private static void field(XWPFParagraph paragraph, STFldCharType.Enum type) {
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(type);
    }

    private void body() {
        Iterator<Clause> clauses = copy.text().clauses().iterator();
        for (var block : copy.body()) {
            if (block instanceof Block.Heading heading && clauses.hasNext()) {
                var paragraph = paragraph(document.createParagraph(), "Heading" + (heading.level() - 1));
                blocks.marked(paragraph, Anchors.ofClause(clauses.next().id().value()), heading.runs());
            } else {
                blocks.write(block);
            }
        }
    }

    private void part(String bookmark, String title, List<Block> content) {
        if (content.isEmpty()) {
            return;
        }
        partTitle(bookmark, title);
        for (var block : content) {
            if (block instanceof Block.Heading heading) {
                blocks.runs(paragraph(document.createParagraph(), "QtPoint"), heading.runs());
            } else {
                blocks.write(block);
            }
        }
    }

    private void facts() {
        if (figures.isEmpty()) {
            return;
        }
        partTitle(FACTS, "documents.text.facts");
        int number = 0;
        for (var figure : figures) {
            number++;
            blocks.marked(
                    paragraph(document.createParagraph(), "QtFact"),
                    Anchors.ofFact(number),
                    List.of(Run.plain(wording.say(
                            "documents.text.fact",
                            String.valueOf(number),
                            figure.phrase(),
                            wording.verification(figure.fact()),
                            figure.fact().source()))));
        }
    }

    private void partTitle(String bookmark, String title) {
        blocks.marked(
                paragraph(document.createParagraph(), "QtPart"), bookmark, List.of(Run.plain(wording.say(title))));
    }

    private void line(String style, String text) {
        paragraph(document.createParagraph(), style).createRun().setText(text);
    }

    private static XWPFParagraph paragraph(XWPFParagraph paragraph, String style) {
        paragraph.setStyle(style);
        return paragraph;
    }
}
