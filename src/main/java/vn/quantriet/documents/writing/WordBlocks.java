package vn.quantriet.documents.writing;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STOnOff1;
import vn.quantriet.documents.writing.Block.Align;
import vn.quantriet.documents.writing.Block.Tick;
import vn.quantriet.documents.writing.Run.Look;

/** Writes blocks at the end of a Word document. */
final class WordBlocks {
    static final String OPEN_BOX = "☐ ";
    static final String TICKED_BOX = "☑ ";

    private static final int DEEPEST = 8;
    private static final String WIDE = "100%";

    private final XWPFDocument document;
    private final Anchors anchors;
    private long bookmarks;

    WordBlocks(XWPFDocument document, Anchors anchors) {
        this.document = document;
        this.anchors = anchors;
    }

    void write(Block block) {
        write(block, "Normal", -1);
    }

    /**
     * @param style of plain paragraphs
     * @param level of the list around, from 0; -1 outside of lists
     */
    private void write(Block block, String style, int level) {
        switch (block) {
            case Block.Heading heading -> runs(paragraph("Heading" + Math.max(1, heading.level() - 1)), heading.runs());
            case Block.Paragraph paragraph -> runs(paragraph(style), paragraph.runs());
            case Block.Listing list -> list(list, style, Math.min(level + 1, DEEPEST));
            case Block.Quote quote -> quote.blocks().forEach(inner -> write(inner, "Quote", level));
            case Block.Table table -> table(table);
            case Block.Code code -> runs(paragraph("QtCode"), List.of(Run.plain(code.text())));
            case Block.Rule rule -> paragraph("QtRule");
        }
    }

    private void list(Block.Listing list, String style, int level) {
        var number = WordStyles.newList(document, list.first(), level);
        for (var item : list.items()) {
            boolean first = true;
            for (var block : item.blocks()) {
                if (first && block instanceof Block.Paragraph words) {
                    var paragraph = paragraph(style.equals("Quote") ? style : "ListParagraph");
                    paragraph.setNumID(number);
                    paragraph.setNumILvl(BigInteger.valueOf(level));
                    if (item.tick() != Tick.NONE) {
                        paragraph.createRun().setText(item.tick() == Tick.TICKED ? TICKED_BOX : OPEN_BOX);
                    }
                    runs(paragraph, words.runs());
                } else {
                    write(block, continued(level), level);
                }
                first = false;
            }
        }
    }

    private static String continued(int level) {
        return level == 0 ? "ListContinue" : "ListContinue" + Math.min(level + 1, 3);
    }

    private void table(Block.Table table) {
        var written = document.createTable(table.rows().size(), table.columns().size());
        written.setStyleID("TableGrid");
        // Those that POI draws would hide the style's.
        written.getCTTbl().getTblPr().unsetTblBorders();
        written.setWidth(WIDE);
        written.getRow(0).setRepeatHeader(true);
        for (int r = 0; r < table.rows().size(); r++) {
            var row = written.getRow(r);
            row.setCantSplitRow(true);
            for (int c = 0; c < table.columns().size(); c++) {
                var cell = row.getCell(c);
                var paragraph = cell.getParagraphs().getFirst();
                paragraph.setStyle("QtCell");
                align(paragraph, table.columns().get(c));
                var words = table.rows().get(r).get(c).runs();
                if (r == 0) {
                    cell.setColor("F3EDE3");
                    paragraph.setKeepNext(true);
                }
                runs(
                        paragraph,
                        r == 0 ? words.stream().map(run -> run.with(Look.BOLD)).toList() : words);
            }
        }
        paragraph("Normal").setSpacingAfter(0);
    }

    private static void align(XWPFParagraph paragraph, Align align) {
        switch (align) {
            case NONE -> {}
            case LEFT -> paragraph.setAlignment(ParagraphAlignment.START);
            case CENTER -> paragraph.setAlignment(ParagraphAlignment.CENTER);
            case RIGHT -> paragraph.setAlignment(ParagraphAlignment.END);
        }
    }

    /** Writes words and puts a bookmark around them. */
    void marked(XWPFParagraph paragraph, String bookmark, List<Run> runs) {
        var id = BigInteger.valueOf(++bookmarks);
        var start = paragraph.getCTP().addNewBookmarkStart();
        start.setId(id);
        start.setName(bookmark);
        runs(paragraph, runs);
        paragraph.getCTP().addNewBookmarkEnd().setId(id);
    }

    void runs(XWPFParagraph paragraph, List<Run> runs) {
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            run.link()
                    .ifPresentOrElse(
                            link -> style(
                                    linked(paragraph, link),
                                    run,
                                    anchors.fact(link).isEmpty()),
                            () -> style(paragraph.createRun(), run, false));
            boolean ends = i + 1 == runs.size() || !runs.get(i + 1).link().equals(run.link());
            if (ends) {
                run.link().flatMap(anchors::fact).ifPresent(number -> {
                    var mark = linked(paragraph, run.link().orElseThrow());
                    mark.setText("[" + number + "]");
                    mark.setStyle("QtFactMark");
                });
            }
        }
    }

    /** A link to a bookmark of this document. */
    void inner(XWPFParagraph paragraph, String bookmark, String words) {
        inner(paragraph, bookmark).setText(words);
    }

    private XWPFRun linked(XWPFParagraph paragraph, String link) {
        return anchors.bookmark(link)
                .map(bookmark -> inner(paragraph, bookmark))
                .orElseGet(() -> paragraph.createHyperlinkRun(anchors.address(link)));
    }

    private static XWPFRun inner(XWPFParagraph paragraph, String bookmark) {
        var link = paragraph.getCTP().addNewHyperlink();
        link.setAnchor(bookmark);
        link.setHistory(STOnOff1.ON);
        return new XWPFHyperlinkRun(link, link.addNewR(), paragraph);
    }

    private static void style(XWPFRun written, Run run, boolean linked) {
        var lines = run.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                written.addBreak();
            }
            written.setText(lines[i], i);
        }
        if (run.looks().contains(Look.CODE)) {
            written.setStyle("QtCodeWords");
        } else if (linked) {
            written.setStyle("Hyperlink");
        }
        if (run.looks().contains(Look.BOLD)) {
            written.setBold(true);
        }
        if (run.looks().contains(Look.ITALIC)) {
            written.setItalic(true);
        }
        if (run.looks().contains(Look.STRUCK)) {
            written.setStrikeThrough(true);
        }
    }

    private XWPFParagraph paragraph(String style) {
        var paragraph = document.createParagraph();
        paragraph.setStyle(style);
        return paragraph;
    }
}
