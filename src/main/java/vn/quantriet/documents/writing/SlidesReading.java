package vn.quantriet.documents.writing;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import vn.quantriet.content.Manuscript;
import vn.quantriet.documents.writing.Block.Align;
import vn.quantriet.documents.writing.Block.Cell;
import vn.quantriet.documents.writing.Block.Tick;
import vn.quantriet.documents.writing.Outline.ItemMark;
import vn.quantriet.documents.writing.Outline.Line;
import vn.quantriet.documents.writing.Run.Look;

/** Reads a PowerPoint file that {@link SlidesFile} wrote, whatever was edited in it since. The cover is left out. */
public final class SlidesReading {
    private static final String NOTES = "Lời giảng:";

    private final Memory memory;
    private final Anchors anchors;

    private SlidesReading(Memory memory) {
        this.memory = memory;
        this.anchors = new Anchors("", memory.text(), List.of());
    }

    /** Absent when the file is none of ours. */
    public static Optional<LibraryFiles> of(XMLSlideShow show) throws IOException {
        var memory = Memory.of(show.getPackage());
        // The file may be anybody's work, and its path must not lead elsewhere.
        var path = memory.flatMap(m ->
                m.frontMatters().keySet().stream().filter(Manuscript::isDeck).findFirst());
        return path.map(file -> new SlidesReading(memory.orElseThrow()).read(show, file));
    }

    private LibraryFiles read(XMLSlideShow show, String path) {
        List<Sheet> sheets = new ArrayList<>();
        for (var slide : show.getSlides()) {
            if (has(slide, SlidesFile.CONTINUED) && !sheets.isEmpty()) {
                content(slide, sheets.getLast());
            } else if (!has(slide, SlidesFile.COVER)) {
                var sheet = new Sheet(titleOf(slide));
                content(slide, sheet);
                notes(slide, sheet);
                sheets.add(sheet);
            }
        }
        var body = sheets.stream().map(Sheet::markdown).collect(Collectors.joining("\n---\n\n"));
        return new LibraryFiles(
                memory.text(),
                memory.madeOf(),
                memory.whole(),
                Map.of(path, LibraryFiles.file(memory.frontMatters().getOrDefault(path, ""), body)));
    }

    private static boolean has(XSLFSlide slide, String name) {
        return slide.getShapes().stream().anyMatch(shape -> name.equals(shape.getShapeName()));
    }

    /** A slide of the library, which may have been several of the show. */
    private record Sheet(List<Run> title, List<Line> content, List<Line> notes) {
        Sheet(List<Run> title) {
            this(title, new ArrayList<>(), new ArrayList<>());
        }

        String markdown() {
            List<Block> blocks = new ArrayList<>();
            blocks.add(new Block.Heading(1, title));
            blocks.addAll(Outline.of(content));
            var text = MarkdownText.of(blocks);
            return notes.isEmpty() ? text : text + "\n" + NOTES + "\n\n" + MarkdownText.of(Outline.of(notes));
        }
    }

    private List<Run> titleOf(XSLFSlide slide) {
        List<Run> title = new ArrayList<>();
        for (var shape : slide.getShapes()) {
            if (isTitle(shape)) {
                for (var paragraph : ((XSLFTextShape) shape).getTextParagraphs()) {
                    if (!title.isEmpty()) {
                        title.add(Run.plain(" "));
                    }
                    title.addAll(notBold(runs(paragraph)));
                }
            }
        }
        return Run.tidy(title);
    }

    private static boolean isTitle(XSLFShape shape) {
        return shape instanceof XSLFTextShape text
                && (text.getTextType() == Placeholder.TITLE || text.getTextType() == Placeholder.CENTERED_TITLE);
    }

    private void content(XSLFSlide slide, Sheet sheet) {
        slide.getShapes().stream()
                .filter(shape -> !isTitle(shape))
                .sorted(Comparator.comparingDouble((XSLFShape shape) ->
                        shape.getAnchor() == null ? 0 : shape.getAnchor().getY()))
                .forEach(shape -> shape(shape, sheet.content()));
    }

    private void shape(XSLFShape shape, List<Line> lines) {
        var name = shape.getShapeName() == null ? "" : shape.getShapeName();
        switch (shape) {
            case XSLFTable table -> table(table, name.equals(SlidesFile.TABLE_CONTINUED), lines);
            case XSLFTextShape text when name.startsWith(SlidesFile.SUBHEADING) -> subheading(text, name, lines);
            case XSLFTextShape text when isMargin(text) || name.equals(SlidesFile.CONTINUED) -> {}
            case XSLFTextShape text -> words(text, name.equals(SlidesFile.QUESTION), lines);
            default -> {}
        }
    }

    /** Date, footer and number that PowerPoint adds to slides. */
    private static boolean isMargin(XSLFTextShape text) {
        return text.getTextType() == Placeholder.DATETIME
                || text.getTextType() == Placeholder.FOOTER
                || text.getTextType() == Placeholder.SLIDE_NUMBER;
    }

    private void subheading(XSLFTextShape text, String name, List<Line> lines) {
        int level = name.charAt(SlidesFile.SUBHEADING.length()) - '0';
        for (var paragraph : text.getTextParagraphs()) {
            var runs = notBold(runs(paragraph));
            if (!runs.isEmpty()) {
                lines.add(Line.plain(new Block.Heading(Math.clamp(level, 2, 6), runs), false));
            }
        }
    }

    private void words(XSLFTextShape text, boolean quoted, List<Line> lines) {
        for (var paragraph : text.getTextParagraphs()) {
            var runs = runs(paragraph);
            if (!runs.isEmpty()) {
                lines.add(line(paragraph, runs, quoted));
            }
        }
    }

    private static Line line(XSLFTextParagraph paragraph, List<Run> runs, boolean quoted) {
        var properties = paragraph.getXmlObject().getPPr();
        boolean numbered = properties != null && properties.isSetBuAutoNum();
        if (!numbered && !paragraph.isBullet()) {
            var margin = paragraph.getLeftMargin();
            int level = margin == null || margin < 1 ? -1 : paragraph.getIndentLevel();
            return new Line(new Block.Paragraph(runs), quoted, level, Optional.empty());
        }
        var start = paragraph.getAutoNumberingStartAt();
        Optional<Integer> first = numbered ? Optional.of(start == null ? 1 : start) : Optional.empty();
        var tick = Tick.NONE;
        var words = runs;
        var text = runs.getFirst().text();
        for (var box : Map.of(WordBlocks.OPEN_BOX, Tick.OPEN, WordBlocks.TICKED_BOX, Tick.TICKED)
                .entrySet()) {
            if (text.startsWith(box.getKey())) {
                tick = box.getValue();
                words = new ArrayList<>(runs);
                words.set(0, runs.getFirst().saying(text.substring(box.getKey().length())));
            }
        }
        return new Line(
                new Block.Paragraph(Run.tidy(words)),
                quoted,
                paragraph.getIndentLevel(),
                Optional.of(new ItemMark(numbered ? "numbers" : "bullets", first, tick)));
    }

    private void table(XSLFTable table, boolean continued, List<Line> lines) {
        List<Align> columns = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        for (int r = 0; r < table.getNumberOfRows(); r++) {
            List<Cell> cells = new ArrayList<>();
            for (int c = 0; c < table.getNumberOfColumns(); c++) {
                var cell = table.getCell(r, c);
                List<Run> words = new ArrayList<>();
                if (cell != null) {
                    for (var paragraph : cell.getTextParagraphs()) {
                        words.addAll(runs(paragraph));
                    }
                }
                if (r == 0) {
                    columns.add(cell == null ? Align.NONE : align(cell));
                    words = notBold(words);
                }
                cells.add(new Cell(Run.tidy(words)));
            }
            rows.add(cells);
        }
        if (continued && !lines.isEmpty() && lines.getLast().block() instanceof Block.Table(var above, var before)) {
            List<List<Cell>> all = new ArrayList<>(before);
            all.addAll(rows.subList(1, rows.size()));
            lines.removeLast();
            lines.add(Line.plain(new Block.Table(above, all), false));
        } else {
            lines.add(Line.plain(new Block.Table(columns, rows), false));
        }
    }

    private static Align align(XSLFTextShape cell) {
        if (cell.getTextParagraphs().isEmpty()) {
            return Align.NONE;
        }
        var properties = cell.getTextParagraphs().getFirst().getXmlObject().getPPr();
        if (properties == null || !properties.isSetAlgn()) {
            return Align.NONE;
        }
        return switch (cell.getTextParagraphs().getFirst().getTextAlign()) {
            case CENTER -> Align.CENTER;
            case RIGHT -> Align.RIGHT;
            default -> Align.LEFT;
        };
    }

    private void notes(XSLFSlide slide, Sheet sheet) {
        if (slide.getNotes() == null) {
            return;
        }
        for (var shape : slide.getNotes().getPlaceholders()) {
            if (shape.getTextType() == Placeholder.BODY) {
                words(shape, false, sheet.notes());
            }
        }
    }

    private List<Run> runs(XSLFTextParagraph paragraph) {
        List<Run> runs = new ArrayList<>();
        for (var run : paragraph.getTextRuns()) {
            runs.add(new Run(
                    Normalizer.normalize(run.getRawText(), Normalizer.Form.NFC).replace('\u000B', '\n'),
                    looks(run),
                    link(run)));
        }
        return Run.tidy(runs);
    }

    /** Titles and headings of columns are bold by themselves. */
    private static List<Run> notBold(List<Run> runs) {
        return runs.stream().map(run -> run.without(Look.BOLD)).toList();
    }

    private static EnumSet<Look> looks(XSLFTextRun run) {
        var looks = EnumSet.noneOf(Look.class);
        var properties = run.getRPr(false);
        if (properties == null) {
            return looks;
        }
        if (properties.isSetB() && properties.getB()) {
            looks.add(Look.BOLD);
        }
        if (properties.isSetI() && properties.getI()) {
            looks.add(Look.ITALIC);
        }
        if (run.isStrikethrough()) {
            looks.add(Look.STRUCK);
        }
        if (SlideWords.CODE_FONT.equals(run.getFontFamily())) {
            looks.add(Look.CODE);
        }
        return looks;
    }

    private Optional<String> link(XSLFTextRun run) {
        var hyperlink = run.getHyperlink();
        return hyperlink == null || hyperlink.getAddress() == null
                ? Optional.empty()
                : anchors.link(hyperlink.getAddress());
    }
}
