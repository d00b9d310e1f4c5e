package vn.quantriet.documents.writing;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import vn.quantriet.content.Manuscript;
import vn.quantriet.documents.writing.Block.Align;
import vn.quantriet.documents.writing.Block.Cell;
import vn.quantriet.documents.writing.Block.Tick;
import vn.quantriet.documents.writing.Outline.ItemMark;
import vn.quantriet.documents.writing.Outline.Line;
import vn.quantriet.documents.writing.Run.Look;

/**
 * Reads a Word file that {@link WordFile} wrote, whatever was edited in it since. What stands before the first heading of a clause
 * and the list of sources are left out: they are made of the front matter, which the file remembers.
 */
public final class WordReading {
    private static final Map<String, String> PARTS = Map.of(
            WordFile.KEY_POINTS, Manuscript.KEY_POINTS,
            WordFile.QUIZ, Manuscript.QUIZ,
            WordFile.FACTS, "");

    private final XWPFDocument document;
    private final Memory memory;
    private final Anchors anchors;
    private final Map<String, List<Line>> files = new LinkedHashMap<>();
    private final Map<String, String> styleNames = new HashMap<>();
    private List<Line> lines = new ArrayList<>();

    private WordReading(XWPFDocument document, Memory memory) {
        this.document = document;
        this.memory = memory;
        this.anchors = new Anchors("", memory.text(), memory.facts());
    }

    /** Absent when the file is none of ours. */
    public static Optional<LibraryFiles> of(XWPFDocument document) throws IOException {
        return Memory.of(document.getPackage()).map(memory -> new WordReading(document, memory).read());
    }

    private LibraryFiles read() {
        for (var element : document.getBodyElements()) {
            switch (element) {
                case XWPFParagraph paragraph -> paragraph(paragraph);
                case XWPFTable table -> lines.add(Line.plain(table(table), false));
                default -> {}
            }
        }
        Map<String, String> written = new LinkedHashMap<>();
        files.forEach((path, content) -> written.put(
                path,
                LibraryFiles.file(memory.frontMatters().getOrDefault(path, ""), MarkdownText.of(Outline.of(content)))));
        return new LibraryFiles(memory.text(), memory.madeOf(), memory.whole(), written);
    }

    private void paragraph(XWPFParagraph paragraph) {
        var style = style(paragraph.getStyleID());
        if (style.startsWith("toc")) {
            return;
        }
        if (style.equals("qtpart")) {
            lines = part(paragraph).map(this::linesOf).orElseGet(ArrayList::new);
            return;
        }
        var runs = runs(paragraph);
        if (style.startsWith("heading") && style.length() == "heading".length() + 1) {
            if (!files.containsKey(Manuscript.TEXT)) {
                lines = linesOf(Manuscript.TEXT);
            }
            int level = style.charAt(style.length() - 1) - '0' + 1;
            lines.add(Line.plain(new Block.Heading(level, asTheirStyle(runs)), false));
        } else if (style.equals("qtrule")) {
            lines.add(Line.plain(new Block.Rule(), false));
        } else if (!runs.isEmpty()) {
            lines.add(line(paragraph, style, runs));
        }
    }

    private List<Line> linesOf(String file) {
        return files.computeIfAbsent(file, f -> new ArrayList<>());
    }

    /** The file that a part holds; absent when it is none of the library. */
    private static Optional<String> part(XWPFParagraph title) {
        return title.getCTP().getBookmarkStartList().stream()
                .map(CTBookmark::getName)
                .map(name -> PARTS.getOrDefault(name, ""))
                .filter(file -> !file.isEmpty())
                .findFirst();
    }

    private Line line(XWPFParagraph paragraph, String style, List<Run> runs) {
        boolean quoted = style.equals("quote");
        if (style.equals("qtpoint")) {
            return Line.plain(new Block.Heading(2, asTheirStyle(runs)), false);
        }
        if (style.equals("qtcode")) {
            return Line.plain(new Block.Code(Run.text(runs)), false);
        }
        if (paragraph.getNumID() != null && paragraph.getNumFmt() != null) {
            return item(paragraph, quoted, runs);
        }
        int level = style.startsWith("listcontinue")
                ? style.equals("listcontinue") ? 0 : style.charAt(style.length() - 1) - '1'
                : -1;
        return new Line(new Block.Paragraph(runs), quoted, level, Optional.empty());
    }

    private static Line item(XWPFParagraph paragraph, boolean quoted, List<Run> runs) {
        var words = runs;
        var tick = Tick.NONE;
        var first = runs.getFirst().text();
        for (var box : Map.of(WordBlocks.OPEN_BOX, Tick.OPEN, WordBlocks.TICKED_BOX, Tick.TICKED)
                .entrySet()) {
            if (first.startsWith(box.getKey())) {
                tick = box.getValue();
                words = new ArrayList<>(runs);
                words.set(0, runs.getFirst().saying(first.substring(box.getKey().length())));
                words = Run.tidy(words);
            }
        }
        int level = paragraph.getNumIlvl() == null ? 0 : paragraph.getNumIlvl().intValue();
        Optional<Integer> number =
                paragraph.getNumFmt().equals("bullet") ? Optional.empty() : Optional.of(start(paragraph, level));
        return new Line(
                new Block.Paragraph(words),
                quoted,
                level,
                Optional.of(new ItemMark(paragraph.getNumID().toString(), number, tick)));
    }

    private static int start(XWPFParagraph paragraph, int level) {
        var override = paragraph.getNumStartOverride();
        if (override != null) {
            return override.intValue();
        }
        var numbering = paragraph.getDocument().getNumbering();
        var definition = numbering.getAbstractNum(numbering.getAbstractNumID(paragraph.getNumID()));
        return definition.getCTAbstractNum().getLvlList().stream()
                .filter(lvl -> lvl.getIlvl().intValue() == level && lvl.isSetStart())
                .map(lvl -> lvl.getStart().getVal().intValue())
                .findFirst()
                .orElse(1);
    }

    private Block table(XWPFTable table) {
        List<Align> columns = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        for (var row : table.getRows()) {
            List<Cell> cells = new ArrayList<>();
            for (var cell : row.getTableCells()) {
                List<Run> words = new ArrayList<>();
                for (var paragraph : cell.getParagraphs()) {
                    if (!words.isEmpty()) {
                        words.add(Run.plain(" "));
                    }
                    words.addAll(runs(paragraph));
                }
                if (rows.isEmpty()) {
                    columns.add(align(cell.getParagraphs().getFirst()));
                    words.replaceAll(run -> run.without(Look.BOLD));
                }
                cells.add(new Cell(Run.tidy(words)));
            }
            while (cells.size() < columns.size()) {
                cells.add(new Cell(List.of()));
            }
            rows.add(cells.subList(0, columns.size()));
        }
        // Left is where columns stand anyhow: LibreOffice says so of each.
        boolean allLeft = columns.stream().allMatch(column -> column == Align.LEFT);
        return new Block.Table(
                allLeft ? columns.stream().map(column -> Align.NONE).toList() : columns, rows);
    }

    /** A heading that is bold, or slanted, from end to end is so by its style, whatever a program says of its runs. */
    private static List<Run> asTheirStyle(List<Run> runs) {
        var bare = runs;
        for (var look : List.of(Look.BOLD, Look.ITALIC)) {
            if (bare.stream().allMatch(run -> run.looks().contains(look))) {
                bare = bare.stream().map(run -> run.without(look)).toList();
            }
        }
        return Run.tidy(bare);
    }

    private static Align align(XWPFParagraph paragraph) {
        if (!paragraph.getCTP().isSetPPr() || !paragraph.getCTP().getPPr().isSetJc()) {
            return Align.NONE;
        }
        return switch (paragraph.getAlignment()) {
            case CENTER -> Align.CENTER;
            case RIGHT, END -> Align.RIGHT;
            default -> Align.LEFT;
        };
    }

    private List<Run> runs(XWPFParagraph paragraph) {
        List<Run> runs = new ArrayList<>();
        var field = new WordField();
        for (var written : paragraph.getIRuns()) {
            if (written instanceof XWPFRun run) {
                field.pass(run);
                if (!style(run.getStyle()).equals("qtfactmark")) {
                    var link = link(run).or(() -> field.link().flatMap(anchors::link));
                    runs.add(new Run(Normalizer.normalize(run.text(), Normalizer.Form.NFC), looks(run), link));
                }
            }
        }
        return Run.tidy(runs);
    }

    private EnumSet<Look> looks(XWPFRun run) {
        var looks = EnumSet.noneOf(Look.class);
        if (run.isBold()) {
            looks.add(Look.BOLD);
        }
        if (run.isItalic()) {
            looks.add(Look.ITALIC);
        }
        if (run.isStrikeThrough()) {
            looks.add(Look.STRUCK);
        }
        if (style(run.getStyle()).equals("qtcodewords")) {
            looks.add(Look.CODE);
        }
        return looks;
    }

    private Optional<String> link(XWPFRun run) {
        if (!(run instanceof XWPFHyperlinkRun hyperlink)) {
            return Optional.empty();
        }
        if (hyperlink.getAnchor() != null && hyperlink.getHyperlinkId() == null) {
            return anchors.link(hyperlink.getAnchor());
        }
        var target = hyperlink.getHyperlink(document);
        if (target == null || target.getURL() == null) {
            return Optional.empty();
        }
        // Word keeps what follows the hash apart when somebody edits a link.
        var anchor = hyperlink.getAnchor();
        return anchors.link(target.getURL() + (anchor == null || target.getURL().contains("#") ? "" : "#" + anchor));
    }

    /** Programs name built-in styles in their own ways: heading 1, Heading 1, Heading1. */
    private String style(String id) {
        if (id == null || id.isEmpty()) {
            return "";
        }
        return styleNames.computeIfAbsent(id, key -> {
            var style =
                    document.getStyles() == null ? null : document.getStyles().getStyle(key);
            var name = style == null || style.getName() == null ? key : style.getName();
            return name.toLowerCase(Locale.ROOT).replace(" ", "");
        });
    }
}
