package vn.quantriet.documents.writing;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import org.apache.poi.sl.usermodel.AutoNumberingScheme;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import vn.quantriet.documents.writing.Block.Tick;
import vn.quantriet.documents.writing.Run.Look;

/**
 * Writes blocks into a text frame of a slide.
 *
 * @param size of type in points; absent to leave it to the frame
 * @param colour of the letters; absent to leave it to the frame
 */
record SlideWords(Anchors anchors, Optional<Double> size, Optional<Color> colour) {
    static final String CODE_FONT = "Courier New";

    private static final double STEP = 24;
    private static final int DEEPEST = 4;

    void write(XSLFTextShape frame, List<? extends Block> blocks) {
        blocks.forEach(block -> write(frame, block, -1));
    }

    /** @param level of the list around, from 0; -1 outside of lists */
    private void write(XSLFTextShape frame, Block block, int level) {
        switch (block) {
            case Block.Heading heading ->
                runs(
                        paragraph(frame, level),
                        heading.runs().stream().map(run -> run.with(Look.BOLD)).toList());
            case Block.Paragraph paragraph -> runs(paragraph(frame, level), paragraph.runs());
            case Block.Listing list -> list(frame, list, Math.min(level + 1, DEEPEST));
            case Block.Quote quote -> quote.blocks().forEach(inner -> write(frame, inner, level));
            case Block.Table table ->
                table.rows().forEach(row -> row.forEach(cell -> runs(paragraph(frame, level), cell.runs())));
            case Block.Code code ->
                runs(paragraph(frame, level), List.of(Run.plain(code.text()).with(Look.CODE)));
            case Block.Rule rule -> {}
        }
    }

    private void list(XSLFTextShape frame, Block.Listing list, int level) {
        int number = list.first().orElse(1);
        for (var item : list.items()) {
            var words = item.blocks().isEmpty() ? null : item.blocks().getFirst();
            if (words instanceof Block.Paragraph first) {
                var paragraph = frame.addNewTextParagraph();
                paragraph.setIndentLevel(level);
                paragraph.setLeftMargin(STEP * (level + 1));
                paragraph.setIndent(-STEP);
                if (list.first().isPresent()) {
                    paragraph.setBulletAutoNumber(AutoNumberingScheme.arabicPeriod, number);
                } else {
                    paragraph.setBullet(true);
                    paragraph.setBulletCharacter("•");
                }
                if (item.tick() != Tick.NONE) {
                    var box = item.tick() == Tick.TICKED ? WordBlocks.TICKED_BOX : WordBlocks.OPEN_BOX;
                    run(paragraph, Run.plain(box));
                }
                runs(paragraph, first.runs());
            }
            for (var block : item.blocks()
                    .subList(
                            words instanceof Block.Paragraph ? 1 : 0,
                            item.blocks().size())) {
                write(frame, block, level);
            }
        }
    }

    /** Words without a bullet; within a list they stand where its words do. */
    private static XSLFTextParagraph paragraph(XSLFTextShape frame, int level) {
        var paragraph = frame.addNewTextParagraph();
        paragraph.setIndentLevel(Math.max(0, level));
        paragraph.setBullet(false);
        paragraph.setLeftMargin(STEP * (level + 1));
        paragraph.setIndent(0d);
        return paragraph;
    }

    void runs(XSLFTextParagraph paragraph, List<Run> runs) {
        runs.forEach(run -> run(paragraph, run));
    }

    private void run(XSLFTextParagraph paragraph, Run run) {
        var lines = run.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                paragraph.addLineBreak();
            }
            if (lines[i].isEmpty()) {
                continue;
            }
            var written = paragraph.addNewTextRun();
            written.setText(lines[i]);
            written.getRPr(true).setLang("vi-VN");
            size.ifPresent(written::setFontSize);
            colour.ifPresent(written::setFontColor);
            if (run.looks().contains(Look.BOLD)) {
                written.setBold(true);
            }
            if (run.looks().contains(Look.ITALIC)) {
                written.setItalic(true);
            }
            if (run.looks().contains(Look.STRUCK)) {
                written.setStrikethrough(true);
            }
            if (run.looks().contains(Look.CODE)) {
                written.setFontFamily(CODE_FONT);
            }
            run.link().ifPresent(link -> written.createHyperlink().setAddress(anchors.address(link)));
        }
    }
}
