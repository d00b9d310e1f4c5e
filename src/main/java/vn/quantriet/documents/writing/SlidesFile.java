package vn.quantriet.documents.writing;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.TableCell;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.TextShape.TextAutofit;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSheet;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.openxmlformats.schemas.presentationml.x2006.main.CTGraphicalObjectFrame;
import org.openxmlformats.schemas.presentationml.x2006.main.CTShape;
import vn.quantriet.documents.writing.Run.Look;
import vn.quantriet.documents.writing.SlidePaging.Frame;

/**
 * Writes a deck as a PowerPoint file that can be edited further: a cover, then every slide with title, words, tables and the words of
 * the speaker. {@link SlidesReading} makes a library file of it again; it knows frames by their names, which stand in PowerPoint's
 * selection pane and outlive what LibreOffice drops.
 */
final class SlidesFile {
    static final String COVER = "Bìa";
    static final String CONTINUED = "Trang tiếp";
    static final String WORDS = "Nội dung";
    static final String QUESTION = "Câu hỏi";
    static final String TABLE = "Bảng";
    static final String TABLE_CONTINUED = "Bảng (tiếp)";
    static final String SUBHEADING = "Tiêu đề phụ ";
    static final String CITATIONS = "Trích dẫn";

    private static final double LEFT = 56;
    private static final double TITLE_TOP = 28;
    private static final double TITLE_HEIGHT = 92;
    private static final double CONTENT_TOP = 136;
    private static final double BOTTOM = 500;
    private static final double WIDTH = SlidePaging.WIDTH;

    private final DeckCopy copy;
    private final Anchors anchors;
    private final Wording wording;
    private final XMLSlideShow show;

    private SlidesFile(DeckCopy copy, String portal, Wording wording, XMLSlideShow show) {
        this.copy = copy;
        this.anchors = new Anchors(portal, copy.text().id(), List.of());
        this.wording = wording;
        this.show = show;
    }

    static void write(DeckCopy copy, String portal, Wording wording, OutputStream out) throws IOException {
        try (var show = new XMLSlideShow()) {
            SlidesLook.applyTo(show);
            new SlidesFile(copy, portal, wording, show).write();
            show.write(out);
        }
    }

    private void write() throws IOException {
        var core = show.getProperties().getCoreProperties();
        core.setTitle(copy.deck().title());
        core.setCreator(copy.deck().reporter());
        core.getUnderlyingProperties().setLanguageProperty("vi-VN");
        cover();
        copy.slides().forEach(this::slide);
        new Memory(copy.text().id(), copy.madeOf(), copy.whole(), Map.of(copy.path(), copy.frontMatter()), List.of())
                .write(show.getPackage(), show.getPackagePart());
    }

    private void cover() {
        var slide = blank(SlideLayout.TITLE_ONLY);
        frame(title(slide), 150, 150, VerticalAlignment.BOTTOM);
        var name = title(slide).addNewTextParagraph();
        name.setTextAlign(TextAlign.LEFT);
        words(44, SlidesLook.TITLE)
                .runs(name, List.of(Run.plain(copy.deck().title()).with(Look.BOLD)));
        var below = box(slide, COVER, 316, 120, VerticalAlignment.TOP);
        var lines = List.of(
                wording.identity(copy.text()),
                wording.say("documents.deck.by", copy.deck().reporter()),
                wording.say("documents.deck.for", copy.deck().audience()));
        words(20, SlidesLook.INK)
                .write(
                        below,
                        lines.stream()
                                .map(line -> new Block.Paragraph(List.of(Run.plain(line))))
                                .toList());
    }

    private void slide(DeckCopy.Sheet sheet) {
        boolean first = true;
        for (var page : SlidePaging.of(sheet.content())) {
            var slide = blank(SlideLayout.TITLE_AND_CONTENT);
            var runs = first
                    ? sheet.title()
                    : List.of(Run.plain(wording.say("documents.deck.continued", Run.text(sheet.title()))));
            title(slide, runs);
            if (!first) {
                var mark = box(slide, CONTINUED, BOTTOM, 28, VerticalAlignment.BOTTOM);
                words(12, SlidesLook.GOLD)
                        .write(
                                mark,
                                List.of(new Block.Paragraph(List.of(Run.plain(wording.say("documents.deck.more"))))));
            }
            content(slide, page);
            if (first && !sheet.notes().isEmpty()) {
                notes(slide, sheet.notes());
            }
            first = false;
        }
    }

    private void title(XSLFSlide slide, List<Run> runs) {
        var title = title(slide);
        frame(title, TITLE_TOP, TITLE_HEIGHT, VerticalAlignment.MIDDLE);
        double size = Run.text(runs).length() > 70 ? 28 : Run.text(runs).length() > 42 ? 32 : 38;
        var paragraph = title.addNewTextParagraph();
        paragraph.setTextAlign(TextAlign.LEFT);
        words(size, SlidesLook.TITLE)
                .runs(paragraph, runs.stream().map(run -> run.with(Look.BOLD)).toList());
    }

    private void content(XSLFSlide slide, SlidePaging.Sheet page) {
        Optional<XSLFTextShape> body =
                placeholder(slide, Placeholder.BODY).or(() -> placeholder(slide, Placeholder.CONTENT));
        for (var placed : page.frames()) {
            double top = CONTENT_TOP + placed.top();
            switch (placed.frame()) {
                case Frame.Words(var blocks) -> {
                    var frame = body.orElseGet(() -> box(slide, WORDS, top, placed.height(), VerticalAlignment.TOP));
                    body = Optional.empty();
                    frame(frame, top, placed.height(), VerticalAlignment.TOP);
                    words(page.size(), SlidesLook.INK).write(frame, blocks);
                }
                case Frame.Question(var blocks) -> {
                    var frame = box(slide, QUESTION, top, placed.height(), VerticalAlignment.MIDDLE);
                    frame.setFillColor(SlidesLook.DEEP);
                    frame.setLineColor(SlidesLook.GOLD);
                    frame.setLineWidth(1.5);
                    frame.setLeftInset(20d);
                    frame.setRightInset(20d);
                    words(page.size(), SlidesLook.TITLE).write(frame, blocks);
                }
                case Frame.Subheading(var heading) ->
                    words(page.size(), SlidesLook.GOLD)
                            .write(
                                    box(
                                            slide,
                                            SUBHEADING + heading.level(),
                                            top,
                                            placed.height(),
                                            VerticalAlignment.MIDDLE),
                                    List.of(heading));
                case Frame.Grid(var table, var continued) ->
                    table(slide, table, continued ? TABLE_CONTINUED : TABLE, top, SlidePaging.tableSize(page.size()));
                case Frame.Citations(var paragraph) ->
                    words(16, SlidesLook.GOLD)
                            .write(
                                    box(slide, CITATIONS, top, placed.height(), VerticalAlignment.MIDDLE),
                                    List.of(paragraph));
            }
        }
        body.ifPresent(slide::removeShape);
    }

    private void table(XSLFSlide slide, Block.Table table, String name, double top, double size) {
        var written = slide.createTable(table.rows().size(), table.columns().size());
        if (written.getXmlObject() instanceof CTGraphicalObjectFrame frame) {
            frame.getNvGraphicFramePr().getCNvPr().setName(name);
        }
        written.setAnchor(new Rectangle2D.Double(LEFT, top, WIDTH, table.rows().size() * (size * 1.3 + 10)));
        for (int c = 0; c < table.columns().size(); c++) {
            written.setColumnWidth(c, WIDTH / table.columns().size());
        }
        for (int r = 0; r < table.rows().size(); r++) {
            written.setRowHeight(r, size * 1.3 + 10);
            for (int c = 0; c < table.columns().size(); c++) {
                cell(written.getCell(r, c), table, r, c, size);
            }
        }
    }

    private void cell(XSLFTableCell cell, Block.Table table, int row, int column, double size) {
        cell.setFillColor(row == 0 ? SlidesLook.DEEP : SlidesLook.GROUND);
        cell.setBorderColor(TableCell.BorderEdge.bottom, SlidesLook.GOLD);
        cell.setBorderWidth(TableCell.BorderEdge.bottom, row == 0 ? 1.5 : 0.75);
        cell.setVerticalAlignment(VerticalAlignment.MIDDLE);
        var paragraph = cell.addNewTextParagraph();
        switch (table.columns().get(column)) {
            case NONE -> {
                if (paragraph.getXmlObject().isSetPPr()
                        && paragraph.getXmlObject().getPPr().isSetAlgn()) {
                    paragraph.getXmlObject().getPPr().unsetAlgn();
                }
            }
            case LEFT -> paragraph.setTextAlign(TextAlign.LEFT);
            case CENTER -> paragraph.setTextAlign(TextAlign.CENTER);
            case RIGHT -> paragraph.setTextAlign(TextAlign.RIGHT);
        }
        var runs = table.rows().get(row).get(column).runs();
        words(size, row == 0 ? SlidesLook.TITLE : SlidesLook.INK)
                .runs(
                        paragraph,
                        row == 0 ? runs.stream().map(run -> run.with(Look.BOLD)).toList() : runs);
    }

    private void notes(XSLFSlide slide, List<Block> notes) {
        for (var shape : show.getNotesSlide(slide).getPlaceholders()) {
            if (shape.getTextType() == Placeholder.BODY) {
                shape.clearText();
                new SlideWords(anchors, Optional.empty(), Optional.empty()).write(shape, notes);
            }
        }
    }

    private XSLFSlide blank(SlideLayout layout) {
        var slide = show.createSlide(show.getSlideMasters().getFirst().getLayout(layout));
        for (var shape : slide.getPlaceholders()) {
            shape.clearText();
        }
        for (var kind : List.of(Placeholder.DATETIME, Placeholder.FOOTER, Placeholder.SLIDE_NUMBER)) {
            placeholder(slide, kind).ifPresent(slide::removeShape);
        }
        return slide;
    }

    private static XSLFTextShape title(XSLFSlide slide) {
        return placeholder(slide, Placeholder.TITLE)
                .or(() -> placeholder(slide, Placeholder.CENTERED_TITLE))
                .orElseThrow(() -> new IllegalStateException("the layout has no title"));
    }

    private static Optional<XSLFTextShape> placeholder(XSLFSheet sheet, Placeholder kind) {
        for (var shape : sheet.getShapes()) {
            if (shape instanceof XSLFTextShape text && text.getTextType() == kind) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private XSLFTextShape box(XSLFSlide slide, String name, double top, double height, VerticalAlignment align) {
        var box = slide.createTextBox();
        box.clearText();
        if (box.getXmlObject() instanceof CTShape shape) {
            shape.getNvSpPr().getCNvPr().setName(name);
        }
        frame(box, top, height, align);
        return box;
    }

    private static void frame(XSLFTextShape frame, double top, double height, VerticalAlignment align) {
        if (frame.getXmlObject() instanceof CTShape shape && !shape.getSpPr().isSetXfrm()) {
            // Without a place of its own, POI would move the frame of the layout.
            shape.getSpPr().addNewXfrm();
        }
        frame.setAnchor(new Rectangle2D.Double(LEFT, top, WIDTH, height));
        frame.setVerticalAlignment(align);
        frame.setTextAutofit(TextAutofit.NORMAL);
        frame.setWordWrap(true);
    }

    private SlideWords words(double size, Color colour) {
        return new SlideWords(anchors, Optional.of(size), Optional.of(colour));
    }
}
